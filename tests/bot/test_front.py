"""How refusals of the ledger read in Discord."""

from datetime import UTC, datetime
from pathlib import Path

from discord import app_commands

from bot import commands
from bot.messages.front import WHERE, named, told
from claims.errors import LedgerError, RefusedError
from claims.records.claims import Evidence
from claims.rules.evidence import evidence_problems
from claims.wording import speaking
from claims.wording.phrases import When, Where, Who

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_people_and_times_are_written_so_that_discord_shows_them() -> None:
    words = "{who} did it {when}."
    told_ = [told(RefusedError(words, who=Who(n), when=When(NOON))) for n in (7, 0, -7)]
    assert told_ == [
        f"<@7> did it <t:{int(NOON.timestamp())}:R>.",
        f"The ledger did it <t:{int(NOON.timestamp())}:R>.",
        f"A former member did it <t:{int(NOON.timestamp())}:R>.",
    ]
    with speaking("de"):
        assert named(0) == "das Register"


def test_nothing_foreign_is_markup_or_a_mention() -> None:
    error = RefusedError("No “{name}”.", name="**@everyone** <@1> [x](https://evil.example)\n# y")
    assert told(error) == (r"No “\*\*\@everyone\*\* \<\@1\> \[x\]\(https\://evil.example\) \# y”.")
    assert told(LedgerError("{path}", path=Path("a_b_c.db"))) == r"a\_b\_c.db"
    assert len(told(RefusedError("{name}", name="*" * 5_000))) <= 200


def test_a_link_is_no_link_that_one_could_press() -> None:
    (problem,) = evidence_problems(Evidence(url="https://a.example/b_[c]" + "x" * 600))
    assert told(RefusedError(problem)).startswith(r"The link “https\://a.example/b\_%5Bc%5Dxxx")


def test_each_place_to_look_is_a_command_that_there_is_or_is_said_in_words() -> None:
    assert set(WHERE) == set(Where)
    there = set()
    for command in commands.ALL:
        inner = command.walk_commands() if isinstance(command, app_commands.Group) else [command]
        there |= {f"/{each.qualified_name}" for each in inner}
    named_ = {words for words in WHERE.values() if words.startswith("/")}
    assert named_ <= there
    with speaking("de"):
        for where in set(Where):
            shown = told(RefusedError("{where}", where=where))
            assert (shown in there) == (WHERE[where] in there)
            assert shown in there or shown != WHERE[where], "words of ours have German"
