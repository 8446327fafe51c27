"""/stats: the server's claims in numbers, with charts that anybody can read."""

import itertools
import subprocess
import sys
from datetime import date, timedelta
from io import BytesIO

import pytest
from PIL import Image, ImageFont

from bot.messages import canvas, chart
from bot.messages.canvas import Canvas
from bot.messages.chart import KIND_WORDS, STAGE_PARTS
from bot.messages.pictures import ALT_LIMIT, draw
from bot.messages.shades import FAINT, GROUND, INK, ink_on, luminance
from bot.messages.stats import balance_report, stats_message, summary
from claims import wording
from claims.digests.stats import WEEKS, Balance, Lately, Share, Stats, Tally
from claims.models import SourceType
from claims.records.claims import Rating, Stage
from claims.rules.ratings import RATINGS
from tests.bot.desk import Desk, labels, last_message, parts, response, words
from tests.bot.test_limits import WORST, within_limits

MOST = 10**7
FULL = dict.fromkeys(Rating, MOST)

COLOURS = [row.colour for row in RATINGS.values()]
STAGE_COLOURS = [colour for _, colour in STAGE_PARTS.values()]


def course(*, rated: int, waiting: int) -> tuple[Tally, ...]:
    """Twelve weeks that grow up to these counts of each rating and stage."""
    return tuple(
        Tally(
            day=date(2026, 3, 2) + timedelta(weeks=week),
            ratings=dict.fromkeys(Rating, rated * (week + 1) // WEEKS),
            stages=dict.fromkeys(STAGE_PARTS, waiting * (week + 1) // WEEKS),
            disputed=rated,
        )
        for week in range(WEEKS)
    )


def worst() -> tuple[Stats, Balance]:
    stats = Stats(
        course=course(rated=MOST, waiting=MOST),
        week=Lately(added=MOST, rated=MOST, corrected=MOST),
        month=Lately(added=MOST, rated=MOST, corrected=MOST),
        agreed=MOST,
        differed=MOST,
        kinds=dict.fromkeys(SourceType, FULL),
    )
    shares = tuple(Share(name=f"{n} {WORST}", ratings=FULL) for n in range(5))
    return stats, Balance(publishers=shares, sources=shares)


def colours(png: bytes) -> set[int]:
    """Every colour of a picture, as a number."""
    return colours_of(Image.open(BytesIO(png)))


def colours_of(image: Image.Image) -> set[int]:
    raw = image.convert("RGB").tobytes()
    return {r << 16 | g << 8 | b for r, g, b in zip(raw[::3], raw[1::3], raw[2::3], strict=True)}


def near(wanted: int, found: set[int]) -> bool:
    """Whether a colour is there, or one that nobody could tell from it."""
    split = [(c >> 16, c >> 8 & 255, c & 255) for c in (wanted, *found)]
    return any(max(abs(a - b) for a, b in zip(split[0], c, strict=True)) <= 4 for c in split[1:])


def contrast(one: int, other: int) -> float:
    """As the Web Content Accessibility Guidelines count it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def edges(png: bytes) -> set[int]:
    """The colours of the outermost pixels but few."""
    image = Image.open(BytesIO(png)).convert("RGB")
    inner = Image.new("RGB", (image.width - 16, image.height - 16))
    image.paste(inner, (8, 8))
    return colours_of(image)


async def test_anybody_sees_how_claims_stand_with_a_chart_described(desk: Desk) -> None:
    await desk.moderator.slash(
        desk.channel, "review verify", number=1, evidence="https://a.example", reason="Yes."
    )
    shown = await desk.member.slash(desk.channel, "stats")
    assert shown.ephemeral
    assert "**Now:** 1 rated, 11 not yet" in words(shown.response)
    assert "**In the last 7 days:** 12 claims added, 1 rated, 0 changed or taken back" in words(
        shown.response
    )
    assert "\nAda Lovett: ✅ 1" in words(shown.response)
    pictures = [item for part in parts(shown.response) for item in part.get("items", [])]
    assert [p["media"]["url"].rsplit("/")[-1].partition("?")[0] for p in pictures] == [
        "claims.png",
        "sources.png",
    ]
    assert "now 1 verified" in pictures[0]["description"]
    assert "People: 1 verified" in pictures[1]["description"]


def test_disputed_claims_are_said_to_be_among_the_rated() -> None:
    stats, _ = worst()
    rated, waiting = stats.today.rated, stats.today.waiting
    standing = f"**Now:** {rated} rated ({MOST} of them disputed), {waiting} not yet"
    assert summary(stats).startswith(standing)


async def test_an_empty_server_has_an_answer_too(desk: Desk) -> None:
    await desk.ledger.write(lambda db: db.execute("DELETE FROM tally").rowcount)
    shown = await desk.member.slash(desk.channel, "stats")
    assert "**Now:** 0 rated, 0 not yet" in words(shown.response)


async def test_share_shows_the_channel_and_open_each_person(desk: Desk) -> None:
    shown = await desk.member.slash(desk.channel, "stats")
    await desk.restart()
    await desk.member.click(response(shown), label="Share")
    posted = last_message(desk.channel)
    assert "12 claims added" in words(posted)
    assert labels(posted) == ["Open"]
    opened = await desk.manager.click(posted, label="Open")
    assert opened.ephemeral
    assert labels(opened.response) == ["Share"]


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_the_worst_numbers_and_names_fit(language: str) -> None:
    with wording.speaking(language):
        stats, balance = worst()
        pictures = draw(stats)
        assert all(0 < len(picture.description) <= ALT_LIMIT for picture in pictures)
        assert within_limits(stats_message(stats, balance, pictures))
        assert within_limits(stats_message(stats, balance, pictures, shared=True))
        assert len(balance_report(balance, most=1).splitlines()) == 4


@pytest.mark.parametrize("language", wording.LANGUAGES)
@pytest.mark.parametrize("count", [0, 1, 12, 500, MOST])
def test_nothing_is_drawn_over_the_edge(language: str, count: int) -> None:
    with wording.speaking(language):
        kinds = dict.fromkeys(SourceType, dict.fromkeys(Rating, count))
        for png in (chart.over_time(course(rated=count, waiting=count)), chart.by_kind(kinds)):
            assert {c for c in edges(png) if c} == {GROUND}


def test_a_chart_has_the_cards_colours() -> None:
    found = colours(chart.over_time(course(rated=12, waiting=12)))
    assert [c for c in (*COLOURS, *STAGE_COLOURS) if not near(c, found)] == []
    found = colours(chart.by_kind({SourceType.PERSON: dict.fromkeys(Rating, 12)}))
    assert [c for c in COLOURS if not near(c, found)] == []


def test_everything_stands_out_from_the_ground() -> None:
    """By 3 to 1, as the guidelines ask of graphics; words by 4.5, also within the bars."""
    for colour in (*COLOURS, *STAGE_COLOURS):
        assert contrast(colour, GROUND) >= 3
        assert contrast(colour, ink_on(colour)) >= 4.5
    assert contrast(INK, GROUND) >= 4.5
    assert contrast(FAINT, GROUND) >= 4.5
    assert not set(COLOURS) & set(STAGE_COLOURS)


def test_one_claim_more_is_another_picture() -> None:
    one, other = (course(rated=n, waiting=1) for n in (1, 13))
    assert chart.over_time(one) == chart.over_time(one)
    assert chart.over_time(one) != chart.over_time(other)


def test_names_beside_a_bar_never_touch() -> None:
    for wanted in ([200.0] * 7, [400.0, 399.0, 398.0, 130.0], [500.0], []):
        places = chart._apart(wanted, 36, (130, 516))
        assert all(a - b >= 36 for a, b in itertools.pairwise(places))
        assert all(130 <= place <= 516 for place in places)


LETTERS = {
    "German": "ÄÖÜäöüßẞ „…“ ‚…‘ –",
    "Polish": "ĄĆĘŁŃÓŚŹŻąćęłńóśźż",
    "Turkish": "ĞğİıŞş",
    "Vietnamese": "ẠảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹĐđƠơƯư",
    "decomposed": "u\u0308 o\u0302\u0301",
    "French": "Œœ Çç «\u202f…\u202f»",
    "Greek": "ΆΈΉΊΌΎΏΐάέήίΰόύώς",
    "Russian": "ЖЩЪЫЬЭЮЯёй",
    "Ukrainian": "ҐґЄєІіЇї",
}


def legible(words: str) -> bool:
    drawn = Canvas(100)
    drawn.text(10, 10, words, 26)
    return drawn.is_legible


@pytest.mark.parametrize("letters", LETTERS.values(), ids=LETTERS)
def test_letters_of_many_languages_are_drawn(letters: str) -> None:
    assert legible(letters)


@pytest.mark.parametrize("letters", ["ไทย", "日本", "ا"])
def test_what_the_font_lacks_is_known(letters: str) -> None:
    assert not legible(letters)


@pytest.mark.parametrize("layout", ImageFont.Layout)
def test_hebrew_is_legible_only_where_it_can_be_set_from_right_to_left(
    layout: ImageFont.Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = canvas._font(26)
    chosen = ImageFont.truetype(real.path, 26, layout_engine=layout)
    monkeypatch.setattr(canvas, "_font", lambda _size: chosen)
    canvas._is_legible.cache_clear()
    there = chosen.layout_engine is ImageFont.Layout.RAQM  # what lacks Raqm takes the basic one
    assert legible("שלום") is there
    assert legible("Ärger")
    canvas._is_legible.cache_clear()


def test_a_letter_is_never_its_neighbour_without_its_marks() -> None:
    """Each of these was drawn as the other by a font of English letters."""
    for one, other in ("üu", "Łl", "éè", "ọo", "йи"):
        font = canvas._font(26)
        assert bytes(font.getmask(one)) != bytes(font.getmask(other))


@pytest.mark.parametrize("words", ["รอ", "待"])
def test_a_chart_is_english_where_its_language_cannot_be_drawn(words: str) -> None:
    def draw(each: Canvas) -> None:
        each.text(10, 10, words if wording.language() == "de" else "waiting", 26)

    english = chart._drawn(100, draw)
    with wording.speaking("de"):
        assert chart._drawn(100, draw) == english
        assert wording.language() == "de"


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_a_chart_speaks_each_language_of_the_bot(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    real = Canvas.text

    def text(
        self: Canvas, x: float, y: float, words: str, size: int, ink: int = INK, **room: float
    ) -> None:
        drawn.append(words)
        real(self, x, y, words, size, ink, **room)

    monkeypatch.setattr(Canvas, "text", text)
    with wording.speaking(language):
        chart.over_time(course(rated=0, waiting=0))
        chart.over_time(course(rated=12, waiting=MOST))
        chart.by_kind(dict.fromkeys(SourceType, FULL))
        said = {wording.say(words) for words in (*KIND_WORDS.values(), "Rated", "Not rated yet")}
        assert said <= set(drawn)
        assert any(wording.say_number(MOST) in words for words in drawn)
    assert legible("".join(drawn))


def test_the_bot_itself_loads_neither_pillow_nor_the_font() -> None:
    """They cost 8 MB, which only the process that draws has to have."""
    loaded = "import sys, bot.app; print({'PIL', 'fontpkg'} & set(sys.modules))"
    told = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    )
    assert told.stdout == "set()\n"


def test_every_kind_of_source_has_a_name() -> None:
    assert set(KIND_WORDS) == set(SourceType)
    assert set(STAGE_PARTS) == {Stage.OPEN, Stage.CHECKING, Stage.REVIEW}
