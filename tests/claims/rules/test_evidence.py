"""Which links may stand as evidence, which hide where they lead, and what a rating needs."""

from collections.abc import Iterable

import pytest

from claims.records.claims import Evidence, Rating, Stance
from claims.rules.evidence import (
    URL_LIMIT,
    evidence_problems,
    is_well_founded,
    opposes,
    renewed,
    same_link,
    sufficiency,
    with_cited,
)
from claims.wording.phrases import Phrase


@pytest.mark.parametrize(
    "url",
    [
        "https://port.example/statistics",
        "http://port.example",
        "HTTPS://PORT.EXAMPLE:8443/a?b=c&d=%20#e",
        "https://xn--bcher-kva.example/",
        "https://zeitung.example/straße/über",
        "https://wiki.example/Norvik_(town)",
        "https://a.example/" + "x" * (URL_LIMIT - 18),
    ],
)
def test_a_web_address_is_taken_as_evidence(url):
    assert evidence_problems(Evidence(url=url)) == []


@pytest.mark.parametrize(
    "url",
    [
        "",
        "port.example",
        "//port.example",
        "https:///statistics",
        "https://port",
        "https://./",
        "https://port..example/",
        "https://[::1",
        "https://port.example:99999/",
        "javascript:alert(1)//a.b",
        "ftp://port.example/",
        "data:text/html,a.b",
        "https://me@port.example/",
        "https://me:secret@port.example/",
        "https://@port.example/",
        "https://port.example/ a",
        "https://port.example/\n",
        "\thttps://port.example/",
        "https://port.example/\x00",
        "https://port.example/\u202egpj.exe",
        "https://port.example/\u200b",
        "https://port.example/\u061c",
        "https://port.example/\u00ad",
        "https://port.example/\u2066a",
        "https://port.example/\U000e0041",
        "https://port.example/\ud800",
        "https://port.example\\@evil.example/",
        "https://port.example/>",
        "https://port.example/`",
        "https://a.example/" + "x" * (URL_LIMIT - 17),
    ],
)
def test_anything_else_is_not(url):
    assert evidence_problems(Evidence(url=url))


def test_a_long_address_is_named_by_its_beginning():
    (problem,) = evidence_problems(Evidence(url="https://a.example/" + "x" * 5000))
    assert len(str(problem)) < 150


@pytest.mark.parametrize(
    "url",
    [
        "http://port.example/table",
        "https://www.port.example/table/",
        "HTTPS://PORT.EXAMPLE:443/table#row-3",
        "https://p%6frt.example/table",
        "https://ｐｏｒｔ。example/table",
    ],
)
def test_the_same_page_is_the_same_link(url):
    assert same_link(url) == same_link("https://port.example/table")


@pytest.mark.parametrize(
    "url",
    [
        "https://port.example/Table",
        "https://port.example/table?year=2024",
        "https://port.example:8443/table",
        "https://old.port.example/table",
        "https://web.archive.org/web/2024/https://port.example/table",
    ],
)
def test_another_page_is_another(url):
    assert same_link(url) != same_link("https://port.example/table")


def piece(
    host: str,
    stance: Stance = Stance.CONTEXT,
    *,
    is_primary: bool = False,
    note: str = "",
    quotation: str = "",
) -> Evidence:
    return Evidence(
        url=f"https://{host}/a",
        stance=stance,
        is_primary=is_primary,
        note=note,
        quotation=quotation,
    )


@pytest.mark.parametrize(
    ("rating", "evidence"),
    [
        ("false", [piece("a.example", Stance.REFUTES), piece("b.example", Stance.REFUTES)]),
        ("verified", [piece("a.example", Stance.SUPPORTS), piece("b.example")]),
        ("verified", [piece("a.example", is_primary=True, note="the register")]),
        ("verified", [piece("ann.github.io"), piece("bo.github.io")]),
        ("verified", [piece("a.example"), piece("bit.ly"), piece("b.example")]),
        ("mixed", [piece("a.example")]),
        ("unproven", [piece("a.example", Stance.REFUTES)]),
    ],
)
def test_this_is_enough_for_the_rating(rating, evidence):
    assert is_well_founded(Rating(rating), evidence)


@pytest.mark.parametrize(
    ("rating", "evidence"),
    [
        ("false", [piece("a.example", Stance.REFUTES)]),
        ("false", [piece("a.example", Stance.REFUTES), piece("www.a.example", Stance.REFUTES)]),
        ("false", [piece("a.example", Stance.REFUTES), piece("b.example", Stance.SUPPORTS)]),
        ("verified", [piece("a.example", Stance.REFUTES), piece("b.example", Stance.REFUTES)]),
        ("verified", [piece("www.taz.de"), piece("taz.de")]),
        ("verified", [piece("taz.de"), piece("web.archive.org/web/2024/https://taz.de")]),
        ("verified", [piece("a.example"), piece("bit.ly")]),
        ("verified", [piece("t.co"), piece("bit.ly")]),
        ("verified", [piece("a.example", is_primary=True)]),
        ("verified", [piece("a.example", is_primary=True, note=" ")]),
        ("verified", [piece("a.example", Stance.REFUTES, is_primary=True, note="the register")]),
    ],
)
def test_this_is_not(rating, evidence):
    assert not is_well_founded(Rating(rating), evidence)


def joined(problems: Iterable[Phrase]) -> str:
    return " ".join(map(str, problems))


def test_a_refusal_says_which_links_are_one_origin_and_of_which_it_cannot_be_told():
    links = [
        piece("www.taz.de"),
        piece("taz.de"),
        piece("bit.ly"),
        piece("b.example", Stance.REFUTES),
    ]
    told = joined(sufficiency(Rating.VERIFIED, links, strict=True))
    assert "One origin, taz.de: https://www.taz.de/a, https://taz.de/a." in told
    assert "cannot be told: https://bit.ly/a. Give the address of the page" in told
    assert "b.example" not in told


def test_a_refusal_over_a_single_link_does_not_go_into_it():
    told = joined(sufficiency(Rating.FALSE, [piece("a.example", Stance.REFUTES)], strict=True))
    assert "two independent origins" in told
    assert "a.example" not in told


def test_a_refusal_over_many_long_links_fits_into_a_message():
    links = [piece(f"{n}.taz.de/" + "x" * 400) for n in range(25)]
    links += [piece(f"bit.ly/{n}" + "x" * 400) for n in range(25)]
    told = joined(sufficiency(Rating.VERIFIED, links, strict=True))
    assert told.count("and 22 more") == 2
    assert len(told) < 1_000


def test_evidence_opposes_a_rating_where_all_of_it_does():
    against, beside = piece("a.example", Stance.REFUTES), piece("b.example")
    assert opposes(Rating.MOSTLY_TRUE, [against, against])
    assert not opposes(Rating.MOSTLY_TRUE, [against, beside])
    assert not opposes(Rating.MOSTLY_TRUE, [])
    assert not opposes(Rating.MIXED, [against])


def test_what_a_rating_leaves_out_of_evidence_that_it_names_again_stays():
    known = piece("a.example", is_primary=True, note="p. 1", quotation="a third")
    other = piece("b.example", Stance.REFUTES)
    (was, now), *more = renewed([known, other], [piece("www.a.example", Stance.SUPPORTS), other])
    assert (was, more) == (known, [])
    assert now == known.model_copy(update={"stance": Stance.SUPPORTS})
    said = piece("a.example", note="p. 2", quotation="a quarter")
    (changed,) = with_cited([known], [said])
    assert (changed.note, changed.quotation, changed.is_primary) == ("p. 2", "a quarter", True)
