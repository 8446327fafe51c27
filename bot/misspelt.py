"""Settings whose names are misspelt, which would otherwise be passed over without a word."""

import re
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

OURS = "CLAIMBOT_"

LIKE = 0.85
"""How alike a foreign name in `.env` must be (difflib's ratio) to be taken for ours. One letter
too many, missing or changed in DISCORD_TOKEN gives 0.92 or more, DISCORD_BOT_TOKEN 0.87; the
likes of DISCORD_CLIENT_ID and SLACK_TOKEN stay below 0.7."""

GIVEN = re.compile(
    r"(\w+)_(SERVICE_(HOST|PORT(_\w+)?)|PORT_\d+_(TCP|UDP|SCTP)(_PROTO|_PORT|_ADDR)?)"
)
"""What Kubernetes, and Docker for linked containers, put into the environment by themselves where
a service is called claimbot: CLAIMBOT_SERVICE_HOST, CLAIMBOT_PORT_9100_TCP_ADDR, and with them
CLAIMBOT_PORT."""


def misspelt(
    environment: Collection[str], dotenv: Collection[str], known: Collection[str]
) -> list[str]:
    """
    Return a problem, in words, for each name that is no setting but was meant as one.

    `environment` and `dotenv` are the names set there, `known` those of the settings, all in
    capitals. Every unknown name that begins with CLAIMBOT_ is meant for this program, but for
    those that a container's host adds. In `.env`, so is a name much like one of ours that is not
    set; all others belong to other programs.
    """
    present = {*environment, *dotenv}
    ours = [name for name in _foreign(present, known) if name.startswith(OURS)]
    given = _given(environment)
    return [
        *(_problem(name, _nearest(name, known)) for name in ours if name not in given),
        *_like_ours(_foreign(dotenv, known), set(known) - present),
    ]


def _foreign(names: Iterable[str], known: Collection[str]) -> list[str]:
    return sorted(name for name in names if name not in known)


def _given(environment: Iterable[str]) -> set[str]:
    found = [match for name in environment if (match := GIVEN.fullmatch(name))]
    return {match[0] for match in found} | {f"{match[1]}_PORT" for match in found}


def _nearest(name: str, known: Collection[str]) -> list[str]:
    """Compare what stands behind the prefix, which would make every two names alike."""
    parts = {_unprefixed(setting): setting for setting in known}
    return [parts[part] for part in get_close_matches(_unprefixed(name), parts, n=1)]


def _unprefixed(name: str) -> str:
    return name.removeprefix(OURS).removeprefix("DISCORD_")


def _like_ours(foreign: Iterable[str], unset: Collection[str]) -> Iterator[str]:
    for name in foreign:
        if not name.startswith(OURS) and (meant := get_close_matches(name, unset, 1, LIKE)):
            yield _problem(name, meant)


def _problem(name: str, meant: list[str]) -> str:
    # Not as it is: a name in .env may hold any characters, control characters among them.
    shown = name.encode("unicode_escape").decode()
    return f"{shown} is no setting" + (f"; {meant[0]} was probably meant" if meant else "")
