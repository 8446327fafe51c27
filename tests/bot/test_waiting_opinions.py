"""
What came with an opinion that waits for a second moderator reaches no member, however they look.

The ways are those of `tests.bot.scenarios`, which has to have every command, menu and button, and
everything that can be shared, drawn in a digest or told by itself.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from discord import app_commands
from simcord import MemberActor

from bot import commands, gathering
from claims.errors import RefusedError
from claims.ledger import servers
from claims.ledger.decisions import evidence as pieces
from claims.ledger.decisions import reviews
from claims.ledger.lookup import claims
from claims.ledger.members import people
from claims.ledger.members.shared_messages import SharedView, What
from claims.records.claims import Evidence, Rating, Stance
from claims.records.decisions import Act
from claims.records.lists import Filter
from claims.rules.viewing import Viewer
from tests.bot.desk import Desk, response
from tests.bot.scenarios import BUTTONS, COMMANDS, MENUS, Scenario
from tests.bot.test_permissions import Floor

SECRETS = (
    "hushed-link",
    "hushed note",
    "hushed quotation",
    "hushed reason",
    "🟠",
    "rating Misleading",
)
PUBLIC = Evidence(url="https://stats.example.org/rents", stance=Stance.CONTEXT, note="The table.")


def hushed(n: int) -> Evidence:
    return Evidence(
        url=f"https://hushed-link{n}.example/x",
        stance=Stance.REFUTES,
        note="hushed note",
        quotation="hushed quotation",
    )


class Opinions:
    """Two moderators at work on the first two claims."""

    def __init__(self, desk: Desk, second: MemberActor) -> None:
        self.desk = desk
        self.first, self.second = desk.moderator.id, second.id
        self.count = 0

    async def act(self, person: int, number: int = 1, **fields: Any) -> None:
        act = Act(actor=person, **({"reason": "Open to all."} | fields))
        await self.desk.ledger.write(
            reviews.act, self.desk.guild_id, number, act, now=self.desk.env.now()
        )

    async def opine(self, person: int, rating: str = "misleading", **fields: Any) -> None:
        self.count += 1
        given = {"rating": rating, "reason": "hushed reason", "evidence": (hushed(self.count),)}
        await self.act(person, action="rate", **given | fields)

    async def undo(self) -> None:
        await self.desk.ledger.write(
            reviews.undo, self.desk.guild_id, 1, actor=self.first, now=self.desk.env.now()
        )

    async def publish(self) -> None:
        for person in (self.first, self.second):
            await self.act(person, action="rate", rating="verified", evidence=(PUBLIC,))


async def waits(o: Opinions) -> None:
    await o.opine(o.first)


async def waits_as_a_correction(o: Opinions) -> None:
    await o.publish()
    await o.opine(o.first)


async def differ(o: Opinions) -> None:
    await o.opine(o.first)
    await o.opine(o.second, "mixed")


async def differ_over_a_rating(o: Opinions) -> None:
    await o.publish()
    await differ(o)


async def was_taken_back(o: Opinions) -> None:
    await o.opine(o.first)
    await o.act(o.second, action="reopen")


async def was_undone(o: Opinions) -> None:
    await o.opine(o.first)
    await o.undo()


async def was_confirmed_and_that_undone(o: Opinions) -> None:
    await o.opine(o.first)
    await o.act(o.second, action="rate", rating="misleading")
    await o.undo()


async def lost_its_evidence(o: Opinions) -> None:
    await o.opine(o.first)
    await o.act(o.second, action="evidence", evidence=(PUBLIC,))
    [piece, _] = await o.desk.ledger.read(pieces.of, o.desk.guild_id, 1)
    await o.act(o.second, action="withdraw", withdraw=piece.id, reason="hushed reason")


async def was_merged_away(o: Opinions) -> None:
    await differ(o)
    await o.act(o.second, action="merge", into=2)


async def was_absorbed(o: Opinions) -> None:
    """The other claim's rating rests on none of it, although it was published later."""
    await differ(o)
    for person in (o.first, o.second):
        await o.act(person, 2, action="rate", rating="verified", evidence=(PUBLIC,))
    await o.act(o.second, action="merge", into=2)


STATES = (
    waits, waits_as_a_correction, differ, differ_over_a_rating, was_taken_back, was_undone,
    was_confirmed_and_that_undone, lost_its_evidence, was_merged_away, was_absorbed,
)  # fmt: skip


@pytest.fixture
async def floor(desk: Desk) -> Floor:
    """The desk, prepared so that everything can be asked."""
    floor = Floor(desk)
    await floor.prepare()
    return floor


@pytest.fixture(params=STATES, ids=lambda state: state.__name__)
async def waiting(desk: Desk, floor: Floor, request: pytest.FixtureRequest) -> Desk:
    """A desk in which members must not see an opinion on the first claim; a member follows it."""
    second = desk.env.guild.add_member(desk.env.create_user("second"), roles=[desk.role])
    await desk.member.slash(desk.channel, "claim follow", number=1)
    for kind in ("show", "history"):
        shown = await desk.moderator.slash(desk.channel, f"claim {kind}", number=1)
        await desk.moderator.click(response(shown), label="Share")
    await desk.ledger.write(servers.set_rules, desk.guild_id, two_person=True)
    await request.param(Opinions(desk, second))
    return desk


