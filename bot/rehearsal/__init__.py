"""The bot without a token: a simulated Discord in a browser page. Not loaded in production."""
