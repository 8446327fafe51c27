-- What no event of a claim describes is covered by the history too: articles, where claims appear,
-- what was decided about reports and suggestions, rules, digests.

CREATE TABLE seal (
  id       INTEGER PRIMARY KEY,
  guild_id INTEGER NOT NULL REFERENCES server,
  event_id INTEGER REFERENCES event,             -- that it follows in the chain; null: none came before
  stood_at INTEGER,                              -- of the one that tells all rows which stood when this table was made
  rows     TEXT NOT NULL CHECK (json_valid(rows)),  -- {table: [[claim's number or null, "+" or "-" and digest]]}
  hash     TEXT NOT NULL                         -- over this seal and what is before it in the chain
) STRICT;
CREATE INDEX seal_by_event ON seal (guild_id, event_id, id);
-- claims.ledger.history.seals tells what stands, and makes the triggers, those of event anew as well.
