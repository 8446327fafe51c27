"""
What is known about a text, asked as people ask: in posts with links, tags, names, emoji and slips.

A small set made up for this: checked claims with their articles' titles, and posts about them.
"""

import pytest

from claims.ledger.articles import articles
from claims.ledger.lookup import text_lookup
from claims.models import Article, Claim, Kind, Source, SourceType

CHECKED = {
    "bridge": ("Norvik bridge closed for a shark?", "A shark bit through a cable of the bridge"),
    "bridge toll": ("Who pays the toll?", "Crossing the bridge in Norvik will cost ten euros"),
    "tunnel": ("Tunnel plans", "The tunnel under the fjord was dug without a permit"),
    "vaccine": ("Flu shots and magnets", "The flu vaccine makes arms magnetic"),
    "vaccine price": ("Flu season", "The city pays 900 euros for each flu vaccine"),
    "flu": ("Flu season", "Garlic soup cures the flu within a day"),
    "wolves": ("Wolves in town?", "A photo shows wolves queueing at a supermarket in Sundby"),
    "wolf hunt": ("Hunting season", "Wolves may be shot all year round from January on"),
    "supermarket": ("Shopping hours", "Supermarkets in Sundby will close at noon on Saturdays"),
    "election": ("Ballots in the river", "Thousands of ballots were thrown into the river Elsa"),
    "election date": ("When do we vote?", "The council election was moved to a Monday"),
    "river": ("Green river", "The river Elsa turned green because of a paint factory"),
    "mayor": ("Lund and the yacht", "Mayor Ida Lund bought a yacht with the library's money"),
    "library": ("Library fees", "The library will charge a fee for every book"),
    "yacht": ("Harbour guests", "A yacht of a film star has been moored in Norvik for a year"),
    "bees": ("Phone masts", "Phone masts kill all bees within a kilometre"),
    "phones": ("Phones at school", "Schools may keep pupils' phones for a week"),
    "snow": ("Snow in July", "It snowed in Sundby in July for the first time in 80 years"),
    "heat": ("Heat record", "Norvik had 43 degrees in July, more than ever"),
    "school": ("School lunch", "School lunches in Norvik contain cricket flour"),
    "crickets": ("Insects on the plate", "Farmers are paid to breed crickets instead of cows"),
    "cows": ("Tax on cows", "A tax of 100 euros on each cow was passed in secret"),
    "crane": ("Harbour crane", "The fallen harbour crane had not been inspected since 1998"),
    "ferry": ("Ferry to Sundby", "The ferry sank because the captain was watching football"),
}
"""By a word of ours: the title of the article, and the claim."""

POSTS = {
    "omg a SHARK ate the cable of norvik bridge 😱😱 https://t.co/a1B2c3 #NorvikBridge": "bridge",
    "so now we pay TEN euros just to cross a bridge?? @norvik_city shame": "bridge toll",
    "They dug that fjord tunnel with NO permit!!! pic.twitter.com/xyz": "tunnel",
    "my arm is magnetic since the shot 🧲 #FluVaccine": "vaccine",
    "RT @sundby_news: 900€ per flu vaccine, your taxes at work &amp; nobody asks": "vaccine price",
    "grandma was right, garlic soup and the flu is gone in 1 day": "flu",
    "look at these WOLVES queueing politely at the #SundbySupermarket lol": "wolves",
    "is it true that you can shoot wolves the whole year now": "wolf hunt",
    "ballots swimming in the Elsa river, THOUSANDS. #ElectionFraud www.wake.example/up": "election",
    "heard they moved the vote for the council to monday": "election date",
    "why is the elsa so green? that paint factory again": "river",
    "@ida_lund bought herself a yacht from LIBRARY money 🛥️": "mayor",
    "no bees anywhere near the new phone mast 🐝😢 coincidence?": "bees",
    "teachers can take my kid's phone away for a week?!": "phones",
    "snow. in july. in sundby. haven't seen that in eighty years ❄️": "snow",
    "there are crickets in our kids' school lunch #norvik": "school",
    "harbour crane last inspected in 1998 — no wonder it fell": "crane",
    "the captain watched the football match while the ferry went down": "ferry",
    "Lund's yacht, paid by the library": "mayor",
    "cow tax passed in secret at night 🐄 https://news.example/a?b=crickets": "cows",
}
"""What people write, and which claim they mean."""

BY_THE_WAY = [
    "The moon is made of cheese from Norvik",
    "A comet will hit Norvik",
    "The river is full of gold",
    "My flu got worse in July",
    "Aliens landed in Sundby and bought all the bread",
    "A school in Sundby won the chess cup",
]
"""Posts that share a town or a thing with claims which are about something else."""

