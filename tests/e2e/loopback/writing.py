"""What people write by themselves: messages, with files, and forwards of others'."""

from dataclasses import replace

from . import wire
from .world import HAS_SNAPSHOT, Channel, File, Json, Message, User, World

LONGEST = 2000
"""Characters of a message; Discord's client makes a file of what is pasted beyond them."""


def uploaded(world: World, file: File, folder: str) -> Json:
    """Upload a file and describe it; `folder` is where Discord's file server keeps its kind."""
    number = str(world.snowflake())
    world.files[number] = file.content
    return wire.attachment(number, file, f"{world.cdn}/{folder}")


def send(world: World, channel: Channel, author: User, text: str, *files: File) -> Message:
    """Send a message as the client does: too long a text becomes the file `message.txt`."""
    if len(text) > LONGEST:
        files, text = (*files, File("message.txt", text.encode())), ""
    attached = [uploaded(world, each, f"attachments/{channel.id}") for each in files]
    return world.put(Message(world.snowflake(), channel, author, text, attachments=attached))


def forward(world: World, message: Message, channel: Channel, author: User) -> Message:
    """Forward a message; later edits of the original do not show."""
    found = Message(world.snowflake(), channel, author, flags=HAS_SNAPSHOT)
    found.forwards = replace(message)
    return world.put(found)
