"""`claimbot`: the bot in Discord, or, without a token, its rehearsal in a browser."""

import asyncio
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import discord
import typer

from bot import doctor as doctor_
from bot import logs, parts
from bot.app import App
from bot.run import UNREACHABLE, run
from bot.settings import Settings, read_settings
from claims.digests import zones
from claims.errors import ClaimsError
from claims.ledger import Ledger, open_ledger, servers
from claims.ledger.keeping import daily
from claims.ledger.store import library
from claims.version import described, version
from claims.wording import ENGLISH, LANGUAGES

if TYPE_CHECKING:
    from bot.metrics import Metrics

log = logging.getLogger(__name__)


def _spoken(code: str) -> str:
    if code not in LANGUAGES:
        raise typer.BadParameter(f"{code!r} is not one of {', '.join(map(repr, LANGUAGES))}.")
    return code


Spoken = Annotated[
    str,
    typer.Option(
        help="What everybody there speaks.", callback=_spoken, metavar=f"[{'|'.join(LANGUAGES)}]"
    ),
]


program = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


def _say_version(asked: bool) -> None:
    if asked:
        print(described("claimbot", library.version()))
        raise typer.Exit


@program.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help="Say which this is."),
    ] = False,
) -> None:
    """Answer Discord until stopped; without DISCORD_TOKEN, rehearse in a browser."""
    settings = read_settings()
    context.obj = settings
    if context.invoked_subcommand is not None:
        logs.set_up("ERROR")
        return
    logs.set_up(settings.log_level if settings.token else "ERROR")
    asyncio.run(_rehearse(settings) if settings.token is None else _go_live(settings))


@program.command()
def doctor(context: typer.Context) -> None:
    """Try everything that the bot needs, and say what to do where something is missing."""
    raise typer.Exit(asyncio.run(_doctor(context.obj)))


@program.command()
def sync(context: typer.Context) -> None:
    """Tell Discord the commands again, whether or not they changed."""
    asyncio.run(_sync(context.obj))
    print("Discord has the commands. People may have to restart it (Ctrl-R) to see new ones.")


@program.command()
def rehearse(
    context: typer.Context,
    days: Annotated[int, typer.Option(min=0, max=28, help="Days of digests to start with.")] = 0,
    language: Spoken = ENGLISH,
) -> None:
    """Rehearse in a browser; with --days, after days at a small newsroom and their digests."""
    asyncio.run(_rehearse(context.obj, days, language))


@program.command()
def rehearse_stress(
    context: typer.Context,
    days: Annotated[int, typer.Option(min=0, max=28, help="Days of digests to start with.")] = 7,
    language: Spoken = ENGLISH,
) -> None:
    """Rehearse after days that strain a digest: 500 claims at once, Hebrew and Arabic."""
    asyncio.run(_rehearse(context.obj, days, language, stress=True))


def main() -> None:
    """Run until stopped. Exits with 0 when told to stop, with 1 and one line when it cannot run."""
    try:
        program()
    except ClaimsError as error:
        sys.exit(f"claimbot: {error}")
    except KeyboardInterrupt:
        sys.exit(130)


async def _go_live(settings: Settings) -> None:
    assert settings.token is not None
    async with open_ledger(settings.ledger) as ledger:
        size = await ledger.read(servers.size)
        log.info(
            "claimbot %s starts; ledger %s: servers %d, claims %d",
            version(),
            settings.ledger.resolve(),
            size.servers,
            size.claims,
        )
        if missing := zones.no_data():
            log.error(missing)
        _say_where_backups_go(settings)
        keep = timedelta(days=settings.retention_days)
        with _counted(ledger, settings) as metrics:
            token, plan = settings.token.get_secret_value(), settings.plan
            await run(ledger, token, keep=keep, metrics=metrics, plan=plan)


def _say_where_backups_go(settings: Settings) -> None:
    plan = settings.plan
    if plan is None:
        log.info("no backups are made: CLAIMBOT_BACKUPS is not set")
    elif wrong := daily.problem(plan.folder, settings.ledger):
        log.error("CLAIMBOT_BACKUPS: %s", wrong)  # people are answered all the same
    else:
        log.info("backups: one a day in %s, %d kept", plan.folder.resolve(), plan.kept)


@contextmanager
def _counted(ledger: Ledger, settings: Settings) -> "Iterator[Metrics | None]":
    """Serve figures for Prometheus where the operator named a port."""
    host, port = settings.metrics_host, settings.metrics_port
    if port is None:
        yield None
        return
    try:
        from bot.metrics import Metrics
    except ModuleNotFoundError as error:
        raise ClaimsError(
            f"CLAIMBOT_METRICS_PORT is set, and figures need prometheus-client ({error})."
            f" {parts.how_to_install('metrics')}"
        ) from error
    metrics = Metrics(ledger, settings.plan)
    with metrics.served(host, port) as served:
        log.info("figures for Prometheus: http://%s:%d/metrics", host, served)
        yield metrics


async def _rehearse(
    settings: Settings, days: int = 0, language: str = ENGLISH, *, stress: bool = False
) -> None:
    # Only here: nothing of the rehearsal is loaded when the bot runs in Discord.
    try:
        import simcord  # noqa: F401

        from bot.rehearsal import newsroom, page
        from bot.rehearsal import stress as stress_
    except ModuleNotFoundError as error:
        raise ClaimsError(
            "There is no DISCORD_TOKEN, and the rehearsal that starts without one needs simcord"
            f" ({error}). {parts.how_to_install('rehearsal')}"
        ) from error
    week = stress_.STRESS if stress else newsroom.NEWSROOM
    await page.rehearse(settings, days, spoken=language, week=week)


async def _doctor(settings: Settings) -> int:
    wrong = 0
    async for finding in doctor_.examine(settings):
        print(f"{'ok   ' if finding.fine else 'WRONG'} {finding.text}")
        wrong += not finding.fine
    return 1 if wrong else 0


async def _sync(settings: Settings) -> None:
    if settings.token is None:
        raise ClaimsError("DISCORD_TOKEN is not set; without it Discord cannot be told anything.")
    async with open_ledger(settings.ledger) as ledger, App(ledger) as bot:
        await ledger.write(servers.forget_synced_commands)
        try:
            await bot.login(settings.token.get_secret_value())
        except (*UNREACHABLE, discord.LoginFailure) as error:
            raise ClaimsError(
                f"Discord was not told: {error}. `claimbot doctor` says more."
            ) from error


if __name__ == "__main__":
    main()
