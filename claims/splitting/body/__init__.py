"""Which paragraphs of a text are the article, and what the others are."""
