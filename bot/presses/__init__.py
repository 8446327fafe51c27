"""
Every button and form as a value, by subject: what it is called, its fields, whose it is.

Pure. `bot.messages` makes buttons of them, `bot.answers` says what is done when one is pressed.
"""
