-- What somebody looked up or narrowed a list by is theirs.

CREATE TABLE looker (                                -- who looked a text up
  guild_id INTEGER NOT NULL,
  ask_id   INTEGER NOT NULL,
  user_id  INTEGER NOT NULL,
  PRIMARY KEY (guild_id, ask_id, user_id),
  FOREIGN KEY (guild_id, ask_id) REFERENCES ask (guild_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO looker SELECT guild_id, ask_id, user_id FROM asker WHERE user_id > 0;

-- Of filters that were kept before nobody knows whose they are: such lists are asked for anew.
DROP TABLE kept_list;
CREATE TABLE kept_list (
  id       INTEGER PRIMARY KEY,
  guild_id INTEGER NOT NULL REFERENCES server,
  owner    INTEGER NOT NULL,                          -- whose list it is
  wanted   TEXT NOT NULL CHECK (json_valid(wanted)),  -- the filter, but for the person in it
  assignee INTEGER NOT NULL DEFAULT 0,                -- the person in it; 0 where there is none
  made_at  INTEGER NOT NULL,
  UNIQUE (guild_id, owner, wanted, assignee)
) STRICT;
CREATE INDEX kept_list_by_age ON kept_list (made_at);
