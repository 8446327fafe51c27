-- Whatever is shared is remembered in one way: cards and histories, lists by any filter, what is known of
-- a text, and the sources of which a message gives counts.

CREATE TABLE shown_next (
  guild_id   INTEGER NOT NULL REFERENCES server,
  message_id INTEGER NOT NULL,
  channel_id INTEGER NOT NULL,
  what       TEXT NOT NULL CHECK (what IN (
               'card', 'history', 'article', 'source', 'sources', 'list', 'check')),
  number     INTEGER,                                -- the claim whose card or history it is
  article_id INTEGER,                                -- whose claims it lists, or asks for in a filter;
  place      INTEGER NOT NULL DEFAULT 0,             -- from this one on
  source_id  INTEGER,                                -- whose claims it lists; or the first of some sources
  wanted     TEXT CHECK (wanted IS NULL OR json_valid(wanted)),  -- a list's filter, but for the person in it
  assignee   INTEGER NOT NULL DEFAULT 0,             -- the person in it; 0 where there is none
  start      TEXT NOT NULL DEFAULT '',               -- from where on it lists; nothing for the top
  text       TEXT NOT NULL DEFAULT '',               -- of which it says what is known
  ask_id     INTEGER REFERENCES ask (id) ON DELETE SET NULL,  -- while a check of it can be asked for
  shared_by  INTEGER NOT NULL DEFAULT 0,             -- the person whose words the text is
  stale      INTEGER NOT NULL DEFAULT 0,             -- what it shows has changed since, and settled
  PRIMARY KEY (guild_id, message_id),
  FOREIGN KEY (guild_id, number) REFERENCES claim (guild_id, number),
  FOREIGN KEY (guild_id, article_id) REFERENCES article (guild_id, id),
  FOREIGN KEY (guild_id, source_id) REFERENCES source (guild_id, id),
  CHECK ((number IS NOT NULL) = (what IN ('card', 'history'))),
  CHECK (article_id IS NOT NULL OR what <> 'article'),
  CHECK (source_id IS NOT NULL OR what <> 'source'),
  CHECK ((wanted IS NOT NULL) = (what = 'list'))
) STRICT, WITHOUT ROWID;

INSERT INTO shown_next (guild_id, message_id, channel_id, what, number, article_id, place, source_id, stale)
SELECT guild_id, message_id, channel_id,
  CASE WHEN number IS NOT NULL THEN 'card' WHEN article_id IS NOT NULL THEN 'article' ELSE 'source' END,
  number, article_id, place, source_id, stale
FROM shown_message;
DROP TABLE shown_message;
ALTER TABLE shown_next RENAME TO shown_message;
CREATE INDEX shown_message_stale ON shown_message (message_id) WHERE stale = 1;
CREATE INDEX shown_message_by_ask ON shown_message (ask_id) WHERE ask_id IS NOT NULL;

CREATE TABLE shown_source (                          -- it gives counts of this source's claims
  guild_id   INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  source_id  INTEGER NOT NULL,
  PRIMARY KEY (guild_id, message_id, source_id),
  FOREIGN KEY (guild_id, message_id) REFERENCES shown_message (guild_id, message_id)
    ON DELETE CASCADE,
  FOREIGN KEY (guild_id, source_id) REFERENCES source (guild_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX shown_source_by_source ON shown_source (guild_id, source_id);
INSERT INTO shown_source SELECT guild_id, message_id, source_id FROM shown_message WHERE source_id IS NOT NULL;
