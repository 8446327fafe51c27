"""The commands in Discord's menus, and answers, in the language of whoever reads them."""

import discord
from discord import app_commands

from bot.interaction import Interaction
from claims.wording import ENGLISH, known, say, speak, speaking


class CommandTranslator(app_commands.Translator):
    """
    Translates descriptions, choices and message menus by the catalogue, at the time of a sync.

    Names of commands and options stay English: every text, the README and people's help to
    each other refer to them.
    """

    def __init__(self) -> None:
        # discord.py asks for each text in each of Discord's locales: 12,000 times a start.
        self._spoken = {each for each in discord.Locale if known(each.value) != ENGLISH}

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        if locale not in self._spoken:
            return None
        if context.location not in _TRANSLATED and not isinstance(context.data, _MENU):
            return None
        with speaking(locale.value):
            return say(string.message)


_MENU = app_commands.ContextMenu
_TRANSLATED = frozenset(
    {
        app_commands.TranslationContextLocation.command_description,
        app_commands.TranslationContextLocation.group_description,
        app_commands.TranslationContextLocation.parameter_description,
        app_commands.TranslationContextLocation.choice_name,
    }
)


def speak_to(interaction: Interaction) -> None:
    """Answer in the language that this person's Discord is in."""
    speak(interaction.locale.value)


def speak_publicly(interaction: Interaction) -> None:
    """Go on in the server's language, for what everybody there will read."""
    speak(interaction.guild_locale.value if interaction.guild_locale else ENGLISH)


def spoken_in(guild: discord.Guild | None) -> str:
    """Return the locale of what is posted in a server without anybody having asked."""
    return guild.preferred_locale.value if guild else ENGLISH
