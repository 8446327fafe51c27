"""Files, pages and tables into articles, and claims into rows of a table."""
