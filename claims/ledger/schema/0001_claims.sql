-- Every row belongs to one server (guild_id). Times are whole seconds since 1970, UTC.
-- Spans are JSON lists of [start, end] in code points of article.text, which is never altered.

CREATE TABLE server (
  guild_id          INTEGER PRIMARY KEY,
  moderator_role_id INTEGER,                     -- null: whoever may manage the server moderates
  last_number       INTEGER NOT NULL DEFAULT 0   -- of the newest claim; numbers are never reused
) STRICT;

CREATE TABLE article (
  id           INTEGER PRIMARY KEY,
  guild_id     INTEGER NOT NULL REFERENCES server,
  fingerprint  TEXT NOT NULL,                    -- SHA-256 of the words, case folded: stored once
  title        TEXT NOT NULL CHECK (length(title) <= 500),
  publisher    TEXT NOT NULL CHECK (length(publisher) <= 200),
  published_on TEXT,                             -- ISO date
  url          TEXT NOT NULL CHECK (length(url) <= 2000),
  language     TEXT NOT NULL,
  origin       TEXT NOT NULL,
  text         TEXT NOT NULL,
  added_by     INTEGER NOT NULL,
  added_at     INTEGER NOT NULL,
  UNIQUE (guild_id, fingerprint),
  UNIQUE (guild_id, id)
) STRICT;

CREATE TABLE source (
  id       INTEGER PRIMARY KEY,
  guild_id INTEGER NOT NULL REFERENCES server,
  name     TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  type     TEXT NOT NULL CHECK (type IN ('person', 'organisation', 'document', 'unnamed', 'publisher')),
  role     TEXT NOT NULL CHECK (length(role) <= 300),
  UNIQUE (guild_id, name, type),
  UNIQUE (guild_id, id)
) STRICT;

CREATE TABLE claim (
  id               INTEGER PRIMARY KEY,
  guild_id         INTEGER NOT NULL REFERENCES server,
  number           INTEGER NOT NULL,             -- what people call it: #12
  text             TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
  fingerprint      TEXT NOT NULL,                -- SHA-256 of source and words, case folded
  kind             TEXT NOT NULL CHECK (kind IN ('direct', 'mixed', 'indirect', 'narration')),
  source_id        INTEGER NOT NULL,
  stated_on        TEXT,                         -- as written
  stated_from      TEXT,                         -- ISO dates, both included
  stated_to        TEXT,
  check_worthiness REAL NOT NULL CHECK (check_worthiness BETWEEN 0 AND 1),
  stage            TEXT NOT NULL
                   CHECK (stage IN ('open', 'checking', 'review', 'rated', 'disputed', 'dropped')),
  rating           TEXT CHECK (rating IN ('verified', 'mostly_true', 'mixed', 'misleading', 'false',
                                          'unproven', 'not_checkable')),
  standing         TEXT NOT NULL CHECK (json_valid(standing)),  -- stage and rating with who, when, why
  version          INTEGER NOT NULL,             -- events so far; what a button saw
  added_at         INTEGER NOT NULL,
  UNIQUE (guild_id, number),
  FOREIGN KEY (guild_id, source_id) REFERENCES source (guild_id, id),
  CHECK (stage NOT IN ('review', 'rated', 'disputed') OR rating IS NOT NULL)
) STRICT;
CREATE INDEX claim_by_words ON claim (guild_id, fingerprint);
CREATE INDEX claim_by_stage ON claim (guild_id, stage, number);
CREATE INDEX claim_being_checked ON claim (guild_id, number) WHERE stage = 'checking';

