"""
A desk at work is killed at random moments; nothing that it acknowledged may be missing or half.

`python -m tests.crash --rounds 300` kills that often and prints figures; the suite does it a
few times.
"""
