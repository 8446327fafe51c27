-- Where claims were shown publicly, so that old answers correct themselves, and what followers
-- were told. Notices are claimed before they are sent and settled afterwards, as digests are.

CREATE TABLE shown (
  guild_id   INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  channel_id INTEGER NOT NULL,
  number     INTEGER NOT NULL,
  version    INTEGER NOT NULL,                       -- of the claim, as the message has it
  rating     TEXT,                                   -- that the message shows, if any
  stale      INTEGER NOT NULL DEFAULT 0,             -- the claim has changed since, and settled
  PRIMARY KEY (guild_id, message_id),
  FOREIGN KEY (guild_id, number) REFERENCES claim (guild_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX shown_by_claim ON shown (guild_id, number);
CREATE INDEX shown_stale ON shown (message_id) WHERE stale = 1;

ALTER TABLE follow ADD COLUMN channel_id INTEGER;    -- where to tell whose direct messages are closed
ALTER TABLE follow ADD COLUMN told INTEGER NOT NULL DEFAULT 0;  -- the event up to which they know
UPDATE follow SET told = coalesce((SELECT max(id) FROM event
  WHERE event.guild_id = follow.guild_id AND event.number = follow.number), 0);
CREATE INDEX follow_by_claim ON follow (guild_id, number);

CREATE TABLE notice (
  id         INTEGER PRIMARY KEY,                    -- also the message's nonce
  guild_id   INTEGER NOT NULL REFERENCES server,
  key        TEXT NOT NULL,                          -- whom or where, and up to which event
  user_id    INTEGER,                                -- a follower; null for a correction in a channel
  channel_id INTEGER,                                -- of the correction, or the follower's fallback
  news       TEXT NOT NULL CHECK (json_valid(news)), -- [{number, was, now}]: ratings before and after
  claimed_at INTEGER NOT NULL,
  outcome    TEXT NOT NULL CHECK (outcome IN ('claimed', 'sent', 'failed', 'uncertain')),
  UNIQUE (guild_id, key)
) STRICT;
CREATE INDEX notice_by_outcome ON notice (outcome, claimed_at);

CREATE TABLE progress (                              -- how far a job has read the history
  job   TEXT PRIMARY KEY,
  event INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO progress SELECT 'notices', coalesce(max(id), 0) FROM event;
