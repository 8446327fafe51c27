"""
The whole bot: commands, buttons, forms and jobs, put together on one connection.

The only module that knows both what the answers are and what they are given.
"""

import hashlib
import json
import logging
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot import commands
from bot.answers.presses import press, take
from bot.client import RETENTION, ClaimBot
from bot.errors import report
from bot.jobs import heartbeat
from bot.jobs.schedule import Schedule
from bot.timing import command_name, timed
from bot.translation import CommandTranslator, speak_to
from bot.wellformed import MALFORMED, require_options
from claims.errors import RefusedError
from claims.ledger import Ledger, servers
from claims.ledger.keeping import retention
from claims.ledger.keeping.daily import Plan
from claims.wording import say

if TYPE_CHECKING:  # an extra, loaded only where an operator asks for figures
    from bot.metrics import Metrics

log = logging.getLogger(__name__)

_AUTOCOMPLETE = discord.InteractionType.autocomplete


class Tree(app_commands.CommandTree[ClaimBot]):
    """The command tree, whose errors always end in an answer."""

    async def interaction_check(self, interaction: discord.Interaction[ClaimBot]) -> bool:
        speak_to(interaction)
        return True

    async def _call(self, interaction: discord.Interaction[ClaimBot]) -> None:
        # There is no public place around commands and autocomplete alike.
        kind = "autocomplete" if interaction.type is _AUTOCOMPLETE else "command"
        with timed(interaction, kind, command_name):
            try:
                require_options(self, interaction.data)
                await super()._call(interaction)
            except RefusedError as refused:
                await self._refuse(interaction, refused)
            except (KeyError, TypeError, ValueError, AttributeError):
                # What a command itself raises comes as an AppCommandError.
                await self._refuse(interaction, RefusedError(say(MALFORMED)))

    async def _refuse(
        self, interaction: discord.Interaction[ClaimBot], refused: RefusedError
    ) -> None:
        if interaction.type is _AUTOCOMPLETE:
            await interaction.response.autocomplete([])
        else:
            await report(interaction, refused)

    async def on_error(
        self, interaction: discord.Interaction[ClaimBot], error: app_commands.AppCommandError
    ) -> None:
        await report(interaction, error)


class App(ClaimBot):
    """Answers commands, buttons and forms, and runs the jobs, from login until it is closed."""

    def __init__(
        self,
        ledger: Ledger,
        *,
        keep: timedelta = RETENTION,
        shard_count: int | None = None,
        metrics: "Metrics | None" = None,
        plan: Plan | None = None,
    ) -> None:
        super().__init__(ledger, keep=keep, shard_count=shard_count, metrics=metrics, plan=plan)
        self.schedule = Schedule(self)
        self.digests = self.schedule.digests
        self.tree = Tree(
            self,
            allowed_contexts=app_commands.AppCommandContext(guild=True),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        )
        for command in commands.ALL:
            self.tree.add_command(command)

    async def setup_hook(self) -> None:
        await self.tree.set_translator(CommandTranslator())
        await self._sync_commands()
        self.schedule.start()

    async def close(self) -> None:
        self.schedule.stop()
        heartbeat.still(self.ledger.path)
        await super().close()

    def dispatch(self, event: str, /, *args: Any, **kwargs: Any) -> None:
        """Called for everything that happens: buttons and forms are answered."""
        # As `on_interaction` it would be one more task for each of all interactions.
        if event == "interaction":
            if args[0].type is discord.InteractionType.modal_submit:
                self.loop.create_task(take(args[0]))
            elif args[0].type is discord.InteractionType.component:
                self.loop.create_task(press(args[0]))
        super().dispatch(event, *args, **kwargs)

    async def on_ready(self) -> None:
        log.info("ready in %d servers", len(self.guilds))
        there = [guild.id for guild in self.guilds]
        await self.ledger.write(retention.mark_present, there, now=self.discords_now())
        await heartbeat.beat(self)
        self.schedule.back_up_soon()
        await self.schedule.greetings.meet(self.guilds)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        await self.ledger.write(retention.bot_returned, guild.id)
        await self.schedule.greetings.meet([guild])

    async def on_guild_available(self, guild: discord.Guild) -> None:
        if self.is_ready():  # else `on_ready` meets it, with all others at once
            await self.schedule.greetings.meet([guild])

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        await self.ledger.write(retention.bot_left, guild.id, now=self.discords_now())
        log.info("removed from server %d", guild.id)

    async def _sync_commands(self) -> None:
        """Tell Discord the commands, but only when they changed: it allows few such calls a day."""
        translator = self.tree.translator
        assert translator is not None
        payloads = [
            await command.get_translated_payload(self.tree, translator)
            for command in self.tree.get_commands()
        ]
        definition = json.dumps(payloads, sort_keys=True)
        digest = hashlib.sha256(definition.encode()).hexdigest()
        assert self.application_id is not None
        if await self.ledger.read(servers.synced_commands, self.application_id) == digest:
            return
        await self.tree.sync()
        await self.ledger.write(servers.set_synced_commands, self.application_id, digest)
        log.info("told Discord the commands")
