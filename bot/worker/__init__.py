"""Where the work that grows with what people hand in is done: a process beside the bot's own."""
