"""Articles into claims. Pure: nothing here reads a file, a clock or a network."""
