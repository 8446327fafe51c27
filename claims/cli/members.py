"""What members ask for (checks, reports) without Discord, and the rules that a desk works by."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from claims.cli import decision_tables, tables
from claims.cli.options import LEDGER, Actor, LedgerFile, Number, Reason, Server, read, show, write
from claims.cli.terminal import out
from claims.ledger import servers
from claims.ledger.decisions import reports, reviews
from claims.ledger.members import demand, follows

members = typer.Typer()


@members.command()
def ask(
    number: Number,
    actor: Actor = 0,
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """Note that somebody wants a claim checked; each person counts once."""
    asked = write(ledger, demand.ask, server, number, user_id=actor, now=datetime.now(UTC))
    people = "1 person wants" if asked.people == 1 else f"{asked.people} people want"
    out.print(f"{people} #{asked.number} checked.", highlight=False)


@members.command()
def follow(
    number: Number,
    actor: Actor = 0,
    end: Annotated[bool, typer.Option("--end", help="Follow it no longer.")] = False,
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """Note that somebody follows a claim; `list --followed-by` lists what they do."""
    if end:
        write(ledger, follows.unfollow, server, number, user_id=actor)
    else:
        write(ledger, follows.follow, server, number, user_id=actor, now=datetime.now(UTC))
    said = "no longer followed" if end else "followed"
    out.print(f"#{number} is {said} by {tables.person(actor)}.", highlight=False)


@members.command()
def report(
    number: Number,
    reason: Reason = "",
    actor: Actor = 0,
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """Report that a rating is wrong; a moderator accepts or rejects it."""
    now = datetime.now(UTC)
    made = write(ledger, reports.add, server, number, user_id=actor, reason=reason, now=now)
    out.print(f"Report {made.id} on #{made.number} waits for a moderator.", highlight=False)


@members.command("reports")
def reports_(
    start: Annotated[int, typer.Option(help="Only reports after this id.")] = 0,
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """List the reports that wait, oldest first."""
    waiting = read(ledger, reports.waiting, server, start=start, size=25)
    out.print(decision_tables.reports_table(waiting) if waiting else "No report waits.")


@members.command()
def answer(
    report_id: Annotated[int, typer.Argument(metavar="REPORT", show_default=False)],
    accept: Annotated[bool, typer.Option("--accept/--reject", show_default=False)],
    reason: Reason = "",
    actor: Actor = 0,
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """Accept a report, so that the rating is disputed, or reject it with a reason."""
    if accept:
        now = datetime.now(UTC)
        show(write(ledger, reviews.accept_report, server, report_id, actor=actor, now=now))
        return
    write(ledger, reports.reject, server, report_id, actor=actor, reason=reason)
    out.print(f"Report {report_id} is rejected.", highlight=False)


@members.command()
def settings(
    two_person: Annotated[
        bool | None, typer.Option("--two-person/--one-person", help="Who publishes a rating.")
    ] = None,
    strict_evidence: Annotated[
        bool | None,
        typer.Option("--strict-evidence/--relaxed-evidence", help="What verified and false need."),
    ] = None,
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """Choose the rules for decisions; without an option, say them."""
    if two_person is None and strict_evidence is None:
        chosen = read(ledger, servers.get, server)
    else:
        chosen = write(
            ledger,
            servers.set_rules,
            server,
            two_person=two_person,
            strict_evidence=strict_evidence,
        )
    out.print(decision_tables.rules_text(chosen), soft_wrap=True)
