PRAGMA application_id = 1131179379;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
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
INSERT INTO "appearance" VALUES(1001,1,1,'[[0,57]]','[[59,73]]','[]',0);
INSERT INTO "appearance" VALUES(1001,2,1,'[[101,146]]','[[59,73]]','[]',1);
INSERT INTO "appearance" VALUES(1001,2,3,'[[0,41]]','[[43,51]]','[]',2);
INSERT INTO "appearance" VALUES(1001,3,1,'[[182,208]]','[[161,180]]','[]',2);
INSERT INTO "appearance" VALUES(1001,4,3,'[[0,41]]','[[43,51]]','[]',0);
INSERT INTO "appearance" VALUES(1001,5,3,'[[72,98]]','[[43,51]]','[]',1);
INSERT INTO "appearance" VALUES(2002,1,2,'[[0,57]]','[[59,73]]','[]',0);
INSERT INTO "appearance" VALUES(2002,2,2,'[[101,146]]','[[59,73]]','[]',1);
INSERT INTO "appearance" VALUES(2002,3,2,'[[182,208]]','[[161,180]]','[]',2);
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
INSERT INTO "article" VALUES(1,1001,'6c047f07db09696553aaa065aa3982125b2e3f4d5502999481d26bd58f80ee77','Harbour lost a third','Norvik Courier','2025-02-19','https://courier.example/harbour','en','','The harbour of Norvik lost a third of its trade last year, Mayor Ida Lund told the council. She said the two cranes had stood still for nine weeks. According to the shipping office, 412 vessels called in 2024.',9,1772452800);
INSERT INTO "article" VALUES(2,2002,'6c047f07db09696553aaa065aa3982125b2e3f4d5502999481d26bd58f80ee77','Harbour lost a third','Norvik Courier','2025-02-19','https://courier.example/harbour','en','','The harbour of Norvik lost a third of its trade last year, Mayor Ida Lund told the council. She said the two cranes had stood still for nine weeks. According to the shipping office, 412 vessels called in 2024.',9,1772452800);
INSERT INTO "article" VALUES(3,1001,'0458cf1543968a748ca2bb2c3adfd1d757825e2be9a0e073d02e0343afc75f85','Cranes, again','Norvik Courier',NULL,'','en','','Two cranes had stood still for nine weeks, Ida Lund repeated on Friday. The ferry will stop in May, she said.',0,1772452860);
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
INSERT INTO "claim" VALUES(1,1001,1,'The harbour of Norvik lost a third of its trade last year','b5b97390c6265dc6b88c3d8be51f10365b2ec35c3c13db883edd75cb226de747','indirect',1,'last year','2024-01-01','2024-12-31',0.8,'disputed','false','{"stage":"disputed","rating":"false","reason":"A quarter, as the correction says.","rated_by":7,"rated_at":"2026-03-02T13:00:00Z","assignee":null,"assigned_until":null}',6,1772452800);
INSERT INTO "claim" VALUES(2,1001,2,'The two cranes had stood still for nine weeks','18a830fb42485ccf1c748a429888d29727428963ac776c5f931c54717dc38963','indirect',1,NULL,NULL,NULL,0.7,'rated','mixed','{"stage":"rated","rating":"mixed","reason":"One of the two.","rated_by":7,"rated_at":"2026-03-02T14:00:00Z","assignee":null,"assigned_until":null}',4,1772452800);
INSERT INTO "claim" VALUES(3,1001,3,'412 vessels called in 2024','dcebd442cc5d77accc0e873bfed964396d1e500336606d7d34164a47b0e0949d','indirect',2,NULL,NULL,NULL,0.9,'open',NULL,'{"stage":"open","rating":null,"reason":"","rated_by":null,"rated_at":null,"assignee":null,"assigned_until":null}',3,1772452800);
INSERT INTO "claim" VALUES(4,2002,1,'The harbour of Norvik lost a third of its trade last year','b5b97390c6265dc6b88c3d8be51f10365b2ec35c3c13db883edd75cb226de747','indirect',3,'last year','2024-01-01','2024-12-31',0.8,'open',NULL,'{"stage":"open","rating":null,"reason":"","rated_by":null,"rated_at":null,"assignee":null,"assigned_until":null}',1,1772452800);
INSERT INTO "claim" VALUES(5,2002,2,'The two cranes had stood still for nine weeks','18a830fb42485ccf1c748a429888d29727428963ac776c5f931c54717dc38963','indirect',3,NULL,NULL,NULL,0.7,'open',NULL,'{"stage":"open","rating":null,"reason":"","rated_by":null,"rated_at":null,"assignee":null,"assigned_until":null}',1,1772452800);
INSERT INTO "claim" VALUES(6,2002,3,'412 vessels called in 2024','dcebd442cc5d77accc0e873bfed964396d1e500336606d7d34164a47b0e0949d','indirect',4,NULL,NULL,NULL,0.9,'rated','misleading','{"stage":"rated","rating":"misleading","reason":"Ferries were counted twice.","rated_by":8,"rated_at":"2026-03-02T13:00:00Z","assignee":null,"assigned_until":null}',2,1772452800);
INSERT INTO "claim" VALUES(7,1001,4,'Two cranes had stood still for nine weeks','9ae27d6f0a2e466cc9f3888d39d5ba392eebf91f4ea3e8c7aa0120c06dc2ce24','indirect',1,NULL,NULL,NULL,0.5,'checking',NULL,'{"stage":"checking","rating":null,"reason":"","rated_by":null,"rated_at":null,"assignee":8,"assigned_until":"2026-03-04T13:00:00Z"}',2,1772452860);
INSERT INTO "claim" VALUES(8,1001,5,'The ferry will stop in May','0b8780130f9b248d5e7a5fa2fb4f409fb9b312d5fe5a16a860a85a8155c9f033','indirect',1,NULL,NULL,NULL,0.3,'open',NULL,'{"stage":"open","rating":null,"reason":"","rated_by":null,"rated_at":null,"assignee":null,"assigned_until":null}',1,1772452860);
CREATE TABLE command_sync (
  application_id INTEGER PRIMARY KEY,
  definition     TEXT NOT NULL                   -- hash of the commands that Discord was last given
) STRICT;
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
INSERT INTO "digest_run" VALUES(1,1001,'now 1',55,0,18,1772456400,'sent','',99);
CREATE TABLE digest_schedule (
  guild_id    INTEGER PRIMARY KEY REFERENCES server,
  channel_id  INTEGER NOT NULL,
  local_time  TEXT NOT NULL,                     -- HH:MM
  zone        TEXT NOT NULL,                     -- IANA name
  weekdays    TEXT NOT NULL,                     -- JSON list, Monday is 0
  next_run_at INTEGER NOT NULL,                  -- derived from the four above
  next_run_on TEXT NOT NULL                      -- the local date which that run is meant for
) STRICT;
INSERT INTO "digest_schedule" VALUES(1001,55,'08:30','Europe/Oslo','[0, 2]',1772609400,'2026-03-04');
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
INSERT INTO "event" VALUES(1,1001,1,1772452800,9,'add',NULL,'{"stage":"open","rating":null,"reason":"","rated_by":null,"rated_at":null,"assignee":null,"assigned_until":null}','',NULL);
INSERT INTO "event" VALUES(2,1001,2,1772452800,9,'add',NULL,'{"stage":"open","rating":null,"reason":"","rated_by":null,"rated_at":null,"assignee":null,"assigned_until":null}','',NULL);
INSERT INTO "event" VALUES(3,1001,3,1772452800,9,'add',NULL,'{"stage":"open","rating":null,"reason":"","rated_by":null,"rated_at":null,"assignee":null,"assigned_until":null}','',NULL);
INSERT INTO "event" VALUES(4,2002,1,1772452800,9,'add',NULL,'{"stage":"open","rating":null,"reason":"","rated_by":null,"rated_at":null,"assignee":null,"assigned_until":null}','',NULL);
INSERT INTO "event" VALUES(5,2002,2,1772452800,9,'add',NULL,'{"stage":"open","rating":null,"reason":"","rated_by":null,"rated_at":null,"assignee":null,"assigned_until":null}','',NULL);
INSERT INTO "event" VALUES(6,2002,3,1772452800,9,'add',NULL,'{"stage":"open","rating":null,"reason":"","rated_by":null,"rated_at":null,"assignee":null,"assigned_until":null}','',NULL);
INSERT INTO "event" VALUES(7,1001,4,1772452860,0,'add',NULL,'{"stage":"open","rating":null,"reason":"","rated_by":null,"rated_at":null,"assignee":null,"assigned_until":null}','',NULL);
INSERT INTO "event" VALUES(8,1001,5,1772452860,0,'add',NULL,'{"stage":"open","rating":null,"reason":"","rated_by":null,"rated_at":null,"assignee":null,"assigned_until":null}','',NULL);
INSERT INTO "event" VALUES(9,1001,1,1772456400,7,'take','{"stage":"open","rating":null,"reason":"","rated_by":null,"rated_at":null,"assignee":null,"assigned_until":null}','{"stage":"checking","rating":null,"reason":"","rated_by":null,"rated_at":null,"assignee":7,"assigned_until":"2026-03-04T13:00:00Z"}','',NULL);
INSERT INTO "event" VALUES(10,1001,1,1772456400,7,'rate','{"stage":"checking","rating":null,"reason":"","rated_by":null,"rated_at":null,"assignee":7,"assigned_until":"2026-03-04T13:00:00Z"}','{"stage":"rated","rating":"verified","reason":"The yearbook says so.","rated_by":7,"rated_at":"2026-03-02T13:00:00Z","assignee":null,"assigned_until":null}','The yearbook says so.',NULL);
INSERT INTO "event" VALUES(11,1001,1,1772456400,8,'dispute','{"stage":"rated","rating":"verified","reason":"The yearbook says so.","rated_by":7,"rated_at":"2026-03-02T13:00:00Z","assignee":null,"assigned_until":null}','{"stage":"disputed","rating":"verified","reason":"The yearbook says so.","rated_by":7,"rated_at":"2026-03-02T13:00:00Z","assignee":null,"assigned_until":null}','The yearbook was corrected.',NULL);
INSERT INTO "event" VALUES(12,1001,1,1772456400,7,'rate','{"stage":"disputed","rating":"verified","reason":"The yearbook says so.","rated_by":7,"rated_at":"2026-03-02T13:00:00Z","assignee":null,"assigned_until":null}','{"stage":"rated","rating":"false","reason":"A quarter, as the correction says.","rated_by":7,"rated_at":"2026-03-02T13:00:00Z","assignee":null,"assigned_until":null}','A quarter, as the correction says.',NULL);
INSERT INTO "event" VALUES(13,1001,1,1772456400,8,'dispute','{"stage":"rated","rating":"false","reason":"A quarter, as the correction says.","rated_by":7,"rated_at":"2026-03-02T13:00:00Z","assignee":null,"assigned_until":null}','{"stage":"disputed","rating":"false","reason":"A quarter, as the correction says.","rated_by":7,"rated_at":"2026-03-02T13:00:00Z","assignee":null,"assigned_until":null}','Which year?',NULL);
INSERT INTO "event" VALUES(14,1001,2,1772456400,8,'rate','{"stage":"open","rating":null,"reason":"","rated_by":null,"rated_at":null,"assignee":null,"assigned_until":null}','{"stage":"rated","rating":"mixed","reason":"One of the two.","rated_by":8,"rated_at":"2026-03-02T13:00:00Z","assignee":null,"assigned_until":null}','One of the two.',NULL);
INSERT INTO "event" VALUES(15,1001,2,1772456400,8,'undo','{"stage":"rated","rating":"mixed","reason":"One of the two.","rated_by":8,"rated_at":"2026-03-02T13:00:00Z","assignee":null,"assigned_until":null}','{"stage":"open","rating":null,"reason":"","rated_by":null,"rated_at":null,"assignee":null,"assigned_until":null}','',14);
INSERT INTO "event" VALUES(16,1001,3,1772456400,7,'drop','{"stage":"open","rating":null,"reason":"","rated_by":null,"rated_at":null,"assignee":null,"assigned_until":null}','{"stage":"dropped","rating":null,"reason":"","rated_by":null,"rated_at":null,"assignee":null,"assigned_until":null}','A forecast.',NULL);
INSERT INTO "event" VALUES(17,1001,3,1772456400,7,'reopen','{"stage":"dropped","rating":null,"reason":"","rated_by":null,"rated_at":null,"assignee":null,"assigned_until":null}','{"stage":"open","rating":null,"reason":"","rated_by":null,"rated_at":null,"assignee":null,"assigned_until":null}','It is none.',NULL);
INSERT INTO "event" VALUES(18,1001,4,1772456400,8,'take','{"stage":"open","rating":null,"reason":"","rated_by":null,"rated_at":null,"assignee":null,"assigned_until":null}','{"stage":"checking","rating":null,"reason":"","rated_by":null,"rated_at":null,"assignee":8,"assigned_until":"2026-03-04T13:00:00Z"}','',NULL);
INSERT INTO "event" VALUES(19,2002,3,1772456400,8,'rate','{"stage":"open","rating":null,"reason":"","rated_by":null,"rated_at":null,"assignee":null,"assigned_until":null}','{"stage":"rated","rating":"misleading","reason":"Ferries were counted twice.","rated_by":8,"rated_at":"2026-03-02T13:00:00Z","assignee":null,"assigned_until":null}','Ferries were counted twice.',NULL);
INSERT INTO "event" VALUES(20,1001,2,1772460000,7,'rate','{"stage":"open","rating":null,"reason":"","rated_by":null,"rated_at":null,"assignee":null,"assigned_until":null}','{"stage":"rated","rating":"mixed","reason":"One of the two.","rated_by":7,"rated_at":"2026-03-02T14:00:00Z","assignee":null,"assigned_until":null}','One of the two.',NULL);
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
INSERT INTO "evidence" VALUES(1,1001,1,'https://port.example/yearbook','supports','table 3',7,1772456400,10,NULL);
INSERT INTO "evidence" VALUES(2,1001,1,'https://port.example/letter','context','',7,1772456400,10,NULL);
INSERT INTO "evidence" VALUES(3,1001,1,'https://port.example/correction','refutes','',7,1772456400,12,NULL);
INSERT INTO "evidence" VALUES(4,1001,2,'https://port.example/cranes','supports','',8,1772456400,14,15);
INSERT INTO "evidence" VALUES(5,2002,3,'https://port.example/ferries','refutes','“twice”',8,1772456400,19,NULL);
INSERT INTO "evidence" VALUES(6,1001,2,'https://port.example/cranes-2','supports','',7,1772460000,20,NULL);
CREATE TABLE follow (
  guild_id INTEGER NOT NULL,
  number   INTEGER NOT NULL,
  user_id  INTEGER NOT NULL,
  since    INTEGER NOT NULL,
  PRIMARY KEY (guild_id, user_id, number),
  FOREIGN KEY (guild_id, number) REFERENCES claim (guild_id, number)
) STRICT, WITHOUT ROWID;
INSERT INTO "follow" VALUES(1001,1,7,1772456400);
INSERT INTO "follow" VALUES(1001,2,7,1772456400);
INSERT INTO "follow" VALUES(2002,3,7,1772456400);
CREATE TABLE server (
  guild_id          INTEGER PRIMARY KEY,
  moderator_role_id INTEGER,                     -- null: whoever may manage the server moderates
  last_number       INTEGER NOT NULL DEFAULT 0   -- of the newest claim; numbers are never reused
) STRICT;
INSERT INTO "server" VALUES(1001,77,5);
INSERT INTO "server" VALUES(2002,NULL,3);
CREATE TABLE source (
  id       INTEGER PRIMARY KEY,
  guild_id INTEGER NOT NULL REFERENCES server,
  name     TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  type     TEXT NOT NULL CHECK (type IN ('person', 'organisation', 'document', 'unnamed', 'publisher')),
  role     TEXT NOT NULL CHECK (length(role) <= 300),
  UNIQUE (guild_id, name, type),
  UNIQUE (guild_id, id)
) STRICT;
INSERT INTO "source" VALUES(1,1001,'Ida Lund','person','mayor');
INSERT INTO "source" VALUES(2,1001,'shipping office','organisation','');
INSERT INTO "source" VALUES(3,2002,'Ida Lund','person','mayor');
INSERT INTO "source" VALUES(4,2002,'shipping office','organisation','');
CREATE INDEX claim_by_words ON claim (guild_id, fingerprint);
CREATE INDEX claim_by_stage ON claim (guild_id, stage, number);
CREATE INDEX claim_being_checked ON claim (guild_id, number) WHERE stage = 'checking';
CREATE INDEX appearance_by_article ON appearance (guild_id, article_id);
CREATE INDEX event_by_claim ON event (guild_id, number, id);
CREATE INDEX event_by_server ON event (guild_id, id);
CREATE TRIGGER event_is_not_rewritten BEFORE UPDATE ON event
BEGIN SELECT raise(ABORT, 'history is append-only'); END;
CREATE TRIGGER event_is_not_erased BEFORE DELETE ON event
BEGIN SELECT raise(ABORT, 'history is append-only'); END;
CREATE TRIGGER event_is_not_replaced BEFORE INSERT ON event  -- INSERT OR REPLACE fires no other
WHEN EXISTS (SELECT 1 FROM event WHERE id = new.id)
BEGIN SELECT raise(ABORT, 'history is append-only'); END;
CREATE INDEX evidence_by_claim ON evidence (guild_id, number);
CREATE INDEX digest_schedule_by_run ON digest_schedule (next_run_at);
CREATE INDEX digest_run_by_outcome ON digest_run (outcome, claimed_at);
COMMIT;