NOBODY = ["🙃🙃🙃", "https://t.co/a1B2c3", "quantum zebras on stilts"]


@pytest.fixture
async def checked(ledger, guild_id, now):
    """A ledger with these claims; the first is #1."""
    for title, text in CHECKED.values():
        claim = Claim(
            text=text,
            content=(),
            kind=Kind.NARRATION,
            group=0,
            source=Source(name="Norvik Facts", type=SourceType.PUBLISHER),
            check_worthiness=0.5,
        )
        article = Article(text=f"{title} {text}", title=title)
        await ledger.write(articles.add, guild_id, article, [claim], actor=0, now=now)
    return ledger


async def test_what_people_mean_is_nearly_always_told_first(checked, guild_id):
    numbers = {name: number for number, name in enumerate(CHECKED, start=1)}
    reciprocal = {}
    for post, meant in POSTS.items():
        found = [
            k.claim.number for k in await checked.read(text_lookup.claims_about, guild_id, post)
        ]
        number = numbers[meant]
        reciprocal[post] = 1 / (found.index(number) + 1) if number in found else 0.0
    behind = {post: score for post, score in reciprocal.items() if score < 1}
    assert sum(reciprocal.values()) / len(reciprocal) >= 0.95, behind


@pytest.mark.parametrize("post", NOBODY + BY_THE_WAY)
async def test_nothing_is_known_of_what_nobody_claimed(checked, guild_id, post):
    assert await checked.read(text_lookup.claims_about, guild_id, post) == ()


async def test_a_long_title_brings_in_nothing_that_is_about_something_else(checked, guild_id, now):
    title = "Mayor Ida Lund said that the tram in Ostby is safe and costs nine million euros"
    claim = Claim(
        text="The campaign bills in Ostby went unpaid",
        content=(),
        kind=Kind.NARRATION,
        group=0,
        source=Source(name="Ole Brandt", type=SourceType.PERSON),
        check_worthiness=0.5,
    )
    article = Article(text=title, title=title)
    await checked.write(articles.add, guild_id, article, [claim], actor=0, now=now)
    assert (
        await checked.read(text_lookup.claims_about, guild_id, "The tram in Ostby is dangerous")
        == ()
    )


async def test_a_denial_stands_below_what_says_it_and_above_what_says_something_else(
    checked, guild_id, now
):
    for text in (
        "The flu vaccine does not make arms magnetic",
        "Flu vaccines make an arm magnetic",
    ):
        claim = Claim(
            text=text,
            content=(),
            kind=Kind.NARRATION,
            group=0,
            source=Source(name="Norvik Facts", type=SourceType.PUBLISHER),
            check_worthiness=0.5,
        )
        await checked.write(
            articles.add, guild_id, Article(text=text, title="Flu"), [claim], actor=0, now=now
        )
    asked = "The flu vaccine makes arms magnetic"
    found = await checked.read(text_lookup.claims_about, guild_id, asked)
    texts = [known.claim.text for known in found]
    assert set(texts[:2]) == {asked, "Flu vaccines make an arm magnetic"}
    assert texts[2:4] == [
        "The flu vaccine does not make arms magnetic",
        CHECKED["vaccine price"][1],
    ]
    denied = await checked.read(
        text_lookup.claims_about, guild_id, "The flu vaccine doesn't make arms magnetic"
    )
    assert denied[0].claim.text == "The flu vaccine does not make arms magnetic"


@pytest.mark.parametrize(
    "noise",
    [
        "https://t.co/wolves",
        "www.wolves.example/supermarket",
        "😱🐺",
        "&amp; &lt;",
        "!!! ... ???",
        "RT",
    ],
)
async def test_noise_changes_nothing(checked, guild_id, noise):
    post = "a shark bit the bridge"
    clean = await checked.read(text_lookup.claims_about, guild_id, post)
    noisy = await checked.read(text_lookup.claims_about, guild_id, f"{noise} {post} {noise}")
    assert [(k.claim.number, k.score) for k in noisy] == [(k.claim.number, k.score) for k in clean]


async def test_a_title_or_a_source_alone_finds_a_claim(checked, guild_id):
    [known] = await checked.read(text_lookup.claims_about, guild_id, "magnets!")
    assert known.claim.text == CHECKED["vaccine"][1]
    assert len(
        await checked.read(text_lookup.claims_about, guild_id, "#NorvikFacts", size=50)
    ) == len(CHECKED)
