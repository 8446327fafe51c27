"""
The claims of many servers in one SQLite file. The only package that writes SQL.

Each module is plain functions of a connection, the server and values: `articles`, `claims`,
`reviews`, `follows`, `digests`, `servers`. `Ledger.read` and `Ledger.write` run one of them as
one transaction.
"""

from claims.ledger.connection import Ledger, open_ledger

__all__ = ["Ledger", "open_ledger"]
