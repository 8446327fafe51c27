"""What managers are told about their digest. Pure."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.messages.digest import WORDS
from bot.messages.harmless import harmless
from claims.records import Choice, Outcome, PastRun, Schedule, Section, Stop

OUTCOMES = {
    Outcome.CLAIMED: "⏳ on its way",
    Outcome.SENT: "✅ sent",
    Outcome.EMPTY: "▫️ nothing to tell",
    Outcome.FAILED: "❌ refused",
    Outcome.UNCERTAIN: "❔ uncertain",
    Outcome.MISSED: "⏭️ missed",
}


def status(
    scheduled: tuple[Schedule, datetime] | None,
    stop: Stop | None,
    past: tuple[PastRun, ...],
    guild_id: int,
) -> str:
    """Return when the next digest comes and what became of the last ones; in 2,000 characters."""
    return "\n".join([_next(scheduled, stop), *(_past(run, guild_id) for run in past)])[:2000]


def _next(scheduled: tuple[Schedule, datetime] | None, stop: Stop | None) -> str:
    if stop:
        return (
            f"**Stopped** <t:{int(stop.at.timestamp())}:R>: {harmless(stop.why, 150)}."
            " Mend that, then /digest set starts it again."
        )
    if scheduled is None:
        return "No digest is scheduled. /digest set starts one."
    schedule, at = scheduled
    there = at.astimezone(ZoneInfo(schedule.zone))
    moment = int(at.timestamp())
    return (
        f"**Next:** {there:%A, %d %B %Y, %H:%M} in {schedule.zone}, for you <t:{moment}:F>"
        f" (<t:{moment}:R>), in <#{schedule.channel_id}>"
    )


def _past(run: PastRun, guild_id: int) -> str:
    """One run in at most 170 characters."""
    when = f"<t:{int(run.due_at.timestamp())}:f>"
    if run.first_on:
        when = f"{run.first_on} to {run.key}"
    line = f"- {when} {OUTCOMES[run.outcome]}"
    if run.message_id:
        link = f"https://discord.com/channels/{guild_id}/{run.channel_id}/{run.message_id}"
        line = f"{line}, [open](<{link}>)"
    elif run.detail:
        line += f": {harmless(run.detail, 80)}"
    return line


def choices(choice: Choice) -> str:
    """Return what the server's digest holds."""
    shown = [WORDS[s].heading for s in Section if s not in choice.hidden]
    hidden = [WORDS[s].heading for s in Section if s in choice.hidden]
    lines = [
        f"**Shown:** {', '.join(shown) or 'nothing'}",
        f"**Hidden:** {', '.join(hidden) or 'nothing'}",
        f"**New and most-asked claims from check-worthiness:** {choice.least_worth:.2f}",
        f"**Claims:** {f'with the tag {harmless(choice.tag, 80)}' if choice.tag else 'all'}",
        f"**Pings:** {f'<@&{choice.ping_role_id}>' if choice.ping_role_id else 'nobody'}",
        f"**Without news:** {'nothing is posted' if choice.skip_empty else 'posted all the same'}",
    ]
    return "\n".join(lines)
