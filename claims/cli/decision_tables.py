"""What was decided, as the command line shows it. Pure; foreign text passes through `visible`."""

from collections.abc import Iterator, Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from claims.cli.tables import person, visible
from claims.ledger.decisions.reports import Report
from claims.records.claims import Evidence
from claims.records.decisions import Detail, Event
from claims.records.servers import Server
from claims.rules import terms


def evidence_table(evidence: Sequence[Evidence]) -> Table:
    """Return a table of evidence with the ids by which it is withdrawn."""
    table = Table(box=box.SIMPLE_HEAD, expand=True)
    table.add_column("Id", justify="right", style="dim")
    table.add_column("Stance", no_wrap=True)
    table.add_column("Link", ratio=3, overflow="fold")
    table.add_column("What it shows", ratio=3)
    for piece in evidence:
        notes = [visible(piece.note), f"“{visible(piece.quotation)}”" if piece.quotation else ""]
        if piece.is_primary:
            notes.insert(0, "primary source")
        shown = "\n".join(note for note in notes if note)
        table.add_row(str(piece.id), piece.stance.value, Text(visible(piece.url)), Text(shown))
    return table


def history_text(events: Sequence[Event]) -> Text:
    """Return what happened to a claim, newest first: when, who, what, from where to where, why."""
    return Text("\n").join(_event_text(event) for event in events)


def _event_text(event: Event) -> Text:
    when = f"{event.at:%Y-%m-%d %H:%M}"
    text = Text.assemble((f"{when}  {event.action.value}", "bold"), f" by {person(event.actor)}")
    if event.before is not None:
        before, after = terms.badge(event.before), terms.badge(event.after)
        text.append(f": {before} → {after}" if before != after else f": {after}")
    lines = [visible(event.reason)] if event.reason else []
    lines += _detail_lines(event.detail)
    for line in lines:
        text.append(f"\n    {line}")
    return text


def _detail_lines(detail: Detail) -> Iterator[str]:
    for piece in detail.evidence:
        yield f"with {visible(piece.url)} ({piece.stance})"
    for piece in detail.withdrawn:
        yield f"without {visible(piece.url)}"
    if detail.was is not None and detail.now is not None:
        yield f"was: {visible(detail.was)}"
        yield f"now: {visible(detail.now)}"
    if detail.source_was is not None and detail.source_now is not None:
        yield f"source was: {visible(detail.source_was.name)} ({detail.source_was.type})"
        yield f"source now: {visible(detail.source_now.name)} ({detail.source_now.type})"
    if detail.added_tags or detail.removed_tags:
        changed = [f"+{tag}" for tag in detail.added_tags]
        changed += [f"-{tag}" for tag in detail.removed_tags]
        yield visible(" ".join(changed))
    for label, number in (
        ("into", detail.into),
        ("absorbed", detail.absorbed),
        ("released", detail.released),
    ):
        if number is not None:
            yield f"{label} #{number}"


def reports_table(reports: Sequence[Report]) -> Table:
    """Return a table of reports that wait, oldest first."""
    table = Table(box=box.SIMPLE_HEAD, expand=True)
    table.add_column("Id", justify="right", style="dim")
    table.add_column("#", justify="right")
    table.add_column("By", no_wrap=True)
    table.add_column("Reason", ratio=1)
    for report in reports:
        table.add_row(
            str(report.id),
            str(report.number),
            person(report.user_id),
            Text(visible(report.reason)),
        )
    return table


def rules_text(server: Server) -> Text:
    """Return the rules that a server chose, a line each."""
    two = "on: a second moderator confirms each rating" if server.two_person else "off"
    strict = (
        "on: verified and false need two independent origins or a primary source"
        if server.strict_evidence
        else "off: one link is enough; ratings that rest on less say so"
    )
    return Text(f"two-person       {two}\nstrict-evidence  {strict}")
