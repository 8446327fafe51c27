-- Of the pieces that an index for words is kept in, claims.ledger.lookup.search merges two of a size.

INSERT INTO claim_search (claim_search, rank) VALUES ('usermerge', 2);
INSERT INTO claim_typed (claim_typed, rank) VALUES ('usermerge', 2);
