"""Messages come to be, change and go, under Discord's rules."""

import re
from datetime import UTC, datetime

from . import errors, wire
from .components import stored, texts
from .judge import rules
from .permissions import Permission
from .world import (
    COMPONENTS_V2,
    DM,
    EPHEMERAL,
    PUBLIC_THREAD,
    Channel,
    Json,
    Message,
    User,
    World,
)

SETTABLE_FLAGS = (1 << 2) | EPHEMERAL | (1 << 12) | COMPONENTS_V2
MENTIONS = re.compile(r"@(everyone|here)|<@!?(\d{1,20})>|<@&(\d{1,20})>")


def create(
    world: World,
    channel: Channel,
    body: Json,
    files: list[Json],
    *,
    metadata: Json | None = None,
    reader: User | None = None,
) -> Message:
    """Put a new message of the bot into a channel; `reader` alone sees it where it is ephemeral."""
    errors.refuse(rules.message(body))
    contents = [body.get(key) for key in ("content", "embeds", "components", "sticker_ids", "poll")]
    if not any(contents) and not files:
        raise errors.empty_message()
    message = Message(world.snowflake(), channel, world.bot, metadata=metadata)
    _fill(message, body, files)
    message.flags = (body.get("flags") or 0) & SETTABLE_FLAGS
    message.nonce = body.get("nonce")
    # Interactions may mention whom they like; other messages need the permission for everyone.
    message.pings = pings(world, message, body.get("allowed_mentions"))
    if message.ephemeral and reader is not None:
        message.seen_by = reader
    channel.messages.append(message)
    world.touch()
    return message


def edit(world: World, message: Message, body: Json, files: list[Json]) -> Message:
    """Change what a message shows; what the body does not name stays."""
    if message.deleted:
        raise errors.unknown_message()
    v2 = message.flags & COMPONENTS_V2
    errors.refuse(rules.message(body, flags_before=v2))
    if (body.get("flags") or 0) & COMPONENTS_V2 and not v2:
        emptied = "content" in body and "embeds" in body and not body["content"]
        if (message.content or message.embeds) and not emptied:
            raise errors.invalid_body(["v2 components need content and embeds emptied"])
        message.flags |= COMPONENTS_V2
    _fill(message, body, files)
    if not (message.content or message.embeds or message.components or message.attachments):
        raise errors.empty_message()
    message.edited_at = datetime.now(UTC)
    message.edits += 1
    world.touch()
    return message


def delete(world: World, message: Message) -> None:
    """Take a message away."""
    if message.deleted:
        raise errors.unknown_message()
    message.deleted = True
    if message in message.channel.messages:
        message.channel.messages.remove(message)
    world.touch()


def may_post(world: World, channel: Channel, body: Json, files: list[Json]) -> None:
    """Refuse what the bot may not post here of its own accord; drop embeds that it may not."""
    if channel.type == DM:
        if channel.recipient is not None and not channel.recipient.dms_open:
            raise errors.closed_dms()
        return
    allowed = visible(world, channel)
    thread = channel.type == PUBLIC_THREAD
    needed = Permission.SEND_MESSAGES_IN_THREADS if thread else Permission.SEND_MESSAGES
    if not allowed & needed or (files and not allowed & Permission.ATTACH_FILES):
        raise errors.missing_permissions()
    if thread and channel.archived:
        if channel.locked:
            raise errors.archived_thread()
        channel.archived = False
    if not allowed & Permission.EMBED_LINKS:
        body["embeds"] = []


def visible(world: World, channel: Channel) -> Permission:
    """Return what the bot may do here, or refuse when it does not even see the place."""
    allowed = channel.permissions_of(world.bot)
    if not allowed & Permission.VIEW_CHANNEL:
        raise errors.missing_access()
    return allowed


def _fill(message: Message, body: Json, files: list[Json]) -> None:
    if "content" in body:
        message.content = body["content"] or ""
    if "embeds" in body:
        message.embeds = body["embeds"] or []
    if "components" in body:
        message.components = stored(body["components"] or [])
    if "attachments" in body:
        kept = {str(each["id"]) for each in body["attachments"] or []}
        message.attachments = [each for each in message.attachments if each["id"] in kept]
    message.attachments = message.attachments + files


def pings(world: World, message: Message, allowed: Json | None) -> frozenset[str]:
    """Name whom the words notify: everyone, user:ID, role:ID."""
    allowed = allowed or {}
    parse = allowed.get("parse")
    everything = not allowed or (
        parse is None and "users" not in allowed and "roles" not in allowed
    )
    if everything:
        parse = ["users"] if message.metadata else ["users", "roles", "everyone"]
    found = set()
    for text in (message.content, *texts(message.components)):
        for everyone, user, role in MENTIONS.findall(text):
            if everyone and "everyone" in (parse or ()):
                found.add("everyone")
            if user and ("users" in (parse or ()) or user in map(str, allowed.get("users") or ())):
                found.add(f"user:{user}")
            if role and ("roles" in (parse or ()) or role in map(str, allowed.get("roles") or ())):
                found.add(f"role:{role}")
    may_everyone = message.channel.permissions_of(world.bot) & Permission.MENTION_EVERYONE
    return frozenset(found if may_everyone or message.metadata else found - {"everyone"})


def as_json(message: Message) -> Json:
    """Return the message as Discord writes it."""
    return wire.message(message)
