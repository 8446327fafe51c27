"""What is stored and shown, by subject: immutable values without behaviour of their own."""
