"""People: what they follow and ask for, what they have to be told, and what they were shown."""
