"""Claims, found: by number, by filter, by words, by what waits for a moderator."""
