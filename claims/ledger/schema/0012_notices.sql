-- Notices that survive what digests survive: tried again later, looked for where the answer was lost.

-- The table is made anew, because a CHECK cannot be widened in place.
CREATE TABLE notice_2 (
  id           INTEGER PRIMARY KEY,                    -- also the message's nonce
  guild_id     INTEGER NOT NULL REFERENCES server,
  key          TEXT NOT NULL,                          -- whom or where, and up to which event
  user_id      INTEGER,                                -- whom; null for a correction in a channel
  channel_id   INTEGER,                                -- of the correction, or the follower's fallback
  news         TEXT NOT NULL CHECK (json_valid(news)), -- [{number, was, now}]: ratings before and after
  claimed_at   INTEGER NOT NULL,                       -- written; from its first try on, when that was
  outcome      TEXT NOT NULL CHECK (outcome IN ('claimed', 'sent', 'failed', 'uncertain')),
  kind         TEXT NOT NULL CHECK (kind IN ('news', 'recheck', 'expired', 'second', 'stopped')),
  waits_until  INTEGER,                                -- when to see to it; null once it is settled
  attempted_at INTEGER,                                -- Discord has known the nonce since then at the earliest
  tries        INTEGER NOT NULL DEFAULT 0,             -- that came to nothing
  UNIQUE (guild_id, key)
) STRICT;
INSERT INTO notice_2
SELECT id, guild_id, key, user_id, channel_id, news, claimed_at, outcome, kind,
       CASE outcome WHEN 'claimed' THEN coalesce(waits_until, claimed_at) END,
       CASE WHEN waits_until IS NULL THEN claimed_at END, 0
FROM notice;
DROP TABLE notice;
ALTER TABLE notice_2 RENAME TO notice;
CREATE INDEX notice_by_outcome ON notice (outcome, claimed_at);
CREATE INDEX notice_open ON notice (waits_until) WHERE waits_until IS NOT NULL;
CREATE INDEX notice_open_by_server ON notice (guild_id, user_id) WHERE waits_until IS NOT NULL;

-- When days to check again were last looked for: seconds since 1970, not an event.
INSERT INTO progress VALUES ('rechecks', 0);
