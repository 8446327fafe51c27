"""Which texts claim the same, and what makes two alike texts differ."""