CREATE TABLE appearance (
  guild_id   INTEGER NOT NULL,
  number     INTEGER NOT NULL,
  article_id INTEGER NOT NULL,
  content    TEXT NOT NULL CHECK (json_valid(content)),  -- spans
  mention    TEXT NOT NULL CHECK (json_valid(mention)),  -- spans
  cue        TEXT NOT NULL CHECK (json_valid(cue)),      -- spans
  utterance  INTEGER NOT NULL,                           -- joins the pieces of one utterance
  PRIMARY KEY (guild_id, number, article_id, content),
  FOREIGN KEY (guild_id, number) REFERENCES claim (guild_id, number),
  FOREIGN KEY (guild_id, article_id) REFERENCES article (guild_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX appearance_by_article ON appearance (guild_id, article_id);

CREATE TABLE event (
  id       INTEGER PRIMARY KEY,                  -- also the order of what happened
  guild_id INTEGER NOT NULL,
  number   INTEGER NOT NULL,
  at       INTEGER NOT NULL,
  actor    INTEGER NOT NULL,                     -- 0: the bot itself, or the command line
  action   TEXT NOT NULL
           CHECK (action IN ('add', 'take', 'release', 'rate', 'dispute', 'drop', 'reopen', 'undo')),
  before   TEXT CHECK (before IS NULL OR json_valid(before)),      -- standing; null when the claim was added
  after    TEXT NOT NULL CHECK (json_valid(after)),
  reason   TEXT NOT NULL CHECK (length(reason) <= 1000),
  undone   INTEGER REFERENCES event,             -- the event that an undo took back
  FOREIGN KEY (guild_id, number) REFERENCES claim (guild_id, number)
) STRICT;
CREATE INDEX event_by_claim ON event (guild_id, number, id);
CREATE INDEX event_by_server ON event (guild_id, id);
CREATE TRIGGER event_is_not_rewritten BEFORE UPDATE ON event
BEGIN SELECT raise(ABORT, 'history is append-only'); END;
CREATE TRIGGER event_is_not_erased BEFORE DELETE ON event
BEGIN SELECT raise(ABORT, 'history is append-only'); END;
CREATE TRIGGER event_is_not_replaced BEFORE INSERT ON event  -- INSERT OR REPLACE fires no other
WHEN EXISTS (SELECT 1 FROM event WHERE id = new.id)
BEGIN SELECT raise(ABORT, 'history is append-only'); END;

CREATE TABLE evidence (
  id           INTEGER PRIMARY KEY,
  guild_id     INTEGER NOT NULL,
  number       INTEGER NOT NULL,
  url          TEXT NOT NULL CHECK (length(url) <= 500),
  stance       TEXT NOT NULL CHECK (stance IN ('supports', 'refutes', 'context')),
  note         TEXT NOT NULL CHECK (length(note) <= 300),
  added_by     INTEGER NOT NULL,
  added_at     INTEGER NOT NULL,
  brought_with INTEGER NOT NULL REFERENCES event,  -- the decision that it came with
  withdrawn_by INTEGER REFERENCES event,           -- never deleted
  FOREIGN KEY (guild_id, number) REFERENCES claim (guild_id, number)
) STRICT;
CREATE INDEX evidence_by_claim ON evidence (guild_id, number);

CREATE TABLE follow (
  guild_id INTEGER NOT NULL,
  number   INTEGER NOT NULL,
  user_id  INTEGER NOT NULL,
  since    INTEGER NOT NULL,
  PRIMARY KEY (guild_id, user_id, number),
  FOREIGN KEY (guild_id, number) REFERENCES claim (guild_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE digest_schedule (
  guild_id    INTEGER PRIMARY KEY REFERENCES server,
  channel_id  INTEGER NOT NULL,
  local_time  TEXT NOT NULL,                     -- HH:MM
  zone        TEXT NOT NULL,                     -- IANA name
  weekdays    TEXT NOT NULL,                     -- JSON list, Monday is 0
  next_run_at INTEGER NOT NULL,                  -- derived from the four above
  next_run_on TEXT NOT NULL                      -- the local date which that run is meant for
) STRICT;
CREATE INDEX digest_schedule_by_run ON digest_schedule (next_run_at);

CREATE TABLE digest_run (
  id         INTEGER PRIMARY KEY,                -- also the message's nonce
  guild_id   INTEGER NOT NULL REFERENCES server,
  key        TEXT NOT NULL,                      -- the local date, or the request that asked for it
  channel_id INTEGER NOT NULL,
  since      INTEGER NOT NULL,                   -- covers the events after this one …
  through    INTEGER NOT NULL,                   -- … up to and including this one
  claimed_at INTEGER NOT NULL,
  outcome    TEXT NOT NULL CHECK (outcome IN ('claimed', 'sent', 'empty', 'failed', 'uncertain')),
  detail     TEXT NOT NULL DEFAULT '',
  message_id INTEGER,
  UNIQUE (guild_id, key)                         -- one digest per server and local date
) STRICT;
CREATE INDEX digest_run_by_outcome ON digest_run (outcome, claimed_at);

CREATE TABLE command_sync (
  application_id INTEGER PRIMARY KEY,
  definition     TEXT NOT NULL                   -- hash of the commands that Discord was last given
) STRICT;
