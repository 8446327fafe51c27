-- What a fact-checking desk needs beyond looking up and rating: full-text search, matches,
-- reviews by two people, disputes, tags, a history that can be checked, and erasure.

-- Servers -----------------------------------------------------------------------------------

ALTER TABLE server ADD COLUMN slot INTEGER;              -- small number that stands in claim.id
UPDATE server SET slot = (SELECT count(*) FROM server AS earlier WHERE earlier.guild_id <= server.guild_id);
CREATE UNIQUE INDEX server_by_slot ON server (slot);
ALTER TABLE server ADD COLUMN two_person INTEGER NOT NULL DEFAULT 0 CHECK (two_person IN (0, 1));
ALTER TABLE server ADD COLUMN strict_evidence INTEGER NOT NULL DEFAULT 1 CHECK (strict_evidence IN (0, 1));
ALTER TABLE server ADD COLUMN salt BLOB;                 -- random; makes pseudonyms of erased people
UPDATE server SET salt = randomblob(32);
ALTER TABLE server ADD COLUMN left_at INTEGER;           -- when the bot was removed; null while it is there
ALTER TABLE server ADD COLUMN erasing INTEGER NOT NULL DEFAULT 0;  -- lets the history's trigger pass

-- Claims ------------------------------------------------------------------------------------

-- claim.id is slot << 32 | number, so that the claims of one server are one range of rowids and
-- full-text search never reads another server's matches.
UPDATE claim SET id = -id;
UPDATE claim SET id = ((SELECT slot FROM server WHERE server.guild_id = claim.guild_id) << 32) | number;
ALTER TABLE claim ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;      -- people who asked for a check
ALTER TABLE claim ADD COLUMN assignee INTEGER;                      -- from standing
ALTER TABLE claim ADD COLUMN recheck_on TEXT;                       -- from standing; ISO date
ALTER TABLE claim ADD COLUMN merged_into INTEGER;                   -- the number that absorbed it
UPDATE claim SET assignee = json_extract(standing, '$.assignee');
CREATE INDEX claim_by_worth ON claim (guild_id, check_worthiness DESC, number DESC);
CREATE INDEX claim_by_demand ON claim (guild_id, asked DESC, number DESC);
CREATE INDEX claim_by_source ON claim (guild_id, source_id, number);
CREATE INDEX claim_by_assignee ON claim (guild_id, assignee, number) WHERE assignee IS NOT NULL;
CREATE INDEX claim_to_recheck ON claim (recheck_on) WHERE recheck_on IS NOT NULL;
CREATE INDEX claim_by_merge ON claim (guild_id, merged_into) WHERE merged_into IS NOT NULL;

