-- Counts for the digest's weekly part and /stats: each day's turns of claims from place to place.

CREATE TABLE tally (
  guild_id INTEGER NOT NULL REFERENCES server,
  day      INTEGER NOT NULL,                     -- whole days since 1970, UTC
  action   TEXT NOT NULL,
  was      TEXT NOT NULL,                        -- "stage/published rating"; '': not counted
  now      TEXT NOT NULL,
  times    INTEGER NOT NULL,
  PRIMARY KEY (guild_id, day, action, was, now)
) STRICT, WITHOUT ROWID;
-- claims.ledger.tallies fills it from the history.

-- What is published, for counts by source and publisher that read no claim itself.
ALTER TABLE claim ADD COLUMN published TEXT;              -- from standing; null once it is merged
UPDATE claim SET published = standing ->> '$.rating'
WHERE merged_into IS NULL AND stage IN ('review', 'rated', 'disputed');
CREATE INDEX claim_published ON claim (guild_id, source_id, published, number)
  WHERE published IS NOT NULL;

-- Where the last digest ended, without a look at all that were sent.
CREATE INDEX digest_run_sent ON digest_run (guild_id, through) WHERE outcome = 'sent';

ALTER TABLE digest_choice ADD COLUMN weekly_on INTEGER DEFAULT 0 CHECK (weekly_on BETWEEN 0 AND 6);  -- Monday is 0; null: never
ALTER TABLE digest_run ADD COLUMN weekly TEXT;            -- ISO date of the weekday whose weekly part it carries
CREATE INDEX digest_run_weekly ON digest_run (guild_id, weekly) WHERE weekly IS NOT NULL;
