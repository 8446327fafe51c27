"""What managers are told about their digest. Pure."""

from datetime import datetime

from bot.messages.days import days_said
from bot.messages.digest_lines import WORDS
from bot.messages.harmless import harmless
from claims.digests.compose import zone_of
from claims.digests.records import REFUSALS, Choice, PastRun, Schedule, Section, Stop
from claims.digests.run_details import said
from claims.records.notices import Outcome
from claims.wording import WEEKDAYS, phrase, say, say_day, say_number

OUTCOMES = {
    Outcome.CLAIMED: phrase("⏳ on its way"),
    Outcome.SENT: phrase("✅ sent"),
    Outcome.EMPTY: phrase("▫️ nothing to tell"),
    Outcome.FAILED: phrase("❌ refused"),
    Outcome.UNCERTAIN: phrase("❔ uncertain"),
    Outcome.MISSED: phrase("⏭️ missed"),
}


def stop_words(stop: Stop, server: str) -> str:
    """Return what a manager is told directly of a schedule that was stopped."""
    return say(
        "The digest of **{server}** is stopped, as it could not be posted in {channel} {count}"
        " times in a row: {why}. Once that is mended, /digest set starts it again; nothing that"
        " happened is lost.",
        server=harmless(server, 100) or say("your server"),
        channel=f"<#{stop.channel_id}>",
        count=REFUSALS,
        why=harmless(said(stop.why), 150),
    )


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
        return say(
            "**Stopped** {when}: {why}. Mend that, then /digest set starts it again.",
            when=f"<t:{int(stop.at.timestamp())}:R>",
            why=harmless(said(stop.why), 150),
        )
    if scheduled is None:
        return say("No digest is scheduled. /digest set starts one.")
    schedule, at = scheduled
    there = at.astimezone(zone_of(schedule.zone))
    moment = int(at.timestamp())
    return "\n".join(
        [
            say(
                "**When:** {days} at {time} in {zone}",
                days=days_said(schedule.weekdays),
                time=f"{schedule.local_time:%H:%M}",
                zone=schedule.zone,
            ),
            say(
                "**Next:** {day}, {time} in {zone}, for you {when}, in {channel}",
                day=say_day(there.date()),
                time=f"{there:%H:%M}",
                zone=schedule.zone,
                when=f"<t:{moment}:F> (<t:{moment}:R>)",
                channel=f"<#{schedule.channel_id}>",
            ),
        ]
    )


def _past(run: PastRun, guild_id: int) -> str:
    """One run in at most 170 characters."""
    when = f"<t:{int(run.due_at.timestamp())}:f>"
    if run.first_on:
        when = say("{first} to {last}", first=run.first_on, last=run.key)
    line = f"- {when} {say(OUTCOMES[run.outcome])}"
    if run.message_id:
        link = f"https://discord.com/channels/{guild_id}/{run.channel_id}/{run.message_id}"
        line = f"{line}, [{say('open')}](<{link}>)"
    elif run.detail:
        line += f": {harmless(said(run.detail), 80)}"
    return line


def choices(choice: Choice) -> str:
    """Return what the server's digest holds."""
    nothing = say("nothing")
    shown = [say(WORDS[s].heading) for s in Section if s not in choice.hidden]
    hidden = [say(WORDS[s].heading) for s in Section if s in choice.hidden]
    tagged = say("with the tag {tag}", tag=harmless(choice.tag, 80)) if choice.tag else say("all")
    pinged = f"<@&{choice.ping_role_id}>" if choice.ping_role_id else say("nobody")
    lines = [
        say("**Shown:** {sections}", sections=", ".join(shown) or nothing),
        say("**Hidden:** {sections}", sections=", ".join(hidden) or nothing),
        say(
            "**New and most-asked claims from check-worthiness:** {worth}",
            worth=say_number(choice.least_worth, 2),
        ),
        say("**Claims:** {which}", which=tagged),
        say("**Pings:** {whom}", whom=pinged),
        say("**Without news:** nothing is posted")
        if choice.skip_empty
        else say("**Without news:** posted all the same"),
        say(
            "**Chart and report of the week:** {day}",
            day=say("never") if choice.weekly_on is None else say(WEEKDAYS[choice.weekly_on]),
        ),
    ]
    return "\n".join(lines)
