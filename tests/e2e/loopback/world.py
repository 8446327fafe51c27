"""Who and what there is: servers, channels, roles, people, messages. Knows nothing of sockets."""

import asyncio
import itertools
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, TypeVar

from .permissions import EVERYONE, NOTHING, Permission, permissions_in

Json = dict[str, Any]
Found = TypeVar("Found")

DISCORD_EPOCH_MS = 1_420_070_400_000
GUILD_TEXT, DM, PUBLIC_THREAD = 0, 1, 11
EPHEMERAL, LOADING, HAS_SNAPSHOT, COMPONENTS_V2 = 1 << 6, 1 << 7, 1 << 14, 1 << 15


@dataclass(frozen=True)
class File:
    """A file that a person attaches."""

    name: str
    content: bytes


@dataclass(eq=False)
class User:
    """A person or a bot; `dms_open` is false for who takes no direct messages."""

    id: int
    name: str
    bot: bool = False
    dms_open: bool = True


@dataclass(eq=False)
class Role:
    """A role of one server."""

    id: int
    name: str
    permissions: Permission
    position: int = 1


@dataclass(eq=False)
class Member:
    """A user in one server."""

    user: User
    roles: list[Role]


@dataclass(eq=False)
class Message:
    """A message as it stands now; `pings` names whom it notified when it was sent."""

    id: int
    channel: "Channel"
    author: User
    content: str = ""
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    flags: int = 0
    nonce: str | int | None = None
    pings: frozenset[str] = frozenset()
    metadata: Json | None = None
    forwards: "Message | None" = None  # as it was when it was forwarded
    seen_by: User | None = None
    sent_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    edited_at: datetime | None = None
    edits: int = 0
    deleted: bool = False

    @property
    def ephemeral(self) -> bool:
        """Whether one person only sees it."""
        return bool(self.flags & EPHEMERAL)


@dataclass(eq=False)
class Channel:
    """A channel, thread or direct conversation; `overwrites` map role or user to allow, deny."""

    id: int
    name: str
    type: int = GUILD_TEXT
    guild: "Guild | None" = None
    parent: "Channel | None" = None
    recipient: User | None = None
    overwrites: dict[int, tuple[Permission, Permission]] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)
    archived: bool = False
    locked: bool = False

    @property
    def public(self) -> list[Message]:
        """The messages that everybody here sees."""
        return [each for each in self.messages if not each.ephemeral]

    def permissions_of(self, user: User) -> Permission:
        """What this user may do here."""
        if self.guild is None:
            return EVERYONE | Permission.READ_MESSAGE_HISTORY
        place = self.parent or self
        member = self.guild.members.get(user.id)
        if member is None:
            return Permission(0)
        if user is self.guild.owner:
            return ~Permission(0)
        return permissions_in(
            self.guild.everyone.permissions,
            {role.id: role.permissions for role in member.roles},
            place.overwrites,
            self.guild.id,
            user.id,
        )


@dataclass(eq=False)
class Guild:
    """One server."""

    id: int
    name: str
    owner: User
    everyone: Role
    roles: dict[int, Role] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)


class World:
    """All of it, and the one place to wait for something to become true."""

    def __init__(self, token: str = "loopback.token.of-the-bot") -> None:
        self._ids = itertools.count(int(time.time() * 1000) - DISCORD_EPOCH_MS)
        self._changed = asyncio.Event()
        self.token = token
        self.users: dict[int, User] = {}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.commands: dict[int | None, dict[int, Json]] = {None: {}}
        self.nonces: dict[tuple[int, str], Message] = {}
        self.files: dict[str, bytes] = {}
        self.cdn = ""  # where files that people attach are fetched from; set once it listens
        self.bot = self.add_user("claimbot", bot=True)
        self.application_id = self.bot.id
        self.developer = self.add_user("developer")

    def snowflake(self) -> int:
        """Return a new id, later than all before it."""
        return next(self._ids) << 22

    def add_user(self, name: str, *, bot: bool = False) -> User:
        """Let somebody exist."""
        user = User(self.snowflake(), name, bot)
        self.users[user.id] = user
        return user

    def add_guild(self, name: str, *, everyone: Permission = EVERYONE) -> Guild:
        """Open a server that the bot is in, owned by a user of its own."""
        guild_id = self.snowflake()
        owner = self.add_user(f"owner of {name}")
        role = Role(guild_id, "@everyone", everyone, position=0)
        guild = Guild(guild_id, name, owner, role, {guild_id: role})
        self.guilds[guild_id] = guild
        self.commands[guild_id] = {}
        for user in (owner, self.bot):
            guild.members[user.id] = Member(user, [])
        return guild

    def add_role(self, guild: Guild, name: str, permissions: Permission = NOTHING) -> Role:
        """Add a role to a server."""
        role = Role(self.snowflake(), name, permissions, position=len(guild.roles))
        guild.roles[role.id] = role
        return role

    def add_channel(self, guild: Guild, name: str) -> Channel:
        """Add a text channel to a server."""
        return self._keep(Channel(self.snowflake(), name, guild=guild))

    def add_thread(self, parent: Channel, name: str) -> Channel:
        """Open a public thread under a channel."""
        thread = Channel(self.snowflake(), name, PUBLIC_THREAD, parent.guild, parent)
        return self._keep(thread)

    def add_member(self, guild: Guild, user: User, roles: Iterable[Role] = ()) -> Member:
        """Let a user join a server."""
        member = guild.members[user.id] = Member(user, list(roles))
        return member

    def dm_with(self, user: User) -> Channel:
        """Return the bot's direct conversation with this user, opened on first use."""
        for channel in self.channels.values():
            if channel.recipient is user:
                return channel
        return self._keep(Channel(self.snowflake(), user.name, DM, recipient=user))

    def _keep(self, channel: Channel) -> Channel:
        self.channels[channel.id] = channel
        if channel.guild is not None:
            channel.guild.channels[channel.id] = channel
        return channel

    def put(self, message: Message) -> Message:
        """Put a message into its channel."""
        message.channel.messages.append(message)
        self.touch()
        return message

    def touch(self) -> None:
        """Wake whoever waits: something changed."""
        self._changed.set()
        self._changed = asyncio.Event()

    async def until(self, holds: Callable[[], Found], what: str, *, within: float = 15.0) -> Found:
        """
        Wait until `holds` gives something true, and return that.

        15 seconds is patience for a loaded machine, not an expectation; what must be
        quick (an interaction's three seconds) is measured elsewhere.
        """
        try:
            async with asyncio.timeout(within):
                while not (found := holds()):
                    await self._changed.wait()
                return found
        except TimeoutError:
            raise AssertionError(f"not within {within:g} s: {what}") from None
