"""Who may do what to a claim, and what it takes. Pure."""
