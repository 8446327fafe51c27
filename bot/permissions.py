"""What the bot may do where."""

import discord


def missing_to_post(channel: discord.abc.GuildChannel) -> list[str]:
    """Return the permissions that the bot lacks to post in a channel, as Discord calls them."""
    allowed = channel.permissions_for(channel.guild.me)
    needed = {"View Channel": allowed.view_channel, "Send Messages": allowed.send_messages}
    return [name for name, granted in needed.items() if not granted]
