"""From a paragraph to tagged sentences, phrases and their subjects."""
