"""What people typed into forms that were refused, kept so that a retry is filled in. Bounded."""

import secrets
from collections import OrderedDict
from collections.abc import Mapping

Typed = Mapping[str, str]
"""What stands in a form's fields, by their ids."""

MOST_KEPT = 500
"""Refused forms that are remembered, each at most some 10 KB; the oldest is forgotten first."""


class RefusedForms:
    """What stood in forms that were refused. A restart forgets it, and the form opens empty."""

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._most = most
        self._typed: OrderedDict[str, tuple[int, Typed]] = OrderedDict()

    def keep(self, user_id: int, typed: Typed) -> str:
        """Remember what a person typed; return the key by which they find it."""
        key = secrets.token_hex(4)
        self._typed[key] = (user_id, typed)
        if len(self._typed) > self._most:
            self._typed.popitem(last=False)
        return key

    def forget(self, user_id: int) -> None:
        """Forget what this person typed, in whatever server."""
        for key in [key for key, (owner, _) in self._typed.items() if owner == user_id]:
            del self._typed[key]

    def find(self, user_id: int, key: str) -> Typed:
        """Return what this person typed; nothing where it is forgotten, or somebody else's."""
        owner, typed = self._typed.get(key, (0, {}))
        return typed if owner == user_id else {}