def sent(desk: Desk, since: int) -> str:
    """All that the bot told Discord since then."""
    return json.dumps([r.json for r in desk.env.http_requests[since:]], ensure_ascii=False)


def found(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret in text]


def about_the_first(scenario: Scenario) -> Scenario:
    """The same, asked about the claim in question."""
    name = scenario.name
    if name.startswith("claim:"):
        return scenario._replace(name=":".join((*name.split(":")[:2], "1", "0")))
    options = dict(scenario.options)
    return scenario._replace(options=options | {"number": 1} if "number" in options else options)


async def test_no_command_menu_or_button_shows_a_member_any_of_it(
    waiting: Desk, floor: Floor
) -> None:
    since = len(waiting.env.http_requests)
    for scenario in (*COMMANDS, *MENUS, *BUTTONS):
        asked = about_the_first(scenario) if scenario not in MENUS else scenario
        await floor.ask(waiting.member, asked)
    assert found(sent(waiting, since)) == []


def completed() -> Iterator[tuple[str, str]]:
    """Every option that is completed while it is typed."""
    for command in commands.ALL:
        walked = command.walk_commands() if isinstance(command, app_commands.Group) else [command]
        for each in walked:
            for parameter in getattr(each, "parameters", ()):
                if parameter.autocomplete:
                    yield each.qualified_name, parameter.name


async def test_nothing_of_it_is_suggested_to_a_member(waiting: Desk) -> None:
    options = list(completed())
    assert ("review withdraw", "piece") in options
    for command, option in options:
        filled = {"number": 1} if option == "piece" else {}
        for typed in ("", "hushed", "1"):
            typed_ = "" if option == "piece" else typed
            offered = await waiting.member.autocomplete(
                waiting.channel, command, option, typed_, **filled
            )
            assert found(json.dumps(offered, ensure_ascii=False)) == [], (command, option)


async def test_whoever_shares_it_nobody_reads_it(waiting: Desk) -> None:
    guild_id, ledger = waiting.guild_id, waiting.ledger
    wanted = gathering.listed(Filter(), "")
    given: dict[What, dict[str, Any]] = {
        What.CARD: {"number": 1},
        What.HISTORY: {"number": 1},
        What.ARTICLE: {"article_id": 1},
        What.SOURCE: {"source_id": 1},
        What.SOURCES: {},
        What.LIST: wanted._asdict(),
        What.CHECK: {"text": "rents fell by 1%", "shared_by": 1},
        What.SHELF: {},
        What.PASSAGE: {"number": 1},
    }
    for what in What:
        subject = SharedView(**{"what": what} | given[what] | {"what": what})
        with suppress(RefusedError):  # a merged claim has no place of its own any more
            drawn = (await gathering.gather(ledger, guild_id, subject)).draw(shared=True)
            assert found(json.dumps(drawn.to_components(), ensure_ascii=False)) == [], what


async def test_a_moderator_sees_it_and_shares_none_of_it(waiting: Desk) -> None:
    guild_id = waiting.guild_id
    history, _ = await waiting.ledger.read(
        claims.history, guild_id, 1, size=50, viewer=Viewer.MODERATOR
    )
    assert "hushed reason" in {event.reason for event in history}
    since = len(waiting.env.http_requests)
    for command in ("claim show", "claim history"):
        shown = await waiting.moderator.slash(waiting.channel, command, number=1)
        before = len(waiting.env.http_requests)
        await waiting.moderator.click(response(shown), label="Share")
        assert found(sent(waiting, before)) == []
    assert "hushed" in sent(waiting, since)


async def test_no_digest_notice_or_correction_tells_it(waiting: Desk) -> None:
    since = len(waiting.env.http_requests)
    await waiting.manager.slash(waiting.channel, "digest now")
    for seconds in (61, timedelta(days=1).total_seconds()):
        await waiting.later(seconds)
        await waiting.notices()
    assert "rents fell by" in sent(waiting, since)
    assert found(sent(waiting, since)) == []


async def test_no_filter_finds_the_claim_by_it(waiting: Desk) -> None:
    guild_id, ledger = waiting.guild_id, waiting.ledger
    has = await ledger.read(claims.page, guild_id, Filter(has_evidence=True), size=50)
    seen = {c.number for c in has.claims}
    card = await ledger.read(claims.card, guild_id, 1)
    assert (card.claim.number in seen) is bool(card.evidence)
    misleading = await ledger.read(claims.page, guild_id, Filter(rating=Rating.MISLEADING))
    assert misleading.claims == ()


async def test_nobodys_export_has_what_another_person_thinks(waiting: Desk) -> None:
    for person in (waiting.member.id, waiting.manager.id):
        told = await waiting.ledger.read(people.export, waiting.guild_id, person)
        assert found("".join(json.dumps(entry.row) for entry in told)) == []
