-- What a list shows, where a button's id has no room for it: turning its page still works weeks later.
CREATE TABLE kept_list (
  id       INTEGER PRIMARY KEY,
  guild_id INTEGER NOT NULL REFERENCES server,
  wanted   TEXT NOT NULL CHECK (json_valid(wanted)),  -- the filter, but for the person in it
  assignee INTEGER NOT NULL DEFAULT 0,                -- the person in it; 0 where there is none
  made_at  INTEGER NOT NULL,
  UNIQUE (guild_id, wanted, assignee)
) STRICT;
CREATE INDEX kept_list_by_age ON kept_list (made_at);
