"""Years of digests and months of notices, lived through in a virtual time with the real ledger."""
