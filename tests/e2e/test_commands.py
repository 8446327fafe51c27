"""Every command that the bot tells Discord about, run once as the person it is for."""

from collections.abc import Iterator
from datetime import datetime

from claims.ledger import open_ledger, servers
from claims.models import Article, Claim
from tests.e2e.loopback import EVERYONE, File, Permission, shown
from tests.e2e.loopback.world import Json
from tests.e2e.newsroom import EVIDENCE, Newsroom, stock

# Who runs what, with which options, and words of the answer. In this order: each row builds on
# those before it.
RATED = {"evidence": EVIDENCE, "reason": "The port's own table."}
PORT = File("port.txt", b"The port handled 4 million tons in May, harbour master Ida Lund said.")
DAY: list[tuple[str, str, dict[str, object], str]] = [
    ("manager", "setup moderators", {}, "rate claims"),
    ("manager", "setup seeds", {}, "claims were added"),
    ("member", "help", {}, "claim list"),
    ("member", "claim list", {}, "#1"),
    ("member", "claim search", {"words": "port"}, "best match first"),
    ("member", "claim show", {"number": 1}, "Ida Lund"),
    ("member", "claim follow", {"number": 1}, "You follow #1"),
    ("member", "claim following", {}, "that you follow"),
    ("member", "claim unfollow", {"number": 1}, "no longer follow #1"),
    ("member", "claim check", {"text": "rain on Mars"}, "Nothing is known"),
    ("member", "stats", {}, "claims added"),
    ("member", "source list", {}, "Ida Lund"),
    ("member", "source show", {"name": "Ida Lund"}, "not rated"),
    ("member", "article list", {}, "1 claim"),
    ("member", "article show", {"article": 1}, "#1"),
    ("manager", "intake paste", {}, "Read a text"),
    ("manager", "intake file", {"file": PORT, "publisher": "The Example"}, "4 million tons"),
    ("member", "Check this", {}, "Nothing"),
    ("member", "Ask for a check", {}, "in their queue now"),
    ("manager", "Track as claim", {}, "1 claim found"),
    ("manager", "review queue", {}, "1 person asks"),
    ("manager", "review take", {"number": 1}, "is checking it"),
    ("manager", "review release", {"number": 1}, "#1"),
    ("manager", "review verify", {"number": 1, **RATED}, "Verified"),
    ("manager", "review undo", {"number": 1}, "#1"),
    ("manager", "review rate", {"number": 1, "rating": "false", **RATED}, "False"),
    ("manager", "review dispute", {"number": 1, "reason": "The table is old."}, "disputed"),
    ("manager", "review reopen", {"number": 1, "reason": "To be looked at anew."}, "#1"),
    ("manager", "review drop", {"number": 2, "reason": "Out of scope."}, "Dropped"),
    ("member", "claim history", {"number": 1}, "rated it"),
    (
        "manager",
        "review evidence",
        {"number": 3, "link": EVIDENCE, "stance": "context"},
        "Context: [port.example]",
    ),
    ("manager", "review withdraw", {"number": 3, "piece": 4711, "reason": "Gone."}, "evidence"),
    (
        "manager",
        "review edit",
        {"number": 3, "text": "It rained.", "source": "Ole Brandt", "reason": "Short."},
        "Ole Brandt",
    ),
    ("manager", "review tag", {"number": 3, "add": "weather, port"}, "#3"),
    ("manager", "review recheck", {"number": 3, "on": "2031-01-31"}, "#3"),
    ("manager", "review merge", {"number": 3, "into": 4, "reason": "The same."}, "#4"),
    ("manager", "review unmerge", {"number": 3, "reason": "Not the same."}, "#3"),
    ("manager", "review rate", {"number": 4, "rating": "mixed", **RATED}, "Mixed"),
    ("member", "claim report", {"number": 4, "reason": "The table is old."}, "Thank you"),
    ("manager", "review reports", {}, "The table is old."),
    ("manager", "setup rules", {"two_person": False}, "Ratings take one moderator"),
    ("manager", "setup quiet", {"begins": "23:00", "ends": "6:30", "zone": "Asia/Tokyo"}, "06:30"),
    ("manager", "setup check", {}, "rate claims"),
    ("manager", "digest set", {"at": "08:00", "zone": "Asia/Tokyo", "channel": "news"}, "next"),
    ("manager", "digest now", {}, "The digest is in"),
    ("manager", "digest preview", {}, "nothing would be posted"),
    ("manager", "digest settings", {"least_check_worthiness": 0.5}, "0.50"),
    ("manager", "digest status", {}, "in Asia/Tokyo"),
    ("manager", "digest off", {}, "is off"),
    ("manager", "privacy notice", {}, "reads no messages"),
    ("manager", "privacy export", {}, "Everything that"),
    ("manager", "privacy erase", {}, "If you are sure"),
]


