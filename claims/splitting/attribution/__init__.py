"""Who is said to have said what, as spans of the text."""
