"""Digests: who wants one when, what is due, what was sent and what goes into it."""
