-- What is no claim yet: previews of what a text was split into, and texts that people want checked.
-- Both are forgotten after a time (claims.ledger.drafts and asks say when).

CREATE TABLE draft (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,        -- never given twice: old buttons name it
  guild_id INTEGER NOT NULL REFERENCES server,
  owner    INTEGER NOT NULL,                         -- the moderator who made it; nobody else sees it
  made_at  INTEGER NOT NULL,
  article  TEXT NOT NULL CHECK (json_valid(article)),
  ask_id   INTEGER,                                  -- the asked text that it answers, if it does
  UNIQUE (guild_id, id)
) STRICT;
CREATE INDEX draft_by_owner ON draft (guild_id, owner, id);
CREATE INDEX draft_by_age ON draft (made_at);

CREATE TABLE draft_claim (
  guild_id INTEGER NOT NULL,
  draft_id INTEGER NOT NULL,
  place    INTEGER NOT NULL,                         -- order of appearance, from 0
  claim    TEXT NOT NULL CHECK (json_valid(claim)),
  kept     INTEGER NOT NULL DEFAULT 1 CHECK (kept IN (0, 1)),
  same_as  INTEGER,                                  -- the number of the claim that shall absorb it
  PRIMARY KEY (guild_id, draft_id, place),
  FOREIGN KEY (guild_id, draft_id) REFERENCES draft (guild_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE ask (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  guild_id    INTEGER NOT NULL REFERENCES server,
  fingerprint TEXT NOT NULL,                         -- SHA-256 of the words, case folded
  article     TEXT NOT NULL CHECK (json_valid(article)),
  made_at     INTEGER NOT NULL,
  UNIQUE (guild_id, fingerprint),
  UNIQUE (guild_id, id)
) STRICT;
CREATE INDEX ask_by_age ON ask (made_at);

CREATE TABLE asker (                                 -- an ask without one was only looked up
  guild_id INTEGER NOT NULL,
  ask_id   INTEGER NOT NULL,
  user_id  INTEGER NOT NULL,
  at       INTEGER NOT NULL,
  PRIMARY KEY (guild_id, ask_id, user_id),           -- each person asks once
  FOREIGN KEY (guild_id, ask_id) REFERENCES ask (guild_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- The moderators' queue, and articles by title and address.
CREATE INDEX claim_in_queue ON claim (guild_id, asked DESC, check_worthiness DESC, number DESC)
  WHERE stage = 'open' AND merged_into IS NULL;
CREATE INDEX article_by_title ON article (guild_id, title COLLATE NOCASE);
CREATE INDEX article_by_url ON article (guild_id, url) WHERE url <> '';
