-- That a server was greeted, once: taken on before anything is sent, and settled after it.

CREATE TABLE greeting (
  guild_id     INTEGER PRIMARY KEY REFERENCES server,
  channel_id   INTEGER NOT NULL,
  claimed_at   INTEGER NOT NULL,
  attempted_at INTEGER NOT NULL,                 -- Discord has known the nonce since then at the earliest
  retry_at     INTEGER,                          -- when to see to it again; null once it is settled
  tries        INTEGER NOT NULL DEFAULT 0,       -- that came to nothing
  outcome      TEXT NOT NULL CHECK (outcome IN ('claimed', 'sent', 'failed', 'uncertain', 'missed')),
  detail       TEXT NOT NULL DEFAULT '',
  message_id   INTEGER
) STRICT;
CREATE INDEX greeting_open ON greeting (retry_at) WHERE retry_at IS NOT NULL;
