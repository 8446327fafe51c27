"""Groups whose commands stand in more than one module."""

from discord import app_commands

claim = app_commands.Group(name="claim", description="Look claims up and follow them.")
review = app_commands.Group(name="review", description="Rate claims (moderators).")
