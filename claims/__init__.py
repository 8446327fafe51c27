"""Articles into sourced claims, and a ledger of their verification. Knows nothing of Discord."""
