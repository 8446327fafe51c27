-- Digests that arrive once: what a sending needs to be taken up again after any interruption, what
-- each server wants in its digest, and why one did not come.

-- The table is made anew, because a CHECK cannot be widened in place.
CREATE TABLE digest_run_2 (
  id           INTEGER PRIMARY KEY,
  guild_id     INTEGER NOT NULL REFERENCES server,
  key          TEXT NOT NULL,                    -- the local date, or the request that asked for it
  first_on     TEXT,                             -- of several missed dates the first; key is the last
  channel_id   INTEGER NOT NULL,
  since        INTEGER NOT NULL,                 -- covers the events after this one …
  through      INTEGER NOT NULL,                 -- … up to and including this one
  due_at       INTEGER NOT NULL,
  until        INTEGER NOT NULL,                 -- not sent later than this: the next one tells it
  claimed_at   INTEGER NOT NULL,
  attempted_at INTEGER NOT NULL,                 -- Discord has known the nonce since then at the earliest
  retry_at     INTEGER,                          -- when to see to it again; null once it is settled
  tries        INTEGER NOT NULL DEFAULT 0,       -- that came to nothing
  outcome      TEXT NOT NULL CHECK (outcome IN
                 ('claimed', 'sent', 'empty', 'failed', 'uncertain', 'missed')),
  detail       TEXT NOT NULL DEFAULT '',
  message_id   INTEGER,
  UNIQUE (guild_id, key)                         -- one digest per server and local date
) STRICT;
INSERT INTO digest_run_2
SELECT id, guild_id, key, NULL, channel_id, since, through, claimed_at, claimed_at + 43200, claimed_at,
       claimed_at, CASE outcome WHEN 'claimed' THEN claimed_at END, 0, outcome, detail, message_id
FROM digest_run;
DROP TABLE digest_run;
ALTER TABLE digest_run_2 RENAME TO digest_run;
CREATE INDEX digest_run_open ON digest_run (retry_at) WHERE retry_at IS NOT NULL;
CREATE INDEX digest_run_open_by_server ON digest_run (guild_id) WHERE retry_at IS NOT NULL;
CREATE INDEX digest_run_by_server ON digest_run (guild_id, id);

ALTER TABLE digest_schedule ADD COLUMN set_by INTEGER NOT NULL DEFAULT 0;  -- is told when it is stopped
ALTER TABLE digest_schedule ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;    -- random: order among many due at once
ALTER TABLE digest_schedule ADD COLUMN stopped_at INTEGER;                 -- null while it runs
ALTER TABLE digest_schedule ADD COLUMN stopped_why TEXT NOT NULL DEFAULT '';
ALTER TABLE digest_schedule ADD COLUMN told_at INTEGER;                    -- when a manager was told of that
DROP INDEX digest_schedule_by_run;
CREATE INDEX digest_schedule_by_run ON digest_schedule (next_run_at, turn) WHERE stopped_at IS NULL;
CREATE INDEX digest_schedule_untold ON digest_schedule (stopped_at)
  WHERE stopped_at IS NOT NULL AND told_at IS NULL;

-- What a server wants in its digest; no row: everything, no ping, nothing where there is no news.
CREATE TABLE digest_choice (
  guild_id     INTEGER PRIMARY KEY REFERENCES server,
  hidden       TEXT NOT NULL CHECK (json_valid(hidden)),             -- JSON list of sections
  least_worth  REAL NOT NULL CHECK (least_worth BETWEEN 0 AND 1),    -- of new and most-asked claims
  tag          TEXT NOT NULL CHECK (length(tag) <= 40),              -- '': any or none
  ping_role_id INTEGER,
  skip_empty   INTEGER NOT NULL CHECK (skip_empty IN (0, 1))
) STRICT;

-- The latest time that the bot saw, to notice a clock that was set back.
CREATE TABLE digest_clock (
  only    INTEGER PRIMARY KEY CHECK (only = 1),
  seen_at INTEGER NOT NULL
) STRICT;
