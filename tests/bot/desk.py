"""What the tests of the bot share: the server that they work in, and how to read answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import discord
import simcord
from simcord import ChannelHandle, InteractionResult, MemberActor, ResponseMessage, RoleHandle

from bot.app import App
from claims.errors import ClaimsError
from claims.ledger import Ledger, servers
from claims.ledger.articles import articles
from claims.models import Article, Claim, Kind, Source, SourceType, Span

HOSTILE = "@everyone [click](https://evil.example) **loud** <@1> \u202e\u200bhidden `code` ||x||"


@dataclass(frozen=True)
class Sent:
    """A message by the request that the bot sent it with."""

    components: list[dict[str, Any]]
    content: str = ""


Shown = discord.Message | ResponseMessage | Sent
"""What people see: as everybody sees it, as the answer to one person, or as it was sent."""

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
    channel: ChannelHandle
    manager: MemberActor
    moderator: MemberActor
    member: MemberActor
    role: RoleHandle

    @property
    def guild_id(self) -> int:
        return int(self.env.guild.id)

    @property
    def bot(self) -> App:
        """The bot that runs now; `restart` replaces it."""
        assert isinstance(self.env.bot, App)
        return self.env.bot

    @property
    def me(self) -> discord.Member:
        """The bot as a member of the server."""
        member = self.env.guild.me
        assert member is not None
        return member

    async def restart(self) -> None:
        """Start the bot anew on the same ledger; nothing but Discord and the file remains."""
        await self.env.restart_bot(App(self.ledger, shard_count=1))

    async def later(self, seconds: float) -> None:
        """
        Let so much time go by at once.

        Timers do not run on the way (days of them take long): tests run the jobs themselves.
        """
        self.env.backend.advance_clock(seconds)
        bot = self.bot
        then = bot.lasting() + seconds
        bot.lasting = lambda: then  # type: ignore[method-assign]  # as no test takes that long
        await self.env.settle()

    async def notices(self) -> None:
        """Run what APScheduler runs to tell people."""
        await self.bot.schedule.notices.tick()
        await self.env.settle()

    def told(self, person: MemberActor) -> list[str]:
        """Return the direct messages that somebody was sent, oldest first."""
        channel = self.env.backend.dm_channels.get(person.id)
        return [
            words(Sent(body(request)["components"]))
            for request in self.env.http_requests
            if (request.method, request.path) == ("POST", f"/channels/{channel}/messages")
        ]

    def text_channel(self, channel: ChannelHandle | None = None) -> discord.TextChannel:
        """Return the desk's channel, or another one, as the bot knows it."""
        known = self.bot.get_channel((channel or self.channel).id)
        assert isinstance(known, discord.TextChannel)
        return known

    async def post_button(
        self, custom_id: str, place: discord.abc.Messageable | None = None
    ) -> discord.Message:
        """Let the bot post a button *x* with this id, whether or not it would ever show it."""
        view = discord.ui.View(timeout=None)
        view.add_item(discord.ui.Button(label="x", custom_id=custom_id))
        view.stop()
        return await (place or self.text_channel()).send(view=view)

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


def _parts(component: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield component
    for child in component.get("components", []):
        yield from _parts(child)
    for name in ("accessory", "component"):
        if component.get(name):
            yield from _parts(component[name])


def parts(message: Shown | None) -> list[Mapping[str, Any]]:
    """Return every component of a message, however deep; there has to be a message."""
    assert message is not None, "there is no message"
    raw = [c if isinstance(c, dict) else c.to_dict() for c in message.components]
    return [part for component in raw for part in _parts(component)]


def words(message: Shown | None) -> str:
    """Return all text that a message shows; there has to be a message."""
    assert message is not None, "there is no message"
    shown = [part["content"] for part in parts(message) if part.get("content")]
    return "\n".join([message.content, *shown])


def body(request: simcord.HttpLogEntry) -> dict[str, Any]:
    """Return what the bot sent with this request; it has to be an object."""
    assert isinstance(request.json, dict)
    return request.json


def labels(message: Shown | None) -> list[str]:
    """Return the labels of a message's buttons; there has to be a message."""
    return [part["label"] for part in parts(message) if part.get("type") == 2]


def response(answer: InteractionResult) -> ResponseMessage:
    """Return the message that a command or a press was answered with; there has to be one."""
    assert answer.response is not None, answer
    return answer.response


def last_message(channel: ChannelHandle) -> discord.Message:
    """Return what was posted there last; there has to be something."""
    message = channel.last_message
    assert message is not None, "nothing was posted there"
    return message


def modal(answer: InteractionResult) -> dict[str, Any]:
    """Return the form that a command or a press was answered with; there has to be one."""
    assert answer.modal is not None, answer
    return answer.modal


def field(answer: InteractionResult, label: str) -> dict[str, Any]:
    """Return the component of a field in the form that this was answered with."""
    found: dict[str, Any]
    [found] = [c["component"] for c in modal(answer)["components"] if c.get("label") == label]
    return found
