"""The Discord front of the ledger."""
