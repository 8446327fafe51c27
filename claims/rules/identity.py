"""Who is the same person, also after they were erased: told here and nowhere else. Pure."""

import hmac
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple


@lru_cache(maxsize=1_024)  # the same few moderators decide
def pseudonym(salt: bytes, user_id: int) -> int:
    """
    Return the negative number that stands for a person once they are erased.

    Numbers that are no person's (0) and pseudonyms themselves are returned as they are.
    Whoever has the file, salt included, can test whether a given person is behind a pseudonym.
    """
    if user_id <= 0:
        return user_id
    digest = hmac.digest(salt, str(user_id).encode(), "sha256")
    return -1 - int.from_bytes(digest[:7], "big")


class Person(NamedTuple):
    """
    Somebody as one server's ledger names them, whose pseudonyms have this salt.

    What they did before they were erased stands under the pseudonym, what they do once they are
    back under the id. Names of people are compared by `is_`, in SQL by all `names`.
    """

    id: int
    salt: bytes

    @property
    def names(self) -> tuple[int, int]:
        """The id and the pseudonym."""
        return self.id, pseudonym(self.salt, self.id)

    def is_(self, stored: int | None) -> bool:
        """Whether an id or a pseudonym that the ledger holds is this person's; None is nobody's."""
        return stored is not None and pseudonym(self.salt, stored) == self.names[1]


def how_many(salt: bytes, stored: Iterable[int]) -> int:
    """Count the people behind ids and pseudonyms: who was erased and came back is one."""
    names = set(stored)
    ids = {name for name in names if name >= 0}
    if len(ids) == len(names):  # mostly nobody was erased, and hashing ten thousand takes long
        return len(ids)
    return len({pseudonym(salt, name) for name in names})
