"""Every command, one module per group."""

from bot.commands.claim import group as claim
from bot.commands.digest import group as digest
from bot.commands.help import help_
from bot.commands.review import group as review
from bot.commands.setup import group as setup

ALL = (help_, claim, review, digest, setup)
