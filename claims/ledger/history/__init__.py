"""The history of each server: append-only, chained by hashes, counted and audited."""
