-- Lookup: article titles among the words that matches are ranked by, an index for each way to ask.

-- Title of the article in which the claim was first found. Kept with the claim, because the
-- index must be given the very words that it was given before, whatever is merged meanwhile.
ALTER TABLE claim ADD COLUMN headline TEXT NOT NULL DEFAULT '' CHECK (length(headline) <= 500);
UPDATE claim SET headline = coalesce((
  SELECT title FROM appearance
  JOIN article ON article.guild_id = appearance.guild_id AND article.id = appearance.article_id
  WHERE appearance.guild_id = claim.guild_id AND appearance.number = claim.number
  ORDER BY article.id LIMIT 1), '');

DROP TABLE claim_search;
DROP TABLE claim_typed;
DROP VIEW claim_words;
CREATE VIEW claim_words AS
SELECT claim.id AS id, claim.text AS text, source.name AS source, claim.headline AS headline
FROM claim JOIN source ON source.guild_id = claim.guild_id AND source.id = claim.source_id;
CREATE VIRTUAL TABLE claim_search USING fts5 (      -- ranks, phrases, what is known about a text
  text, source, headline, content='claim_words', content_rowid='id',
  tokenize="porter unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE claim_typed USING fts5 (       -- words as they are typed
  text, source, content='claim_words', content_rowid='id', detail=none, prefix='1 2 3 4 5',
  tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO claim_search (claim_search) VALUES ('rebuild');
INSERT INTO claim_typed (claim_typed) VALUES ('rebuild');

CREATE INDEX claim_by_rating ON claim (guild_id, rating, number) WHERE rating IS NOT NULL;
CREATE INDEX claim_by_stage_and_worth ON claim (guild_id, stage, check_worthiness DESC, number DESC);
CREATE INDEX claim_by_recheck ON claim (guild_id, recheck_on) WHERE recheck_on IS NOT NULL;
CREATE INDEX article_by_publisher ON article (guild_id, publisher COLLATE NOCASE);
CREATE INDEX alias_by_source ON alias (guild_id, source_id);
CREATE INDEX match_waiting ON match (guild_id, number DESC) WHERE outcome = 'suggested';

-- Sources: by what ends a person's name, and who gave them another name.
ALTER TABLE source ADD COLUMN surname TEXT NOT NULL DEFAULT '';      -- case folded; of persons only
UPDATE source SET surname = lower(replace(name, rtrim(name, replace(name, ' ', '')), ''))
WHERE type = 'person' AND name LIKE '% %';
CREATE INDEX source_by_surname ON source (guild_id, surname) WHERE surname <> '';
ALTER TABLE alias ADD COLUMN added_by INTEGER NOT NULL DEFAULT 0;    -- 0: found in an article
ALTER TABLE alias ADD COLUMN added_at INTEGER NOT NULL DEFAULT 0;
INSERT INTO alias (guild_id, name, type, source_id)
SELECT guild_id, lower(name), type, min(id) FROM source GROUP BY guild_id, lower(name), type;
