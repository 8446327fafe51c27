"""What the bot may do where."""

import discord

from claims.wording import say


def missing_to_post(channel: discord.abc.GuildChannel) -> list[str]:
    """Return the permissions that the bot lacks to post in a channel, as Discord shows them."""
    allowed = channel.permissions_for(channel.guild.me)
    needed = {
        say("View Channel"): allowed.view_channel,
        say("Send Messages"): allowed.send_messages,
    }
    return [name for name, granted in needed.items() if not granted]
