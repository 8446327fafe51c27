"""What goes into a digest, when it is due, and the counts of a server. Pure."""
