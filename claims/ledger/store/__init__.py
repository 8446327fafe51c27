"""The ledger's file: opened, brought up to date, read and written. No business logic."""
