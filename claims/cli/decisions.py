"""The commands that decide about a ledger's claims without Discord."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from claims.cli import decision_tables, tables
from claims.cli.options import (
    LEDGER,
    Actor,
    LedgerFile,
    Number,
    Reason,
    Seen,
    Server,
    read,
    show,
    write,
)
from claims.cli.terminal import out
from claims.ledger.decisions import evidence, reviews, tags
from claims.ledger.lookup import claims
from claims.records.claims import Evidence, Grade, Rating, Stance
from claims.records.decisions import Act, Action
from claims.rules.evidence import usual_stance
from claims.rules.viewing import Viewer
from claims.rules.workflow import MOVES

decisions = typer.Typer()

Links = Annotated[
    list[str] | None,
    typer.Option("--link", metavar="URL", help="A link that shows it; may be repeated."),
]
Note = Annotated[str, typer.Option("--note", help="What the links show.", show_default=False)]
Quotation = Annotated[str, typer.Option("--quotation", help="The words there.", show_default=False)]
Primary = Annotated[
    bool, typer.Option("--primary", help="The links are the very thing, not reports of it.")
]
StanceOption = Annotated[
    Stance | None, typer.Option("--stance", help="What the links do to the claim.")
]


def _decide(path: Path, server: int, number: int, act: Act) -> None:
    show(write(path, reviews.act, server, number, act, now=datetime.now(UTC)))


def _pieces(
    links: Iterable[str] | None, stance: Stance, note: str, quotation: str, primary: bool
) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(url=url, stance=stance, note=note, quotation=quotation, is_primary=primary)
        for url in links or ()
    )


@decisions.command()
def rate(
    number: Number,
    rating: Annotated[Rating, typer.Argument(help="What the check found.", show_default=False)],
    reason: Reason = "",
    link: Links = None,
    stance: StanceOption = None,
    note: Note = "",
    quotation: Quotation = "",
    primary: Primary = False,
    grade: Annotated[
        Grade | None, typer.Option(help="Of a correction; told from what changes if left out.")
    ] = None,
    actor: Actor = 0,
    seen: Seen = None,
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """Rate a claim, confirm a rating that waits, or correct one, with a reason and evidence."""
    brought = _pieces(link, stance or usual_stance(rating), note, quotation, primary)
    act = Act(
        action=Action.RATE,
        actor=actor,
        seen=seen,
        rating=rating,
        reason=reason,
        evidence=brought,
        grade=grade,
    )
    _decide(ledger, server, number, act)


@decisions.command("evidence")
def evidence_(
    number: Number,
    link: Links = None,
    stance: StanceOption = None,
    note: Note = "",
    quotation: Quotation = "",
    primary: Primary = False,
    actor: Actor = 0,
    seen: Seen = None,
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """Add evidence to a claim; without a link, list what there is."""
    if not link:
        known = read(ledger, evidence.of, server, number)
        out.print(decision_tables.evidence_table(known) if known else "No evidence yet.")
        return
    brought = _pieces(link, stance or Stance.CONTEXT, note, quotation, primary)
    act = Act(action=Action.EVIDENCE, actor=actor, seen=seen, evidence=brought)
    _decide(ledger, server, number, act)


@decisions.command()
def withdraw(
    number: Number,
    piece: Annotated[int, typer.Argument(help="The evidence's id.", show_default=False)],
    reason: Reason = "",
    actor: Actor = 0,
    seen: Seen = None,
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """Take one piece of evidence back; the history keeps it."""
    act = Act(action=Action.WITHDRAW, actor=actor, seen=seen, reason=reason, withdraw=piece)
    _decide(ledger, server, number, act)


@decisions.command()
def edit(
    number: Number,
    text: Annotated[
        str | None, typer.Argument(help="What it is to read.", show_default=False)
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", help="Who says it; '' is nobody who is named.")
    ] = None,
    reason: Reason = "",
    actor: Actor = 0,
    seen: Seen = None,
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """Change a claim's words or source while no rating speaks of it."""
    act = Act(action=Action.EDIT, actor=actor, seen=seen, reason=reason, text=text, source=source)
    _decide(ledger, server, number, act)


@decisions.command()
def tag(
    number: Number,
    add: Annotated[list[str] | None, typer.Option("--add", help="Put on; may repeat.")] = None,
    remove: Annotated[
        list[str] | None, typer.Option("--remove", help="Take off; may repeat.")
    ] = None,
    actor: Actor = 0,
    seen: Seen = None,
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """Put tags on a claim or take them off, and say which it has."""
    if add or remove:
        act = Act(
            action=Action.TAG,
            actor=actor,
            seen=seen,
            add_tags=tuple(add or ()),
            remove_tags=tuple(remove or ()),
        )
        write(ledger, reviews.act, server, number, act, now=datetime.now(UTC))
    names = read(ledger, tags.of, server, number)
    out.print(", ".join(map(tables.visible, names)) or "No tags.", markup=False, highlight=False)


@decisions.command()
def recheck(
    number: Number,
    on: Annotated[
        datetime | None,
        typer.Option("--on", formats=["%Y-%m-%d"], help="From when; left out, never."),
    ] = None,
    actor: Actor = 0,
    seen: Seen = None,
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """Set the date from which a claim has to be looked at again, or clear it."""
    day: date | None = on.date() if on else None
    act = Act(action=Action.RECHECK, actor=actor, seen=seen, recheck_on=day)
    _decide(ledger, server, number, act)


@decisions.command()
def merge(
    number: Number,
    into: Annotated[int, typer.Argument(help="The claim that absorbs it.", show_default=False)],
    reason: Reason = "",
    actor: Actor = 0,
    seen: Seen = None,
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """Let another claim that says the same absorb this one."""
    act = Act(action=Action.MERGE, actor=actor, seen=seen, reason=reason, into=into)
    _decide(ledger, server, number, act)


def _plain(action: Action) -> None:
    """Add the command of an action that asks for a reason at most."""

    def command(
        number: Number,
        reason: Reason = "",
        actor: Actor = 0,
        seen: Seen = None,
        ledger: LedgerFile = LEDGER,
        server: Server = 0,
    ) -> None:
        act = Act(action=action, actor=actor, seen=seen, reason=reason)
        _decide(ledger, server, number, act)

    decisions.command(action.value, help=MOVES[action].help)(command)


for _action in (
    Action.TAKE,
    Action.RELEASE,
    Action.DISPUTE,
    Action.REOPEN,
    Action.DROP,
    Action.UNMERGE,
):
    _plain(_action)


@decisions.command()
def undo(
    number: Number,
    actor: Actor = 0,
    seen: Seen = None,
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """Take the last decision back, with all that it changed, within 15 minutes."""
    now = datetime.now(UTC)
    show(write(ledger, reviews.undo, server, number, actor=actor, now=now, seen=seen))


@decisions.command()
def history(
    number: Number,
    start: Annotated[int | None, typer.Option(help="Go on from this event back.")] = None,
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """Say all that happened to a claim, newest first."""
    events, older = read(
        ledger, claims.history, server, number, start=start, size=25, viewer=Viewer.MODERATOR
    )
    out.print(decision_tables.history_text(events))
    if older is not None:
        out.print(f"There is more: --start {older}")
