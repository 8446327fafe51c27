-- A message may show many claims: those of an article or a source that somebody shared.

CREATE TABLE shown_message (
  guild_id   INTEGER NOT NULL REFERENCES server,
  message_id INTEGER NOT NULL,
  channel_id INTEGER NOT NULL,
  number     INTEGER,                                -- it is the card of this claim,
  article_id INTEGER,                                -- or lists claims of this article
  place      INTEGER NOT NULL DEFAULT 0,             -- from this one on,
  source_id  INTEGER,                                -- or the newest ones of this source
  stale      INTEGER NOT NULL DEFAULT 0,             -- what it shows has changed since, and settled
  PRIMARY KEY (guild_id, message_id),
  FOREIGN KEY (guild_id, number) REFERENCES claim (guild_id, number),
  FOREIGN KEY (guild_id, article_id) REFERENCES article (guild_id, id),
  FOREIGN KEY (guild_id, source_id) REFERENCES source (guild_id, id),
  CHECK ((number IS NOT NULL) + (article_id IS NOT NULL) + (source_id IS NOT NULL) = 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX shown_message_stale ON shown_message (message_id) WHERE stale = 1;

CREATE TABLE shown_claim (
  guild_id   INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  number     INTEGER NOT NULL,
  version    INTEGER NOT NULL,                       -- of the claim, as the message has it
  rating     TEXT,                                   -- that its channel knows, if any
  PRIMARY KEY (guild_id, message_id, number),
  FOREIGN KEY (guild_id, message_id) REFERENCES shown_message (guild_id, message_id)
    ON DELETE CASCADE,
  FOREIGN KEY (guild_id, number) REFERENCES claim (guild_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX shown_claim_by_number ON shown_claim (guild_id, number);

INSERT INTO shown_message (guild_id, message_id, channel_id, number, stale)
SELECT guild_id, message_id, channel_id, number, stale FROM shown;
INSERT INTO shown_claim SELECT guild_id, message_id, number, version, rating FROM shown;
DROP TABLE shown;
