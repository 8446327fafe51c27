-- The hours in which nobody is written to.

ALTER TABLE server ADD COLUMN quiet_from TEXT        -- local times, HH:MM; null: the usual ones
  CHECK (quiet_from GLOB '[0-2][0-9]:[0-5][0-9]');
ALTER TABLE server ADD COLUMN quiet_until TEXT       -- the same as quiet_from: no quiet hours
  CHECK (quiet_until GLOB '[0-2][0-9]:[0-5][0-9]');
ALTER TABLE server ADD COLUMN zone TEXT CHECK (length(zone) <= 60);  -- null: the digest's
