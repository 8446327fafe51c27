-- Notices besides the news of followed claims, and the hours in which nobody is written to.

ALTER TABLE notice ADD COLUMN kind TEXT NOT NULL DEFAULT 'news'
  CHECK (kind IN ('news', 'recheck', 'expired', 'second'));
ALTER TABLE notice ADD COLUMN waits_until INTEGER;   -- before it is sent at all; null from then on
CREATE INDEX notice_waiting ON notice (waits_until) WHERE waits_until IS NOT NULL;

ALTER TABLE server ADD COLUMN quiet_from TEXT        -- local times, HH:MM; null: the usual ones
  CHECK (quiet_from GLOB '[0-2][0-9]:[0-5][0-9]');
ALTER TABLE server ADD COLUMN quiet_until TEXT       -- the same as quiet_from: no quiet hours
  CHECK (quiet_until GLOB '[0-2][0-9]:[0-5][0-9]');
ALTER TABLE server ADD COLUMN zone TEXT CHECK (length(zone) <= 60);  -- null: the digest's
