"""A server inside simcord, with the real bot, a real ledger and three people."""

from collections.abc import AsyncIterator
from pathlib import Path

import discord
import pytest
import simcord

from bot.client import ClaimBot
from claims.ledger import Ledger, articles, open_ledger, servers
from claims.models import Article
from tests.bot.desk import TEXT, Desk, sample_claims


@pytest.fixture
async def ledger(tmp_path: Path) -> AsyncIterator[Ledger]:
    async with open_ledger(tmp_path / "claims.db") as opened:
        yield opened


@pytest.fixture
def simcord_bot(ledger: Ledger) -> ClaimBot:
    """What simcord's own fixture `simcord_env` starts."""
    return ClaimBot(ledger, shard_count=1)


@pytest.fixture
async def desk(simcord_env: simcord.Env, ledger: Ledger) -> Desk:
    """A server with twelve claims and a moderator role."""
    env = simcord_env
    guild = env.create_guild("Fact desk")
    channel = guild.create_text_channel("claims")
    role = guild.create_role("Moderators")
    managers = guild.create_role("Managers", permissions=discord.Permissions(manage_guild=True))
    desk = Desk(
        env,
        ledger,
        channel,
        manager=guild.add_member(env.create_user("manager"), roles=[managers]),
        moderator=guild.add_member(env.create_user("moderator"), roles=[role]),
        member=guild.add_member(env.create_user("member")),
        role=role,
    )
    await env.settle()
    article = Article(
        text=TEXT, title="Rents", publisher="The Example", url="https://example.org/r"
    )
    await ledger.write(articles.add, guild.id, article, sample_claims(12), actor=0, now=env.now())
    await ledger.write(servers.set_moderators, guild.id, role.id)
    await ledger.write(servers.set_rules, guild.id, strict_evidence=False)
    return desk
