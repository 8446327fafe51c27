"""
The claims of many servers in one SQLite file. The only package that writes SQL.

What is read goes in by `intake` and `articles`, is found by `lookup`, decided by `decisions` with
each change in `history`, and told by `digests` and to `members`; `keeping` is for whole ledgers and
`store` for their file. Each module is plain functions of a connection, the server and values;
`Ledger.read` and `Ledger.write` run one of them as one transaction.
"""

from claims.ledger.store.connection import Ledger, open_ledger

__all__ = ["Ledger", "open_ledger"]
