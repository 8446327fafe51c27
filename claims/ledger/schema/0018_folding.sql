-- Search finds what has letters that FTS5 does not fold, such as ł, by those that people type.

CREATE TABLE claim_folded (                      -- of claims with such letters: what is indexed
  id       INTEGER PRIMARY KEY REFERENCES claim (id),
  text     TEXT NOT NULL,
  source   TEXT NOT NULL,
  headline TEXT NOT NULL
) STRICT;

DROP VIEW claim_words;
CREATE VIEW claim_words AS
SELECT claim.id AS id, coalesce(folded.text, claim.text) AS text,
       coalesce(folded.source, source.name) AS source,
       coalesce(folded.headline, claim.headline) AS headline
FROM claim JOIN source ON source.guild_id = claim.guild_id AND source.id = claim.source_id
LEFT JOIN claim_folded AS folded ON folded.id = claim.id;
