"""What the tests of the bot share: the server that they work in, and how to read answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import discord
import simcord
from simcord import MemberActor

from bot.app import App
from claims.errors import ClaimsError
from claims.ledger import Ledger, servers
from claims.ledger.articles import articles
from claims.models import Article, Claim, Kind, Source, SourceType, Span

HOSTILE = "@everyone [click](https://evil.example) **loud** <@1> \u202e\u200bhidden `code` ||x||"

TEXT = "Mayor Ada Lovett said on Monday that rents fell by 4%. " * 20


def sample_claims(count: int) -> list[Claim]:
    """Return claims of one source; the last one's words are hostile."""
    return [
        Claim(
            text=f"rents fell by {n}%" if n < count else HOSTILE,
            content=(Span(37 + n, 53 + n),),
            kind=Kind.INDIRECT,
            group=n,
            source=Source(
                name="Ada Lovett", type=SourceType.PERSON, role="mayor", mention=(Span(0, 16),)
            ),
            cue=(Span(17, 21),),
            stated_on="on Monday",
            check_worthiness=n / (count + 1),
        )
        for n in range(1, count + 1)
    ]


@dataclass
class Desk:
    """Where the tests work: one channel, seen by a manager, a moderator and a member."""

    env: simcord.Env
    ledger: Ledger
    channel: Any
    manager: MemberActor
    moderator: MemberActor
    member: MemberActor
    role: Any

    @property
    def guild_id(self) -> int:
        return int(self.env.guild.id)

    async def restart(self) -> None:
        """Start the bot anew on the same ledger; nothing but Discord and the file remains."""
        await self.env.restart_bot(App(self.ledger, shard_count=1))

    async def later(self, seconds: float) -> None:
        """
        Let so much time go by at once.

        Timers do not run on the way (days of them take long): tests run the jobs themselves.
        """
        self.env.backend.advance_clock(seconds)
        bot = self.env.bot
        assert isinstance(bot, App)
        then = bot.lasting() + seconds
        bot.lasting = lambda: then  # type: ignore[method-assign]  # as no test takes that long
        await self.env.settle()

    async def notices(self) -> None:
        """Run what APScheduler runs to tell people."""
        bot = self.env.bot
        assert isinstance(bot, App)
        await bot.schedule.notices.tick()
        await self.env.settle()

    def told(self, person: MemberActor) -> list[str]:
        """Return the direct messages that somebody was sent, oldest first."""
        channel = self.env.backend.dm_channels.get(person.id)
        return [
            words(SimpleNamespace(content="", components=request.json["components"]))
            for request in self.env.http_requests
            if (request.method, request.path) == ("POST", f"/channels/{channel}/messages")
        ]

    def refusal(self) -> str:
        """Return, and forget, the one error that the bot answered a person with."""
        [error] = self.env.errors[self._known :]
        self._known += 1
        original = getattr(error, "original", error)
        assert isinstance(original, ClaimsError), original
        return str(original)

    _known: int = 0


SETTLED = 8.0
"""
Seconds for an answer: the worker starts with the first text, on busy machines in seven. Not more,
as simcord's settling waits for each timer that ends within them.
"""


async def opened(env: simcord.Env, ledger: Ledger, *, locale: str = "en-US") -> Desk:
    """Open a server with twelve claims and a moderator role, whose language is `locale`."""
    env.settle_timeout = SETTLED
    guild = env.create_guild("Fact desk", preferred_locale=locale)
    channel = guild.create_text_channel("claims")
    role = guild.create_role("Moderators")
    managers = guild.create_role("Managers", permissions=discord.Permissions(manage_guild=True))
    desk = Desk(
        env,
        ledger,
        channel,
        manager=guild.add_member(env.create_user("manager"), roles=[managers]),
        moderator=guild.add_member(env.create_user("moderator"), roles=[role]),
        member=guild.add_member(env.create_user("member")),
        role=role,
    )
    await env.settle()
    article = Article(
        text=TEXT, title="Rents", publisher="The Example", url="https://example.org/r"
    )
    await ledger.write(articles.add, guild.id, article, sample_claims(12), actor=0, now=env.now())
    await ledger.write(servers.set_moderators, guild.id, role.id)
    await ledger.write(servers.set_rules, guild.id, strict_evidence=False)
    return desk


def _parts(component: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield component
    for child in component.get("components", []):
        yield from _parts(child)
    for name in ("accessory", "component"):
        if component.get(name):
            yield from _parts(component[name])


def parts(message: Any) -> list[dict[str, Any]]:
    """Return every component of a message, however deep."""
    raw = [c if isinstance(c, dict) else c.to_dict() for c in message.components]
    return [part for component in raw for part in _parts(component)]


def words(message: Any) -> str:
    """Return all text that a message shows."""
    shown = [part["content"] for part in parts(message) if part.get("content")]
    return "\n".join([message.content or "", *shown])


def labels(message: Any) -> list[str]:
    """Return the labels of a message's buttons."""
    return [part["label"] for part in parts(message) if part.get("type") == 2]


def field(modal: dict[str, Any], label: str) -> dict[str, Any]:
    """Return the component of a modal's field."""
    [found] = [c["component"] for c in modal["components"] if c.get("label") == label]
    return found
