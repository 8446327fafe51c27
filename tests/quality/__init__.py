"""How well articles are split, measured against people's annotation."""