-- Search: external content, kept in step by claims.ledger.search.
CREATE VIEW claim_words AS
SELECT claim.id AS id, claim.text AS text, source.name AS source
FROM claim JOIN source ON source.guild_id = claim.guild_id AND source.id = claim.source_id;
CREATE VIRTUAL TABLE claim_search USING fts5 (      -- ranks, phrases, matching
  text, source, content='claim_words', content_rowid='id',
  tokenize="porter unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE claim_typed USING fts5 (       -- words as they are typed
  text, source, content='claim_words', content_rowid='id', detail=none, prefix='1 2 3 4 5',
  tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO claim_search (claim_search) VALUES ('rebuild');
INSERT INTO claim_typed (claim_typed) VALUES ('rebuild');

-- Appearances and matches ---------------------------------------------------------------------

ALTER TABLE appearance ADD COLUMN origin TEXT NOT NULL DEFAULT '';  -- same words of the same source: one origin

-- Bands of MinHash signatures: claims that share one are candidates for saying the same.
CREATE TABLE band (
  guild_id INTEGER NOT NULL,
  value    INTEGER NOT NULL,
  number   INTEGER NOT NULL,
  PRIMARY KEY (guild_id, value, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE match (
  guild_id   INTEGER NOT NULL,
  number     INTEGER NOT NULL,                       -- the newer claim
  other      INTEGER NOT NULL,                       -- the older one, which it may repeat
  score      REAL NOT NULL CHECK (score BETWEEN 0 AND 100),
  differs    TEXT NOT NULL CHECK (json_valid(differs)),  -- what the guard found, in words
  outcome    TEXT NOT NULL DEFAULT 'suggested' CHECK (outcome IN ('suggested', 'confirmed', 'rejected')),
  decided_by INTEGER,
  PRIMARY KEY (guild_id, number, other),
  FOREIGN KEY (guild_id, number) REFERENCES claim (guild_id, number),
  FOREIGN KEY (guild_id, other) REFERENCES claim (guild_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX match_by_other ON match (guild_id, other);

-- Sources -------------------------------------------------------------------------------------

CREATE TABLE alias (
  guild_id  INTEGER NOT NULL,
  name      TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),   -- case folded
  type      TEXT NOT NULL,
  source_id INTEGER NOT NULL,
  PRIMARY KEY (guild_id, name, type),
  FOREIGN KEY (guild_id, source_id) REFERENCES source (guild_id, id)
) STRICT, WITHOUT ROWID;

-- Evidence ------------------------------------------------------------------------------------

ALTER TABLE evidence ADD COLUMN quotation TEXT NOT NULL DEFAULT '' CHECK (length(quotation) <= 1000);
ALTER TABLE evidence ADD COLUMN is_primary INTEGER NOT NULL DEFAULT 0 CHECK (is_primary IN (0, 1));

-- Tags, demand, members' reports --------------------------------------------------------------

CREATE TABLE tag (
  guild_id INTEGER NOT NULL,
  number   INTEGER NOT NULL,
  name     TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  PRIMARY KEY (guild_id, name, number),
  FOREIGN KEY (guild_id, number) REFERENCES claim (guild_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_by_claim ON tag (guild_id, number);

CREATE TABLE demand (
  guild_id INTEGER NOT NULL,
  number   INTEGER NOT NULL,
  user_id  INTEGER NOT NULL,
  at       INTEGER NOT NULL,
  PRIMARY KEY (guild_id, number, user_id),           -- each person asks once
  FOREIGN KEY (guild_id, number) REFERENCES claim (guild_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE report (
  id         INTEGER PRIMARY KEY,
  guild_id   INTEGER NOT NULL,
  number     INTEGER NOT NULL,
  user_id    INTEGER NOT NULL,
  at         INTEGER NOT NULL,
  reason     TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  outcome    TEXT NOT NULL DEFAULT 'waiting' CHECK (outcome IN ('waiting', 'accepted', 'rejected')),
  decided_by INTEGER,
  answer     TEXT NOT NULL DEFAULT '' CHECK (length(answer) <= 1000),  -- why it was rejected
  accepted_with INTEGER REFERENCES event,                              -- the dispute that came of it
  FOREIGN KEY (guild_id, number) REFERENCES claim (guild_id, number)
) STRICT;
CREATE INDEX report_by_claim ON report (guild_id, number);

-- History -------------------------------------------------------------------------------------

-- The table is made anew, because a CHECK cannot be widened in place.
DROP TRIGGER event_is_not_rewritten;
DROP TRIGGER event_is_not_erased;
DROP TRIGGER event_is_not_replaced;
CREATE TABLE event_2 (
  id       INTEGER PRIMARY KEY,
  guild_id INTEGER NOT NULL,
  number   INTEGER NOT NULL,
  at       INTEGER NOT NULL,
  actor    INTEGER NOT NULL,          -- 0: the bot itself, or the command line; below 0: an erased person
  action   TEXT NOT NULL CHECK (action IN (
             'add', 'take', 'release', 'rate', 'dispute', 'drop', 'reopen', 'undo', 'confirm',
             'evidence', 'withdraw', 'edit', 'tag', 'merge', 'unmerge', 'recheck')),
  before   TEXT CHECK (before IS NULL OR json_valid(before)),
  after    TEXT NOT NULL CHECK (json_valid(after)),
  reason   TEXT NOT NULL CHECK (length(reason) <= 1000),
  undone   INTEGER REFERENCES event_2,
  detail   TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(detail)),  -- what changed beside the standing
  hash     TEXT NOT NULL,             -- over this event and the one before of the same server
  FOREIGN KEY (guild_id, number) REFERENCES claim (guild_id, number)
) STRICT;
INSERT INTO event_2 SELECT id, guild_id, number, at, actor, action, before, after, reason, undone, '{}', '' FROM event;
DROP TABLE event;
ALTER TABLE event_2 RENAME TO event;
CREATE INDEX event_by_claim ON event (guild_id, number, id);
CREATE INDEX event_by_server ON event (guild_id, id);
-- claims.ledger.history fills in the hashes, then makes the triggers.
