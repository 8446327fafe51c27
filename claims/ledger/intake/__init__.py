"""What people bring: texts to be split and looked through, and texts that they want checked."""
