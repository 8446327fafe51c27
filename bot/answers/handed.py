"""Messages that people hand in by a menu, and the files that come with them or with a command."""

import aiohttp
import discord

from bot.answers import reading
from bot.answers.work import order
from bot.interaction import Interaction
from claims.errors import RefusedError
from claims.models import Article
from claims.wording import say, say_number


async def article_in(interaction: Interaction, message: discord.Message) -> Article:
    """
    Return a message's words as an article, or those of a text file where it has no others.

    Discord itself turns a paste that is too long for a message into such a file, `message.txt`.
    Raises RefusedError where there is nothing to read.
    """
    channel = getattr(interaction.channel, "name", None) or ""
    parts: tuple[reading.Part, ...] = (message, *message.message_snapshots)
    part, text = next(
        ((part, words) for part in parts if (words := reading.words_of(part))), (None, "")
    )
    if part is None:
        part, text = await _attached(interaction, parts)
    return reading.as_article(text, message, part, channel)


async def _attached(
    interaction: Interaction, parts: tuple["reading.Part", ...]
) -> tuple["reading.Part", str]:
    """Return the first text file that stands with a message, and its words."""
    for part in parts:
        for file in part.attachments:
            if reading.is_readable(file.filename):
                return part, (await read(interaction, file)).text
    raise RefusedError(
        say("This message has no words that could be read, and no .txt, .md or .html file.")
    )


async def read(interaction: Interaction, file: discord.Attachment) -> Article:
    """Read a file in the worker, once it is known to be short enough. Raises RefusedError."""
    data = await fetched(file)
    reading.check_size(file.filename, data)
    mine = order(interaction, file.filename, len(data))
    return await interaction.client.worker.run(mine, reading.read_file, file.filename, data)


async def fetched(file: discord.Attachment) -> bytes:
    """Return what is in a file. Raises RefusedError; too large a one is not fetched."""
    if file.size > reading.MOST_BYTES:
        raise RefusedError(
            say(
                "The file has {size} MB; at most {most} are read.",
                size=say_number(file.size / 1e6, 1),
                most=say_number(reading.MOST_BYTES / 1e6),
            )
        )
    try:
        return await file.read()
    except (discord.HTTPException, aiohttp.ClientError, TimeoutError) as error:
        raise RefusedError(say("Discord did not hand the file over. Try again.")) from error