def leaves(command: Json, path: str = "") -> Iterator[str]:
    """Yield the full names of what can be run."""
    name = f"{path} {command['name']}".strip()
    nested = [each for each in command.get("options") or [] if each["type"] in (1, 2)]
    if not nested:
        yield name
    for each in nested:
        yield from leaves(each, name)


async def test_every_command_works_and_answers_privately(newsroom: Newsroom) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        registered = {
            name
            for command in room.discord.world.commands[None].values()
            for name in leaves(command)
        }
        message = room.member.send(room.general, "Nobody has seen rain on Mars.")
        assert registered == {name for _, name, _, _ in DAY}, "each command needs a row in DAY"
        for who, name, given, words in DAY:
            options = {key: room.news if value == "news" else value for key, value in given.items()}
            person = getattr(room, who)
            if name[0].isupper():  # only menus have capitals
                answer = await person.menu(message, name)
            else:
                answer = await person.slash(room.general, name, **options)
            assert words in answer.text, (name, answer.text)
            assert answer.private, name
        assert "Traceback" not in bot.output
    assert "Digest" in shown(room.news.public[0])


async def test_commands_are_offered_to_those_who_may_use_them(newsroom: Newsroom) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        await room.member.slash(room.general, "claim list")
        commands = {each["name"]: each for each in room.discord.world.commands[None].values()}
    managed = str(int(Permission.MANAGE_GUILD))
    assert {name for name, each in commands.items() if each["contexts"] != [0]} == set()
    assert {
        name for name, each in commands.items() if each["default_member_permissions"] == managed
    } == {"setup", "digest"}


async def test_verified_needs_two_organisations(
    newsroom: Newsroom, article: Article, found: list[Claim], now: datetime
) -> None:
    room = newsroom
    await stock(room, article, found, now)
    async with open_ledger(room.ledger) as ledger:
        await ledger.write(servers.set_rules, room.guild.id, strict_evidence=True)
    one = "https://www.taz.de/a\nhttps://web.archive.org/web/2024/https://taz.de/b"
    two = "https://ann.github.io/a\nhttps://bo.github.io/b"
    async with room.start() as bot:
        await bot.ready()
        for links, words in ((one, "One origin, taz.de"), (two, "bo.github.io")):
            told = await room.moderator.slash(
                room.general,
                "review rate",
                number=1,
                rating="verified",
                evidence=links,
                reason="Counted.",
            )
            assert words in told.text


async def test_foreign_words_ping_nobody(
    newsroom: Newsroom, article: Article, found: list[Claim], now: datetime
) -> None:
    """Not even where the bot may mention everyone, nor the moderators whom cards name."""
    room = newsroom
    room.guild.everyone.permissions = EVERYONE | Permission.MENTION_EVERYONE
    words = f"@everyone <@{room.member.user.id}> <@&{room.moderators.id}> @here"
    nasty = article.model_copy(update={"text": f"{article.text} {words}", "title": words})
    claims = [each.model_copy(update={"text": f"{words} {each.text}"}) for each in found]
    await stock(room, nasty, claims, now)
    async with room.start() as bot:
        await bot.ready()
        card = await room.moderator.slash(
            room.general, "review verify", number=5, evidence=EVIDENCE, reason=words
        )
        await room.moderator.press(card, "Share")
        await room.manager.slash(room.general, "digest now")
    shared, digest = room.general.public
    assert "Ida Lund" in shown(shared)
    assert shared.pings == digest.pings == frozenset()
