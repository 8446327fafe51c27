-- Notices of other kinds than news, which wait for the end of quiet hours and survive what digests do:
-- tried again later, looked for where the answer was lost.

ALTER TABLE notice ADD COLUMN kind TEXT NOT NULL DEFAULT 'news'
  CHECK (kind IN ('news', 'recheck', 'expired', 'second', 'stopped'));
ALTER TABLE notice ADD COLUMN waits_until INTEGER;   -- when to see to it; null once it is settled
ALTER TABLE notice ADD COLUMN attempted_at INTEGER;  -- Discord has known the nonce since then at the earliest
ALTER TABLE notice ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;  -- that came to nothing
UPDATE notice SET attempted_at = claimed_at,         -- which from now on is when it was written or first tried
  waits_until = CASE outcome WHEN 'claimed' THEN claimed_at END;

DROP INDEX notice_by_outcome;
CREATE INDEX notice_open ON notice (waits_until) WHERE waits_until IS NOT NULL;
CREATE INDEX notice_open_by_server ON notice (guild_id, user_id) WHERE waits_until IS NOT NULL;

-- When days to check again were last looked for: seconds since 1970, not an event.
INSERT INTO progress VALUES ('rechecks', 0);
