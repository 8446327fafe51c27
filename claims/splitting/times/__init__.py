"""When a claim was stated."""
