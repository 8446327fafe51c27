"""Every command, one module per group."""

from typing import Any

from discord import app_commands

from bot.commands import claim as _claim
from bot.commands import claim_lists as _lists
from bot.commands import review as _review
from bot.commands import review_edits as _edits
from bot.commands.article import group as article
from bot.commands.digest import group as digest
from bot.commands.groups import claim, review
from bot.commands.help import help_
from bot.commands.intake import group as intake
from bot.commands.menus import MENUS
from bot.commands.privacy import group as privacy
from bot.commands.setup import group as setup
from bot.commands.source import group as source
from bot.commands.stats import stats_

AnyCommand = app_commands.Command[Any, ..., Any] | app_commands.Group | app_commands.ContextMenu

_REGISTERING = (_claim, _lists, _review, _edits)
"""Modules that put their commands into the groups `claim` and `review`."""

ALL: tuple[AnyCommand, ...] = (
    help_,
    claim,
    source,
    article,
    stats_,
    intake,
    review,
    digest,
    setup,
    privacy,
    *MENUS,
)
