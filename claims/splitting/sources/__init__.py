"""From a mention to whom it means."""
