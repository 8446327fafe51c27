"""Under which headings `claims --help` lists its commands."""

READING = "Read articles"
LOOKING_UP = "Look things up"
CHECKING = "Check and rate"
TIDYING = "Keep claims tidy"
MEMBERS = "What members ask for"
KEEPING = "Keep the ledger"
