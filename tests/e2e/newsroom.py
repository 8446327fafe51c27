"""Where `claimbot` works in these tests: a server with channels and people."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from claims.ledger import open_ledger, servers
from claims.ledger.articles import articles
from claims.models import Article, Claim
from tests.e2e.loopback import BotProcess, Channel, Guild, LoopbackDiscord, Permission, Person, Role

EVIDENCE = "https://port.example/statistics"
MESSAGES = "/channels/{channel_id}/messages"
COMMANDS = "/applications/{application_id}/commands"
FOLLOW_UP = "/webhooks/{webhook_id}/{webhook_token}"
CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback"
CONSOLE_SCRIPT = Path(sys.executable).with_name("claimbot")


@dataclass
class Newsroom:
    """The server, its people, and how to start the bot for it."""

    discord: LoopbackDiscord
    guild: Guild
    general: Channel
    news: Channel
    moderators: Role
    manager: Person
    moderator: Person
    member: Person
    ledger: Path
    start: Callable[..., BotProcess]

    @property
    def syncs(self) -> int:
        """How often the bot told Discord its commands."""
        return sum(
            each.template.endswith("/commands") and each.method != "GET"
            for each in self.discord.calls
        )


def furnish(discord: LoopbackDiscord, folder: Path) -> Newsroom:
    """Set up the server; nothing is stored yet and no bot runs."""
    world = discord.world
    guild = world.add_guild("Newsroom")
    managers = world.add_role(guild, "Managers", Permission.MANAGE_GUILD)
    moderators = world.add_role(guild, "Checkers")
    ledger = folder / "claims.db"

    def start(*arguments: str, **settings: str) -> BotProcess:
        usual = {"DISCORD_TOKEN": world.token, "CLAIMBOT_LEDGER": str(ledger)}
        return BotProcess(discord, [str(CONSOLE_SCRIPT), *arguments], usual | settings, folder)

    return Newsroom(
        discord,
        guild,
        world.add_channel(guild, "general"),
        world.add_channel(guild, "news"),
        moderators,
        discord.person("Mara", guild, managers),
        discord.person("Carl", guild, moderators),
        discord.person("Ada", guild),
        ledger,
        start,
    )


async def stock(room: Newsroom, article: Article, found: list[Claim], now: datetime) -> None:
    """Say who moderates and put an article into the ledger; no bot may run meanwhile."""
    async with open_ledger(room.ledger) as ledger:
        await ledger.write(servers.set_moderators, room.guild.id, room.moderators.id)
        # One link rates a claim in most of these tests; the strict rule has its own.
        await ledger.write(servers.set_rules, room.guild.id, strict_evidence=False)
        await ledger.write(articles.add, room.guild.id, article, found, actor=0, now=now)
