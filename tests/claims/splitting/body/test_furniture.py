"""The article is told from what the page puts around it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.splitting.body.furniture import Role, paragraphs, publisher

LEAD = "The harbour of Norvik lost a third of its trade last year, the council heard on Tuesday."
MIDDLE = "Two cranes have stood still since May, and nobody has ordered the parts they need."
LAST = "The shipping office counted 412 vessels in the port, down from 640 a year before."


def published_by(text: str) -> str | None:
    return publisher(text, paragraphs(text))


def roles(text: str) -> list[tuple[str, str]]:
    return [(one.role.value, one.span.of(text)) for one in paragraphs(text)]


def role_between(line: str) -> Role:
    """What `line` is when it stands inside an article."""
    text = f"Norvik harbour loses trade\n\n{LEAD}\n\n{line}\n\n{MIDDLE}\n\n{LAST}"
    [found] = [one.role for one in paragraphs(text) if line.startswith(one.span.of(text))]
    return found


def role_at_end(line: str) -> Role:
    return paragraphs(f"{LEAD}\n\n{MIDDLE}\n\n{LAST}\n\n{line}")[-1].role


FURNITURE = {
    "ornament": "* * *",
    "rule": "___",
    "markup": '<embed id="7"></embed>',
    "style sheet": "text-align: center;",
    "to the top": "Scroll to Top",
    "back to top": "Back to the top ↑",
    "skip": "Skip to main content",
    "read more with a title": "Read more: Ferry fares to rise in spring",
    "related alone": "Related",
    "related with a title": "RELATED: Who pays for the new quay?",
    "related articles": "Related articles:",
    "more on": "More on this story",
    "advertisement": "Advertisement",
    "story continues": "Story continues below advertisement",
    "watch above": "Watch the full interview with the harbour master above.",
    "see below": "See photos of the flooded quay below:",
    "for more": "For more news from the coast, visit our harbour page.",
    "comments": "12 Comments",
    "view comments": "View all comments",
    "cookies": "We use cookies to improve this page.",
    "share": "Share this article",
    "share buttons": "Facebook Twitter WhatsApp Email",
    "one button": "Copy link",
    "published": "Published 3 March 2023",
    "updated": "Updated 10:32 AM EDT, Mon September 4, 2023",
    "reading time": "4 min read",
    "newsletter": "Sign up for our morning newsletter and get the news of the coast.",
    "inbox": "Get the harbour's week delivered to your inbox.",
    "app": "Download our app to follow the council live.",
    "support": "Support our journalism from five crowns a month.",
    "correction": "Correction: The number of cranes was given wrongly in the first version.",
    "clarification": "CLARIFICATION: The council meets on Tuesdays.",
    "editor's note": "Editor’s note: The writer once worked in the harbour.",
    "dated update": "UPDATE (March 4): The parts have been ordered.",
    "was updated": "This article has been updated with the figures of the shipping office.",
    "earlier version": "An earlier version of this story named the wrong quay.",
    "developing": "This is a developing story.",
    "copyright": "© 2024 The Norvik Post. All rights reserved.",
    "copyright in letters": "Copyright 2024 Northwire. This material may not be reproduced.",
    "rights": "Norvik Post Ltd, all rights reserved",
    "contact": "Contact: press@norvik.example",
    "media": "Media inquiries: +47 555 0199",
    "handle": "@norvikpost",
    "address": "https://norvik.example/harbour",
    "follow": "Follow Ann Oru on Twitter @annoru.",
    "like the page": "Do you love the coast? Like our page:",
    "tip": "Got a tip? Write to desk@norvik.example",
    "photo credit": "Photo: Ann Oru / Northwire",
    "photo by": "Photograph by Ann Oru for The Norvik Post",
    "agency photo": "Ann Oru/Reuters",
    "getty": "Getty Images",
    "file photo": "FILE - A crane in the port of Norvik, June 2, 2021.",
    "caption with credit": "The quay at low tide on Monday morning. (AP Photo/Ann Oru)",
    "caption with name": "Dockers wait for the ferry in Norvik. Ann Oru/AFP",
    "correction with a bullet": "• This article was amended on 3 May. It named the wrong quay.",
    "caption with agency": "The mayor of Norvik was asked to leave the quay. / PA Wire",
    "caption with spaced agency": "Ida Lund called the quay 'a ruin' on Monday ( AP )",
    "caption with credit line": "Mayor Ida Lund at the quay Credit: Ann Oru/PA",
    "label in capitals": "WHAT HAPPENS NEXT",
    "label with a stop": "FULL TEXT.",
    "label": "Two winters without cranes",
    "title-case label with a stop": "The Long Wait.",
    "caption that repeats": "The shipping office counted 412 vessels in the port of Norvik",
    "publisher": "The Norvik Post",
    "news site": "norvikpost.com",
}

BODY = {
    "sentence without a stop": "The harbour master of Norvik left his office in the spring of May",
    "sentence that repeats": "The shipping office counted 412 vessels in the port of Norvik.",
    "short sentence": "The crowd booed.",
    "two words": "Nobody answered.",
    "short question": "Why now?",
    "quote of one sentence": "“We were never asked.”",
    "straight quote": '"Enough is enough," she said.',
    "quote without a stop": "“It is our harbour”",
    "bullet": "- two cranes",
    "numbered": "1. Two cranes without parts",
    "dash item": "– The ferry to Lund",
    "colon": "He went on:",
    "appeal in speech": "“Sign up for our newsletter,” the mayor joked.",
    "watch as a verb": "Watch the price of fish, traders say, and you know the weather.",
    "share of": "Share prices of the ferry company fell by 4 percent.",
    "related to": "Related to the strike is a dispute over pensions.",
    "read as a verb": "Read more than one newspaper, her father used to say.",
    "copyright as a subject": "Copyright law has changed twice in ten years.",
    "contact as a noun": "Contact with the vessel was lost on Friday.",
    "photos as a subject": "Photos of Ida Lund were shown in the hall.",
    "video shows": "Video by Ann Oru shows the flooded hall.",
    "update as a noun": "Updates on the ferry will follow the council's meeting on Friday.",
    "by a date": "By Tuesday the river had fallen.",
    "told an agency": "She told Reuters.",
    "correction as a noun": "Corrections officers joined the strike at noon.",
    "may not": "The names may not be published, the court ruled.",
    "like us": "Like us, the dockers waited for hours.",
    "initials": "He grew up in the U.S.",
    "wrongly decoded": "The clichÃ© is that the ferry is always late.",
    "reported from with that": "The paper reported from Lund that the ferry had sunk.",
    "subscribe in speech": "Join our newsletter for its crosswords, the editor told her readers.",
}


@pytest.mark.parametrize("line", FURNITURE.values(), ids=FURNITURE.keys())
def test_finds_furniture(line: str) -> None:
    assert role_between(line) is Role.FURNITURE


@pytest.mark.parametrize("line", BODY.values(), ids=BODY.keys())
def test_leaves_the_body_alone(line: str) -> None:
    assert role_between(line) is Role.BODY


BYLINES = {
    "by": "By Ann Oru",
    "by two": "By Ann Oru and Ben Tallow",
    "in capitals": "BY ANN ORU",
    "with a post": "By Ann Oru, political correspondent",
    "post after a comma": "Ann Oru, Harbour Correspondent",
    "agency": "By The Northern Press",
    "written by": "Written by Ann Oru",
    "credits": "(Reporting by Ann Oru; Editing by Ben Tallow)",
    "contributed": "Ben Tallow contributed to this report.",
    "contributing": "Contributing: Ben Tallow",
    "reported from": "Ann Oru reported from Norvik, and Ben Tallow from Lund.",
    "who she is": "Ann Oru is a reporter for The Norvik Post covering the coast.",
}
NO_BYLINES = {
    "a weekday": "By Monday the strike was over.",
    "a thing": "By bus, the way takes an hour.",
    "a person who acts": "Ann Oru, the harbour master, resigned.",
    "a description": "Ann Oru is a docker.",
    "reporting": "Reporting by phone, the crew gave its position.",
}


@pytest.mark.parametrize("line", BYLINES.values(), ids=BYLINES.keys())
def test_finds_bylines(line: str) -> None:
    assert role_at_end(line) is Role.BYLINE


@pytest.mark.parametrize("line", NO_BYLINES.values(), ids=NO_BYLINES.keys())
def test_leaves_alone_what_only_begins_like_a_byline(line: str) -> None:
    assert role_at_end(line) is Role.BODY


DATELINES = {
    "agency": "WASHINGTON (AP) —",
    "date and agency": "LONDON, March 3 (Agency) -",
    "country": "NAIROBI, Kenya —",
    "state, date and agency": "RENO, Nev., Feb. 2 (UPI) —",
    "place alone": "MIDWAY ATOLL -",
    "double hyphen": "WASHINGTON --",
    "mixed case with agency": "New Delhi (Northwire) –",
    "no place": "Feb 21 (Reuters) -",
    "agency alone": "(CNN)",
    "without a bracket": "Norvik CNN —",
    "colon after a date": "NEW DELHI, March 3:",
    "press release": "OSTRAVA, Feb. 21, 2025 /Newswire/ --",
    "Tass": "MOSCOW, September 4. /TASS/.",
    "slashes": "LUND, NORLAND / Northwire / May 2, 2025 /",
    "two places": "LONDON/PARIS, March 3 (Reuters) -",
    "full month": "BEIJING, 3 September 2024 (Xinhua) --",
}
NO_DATELINES = {
    "a name before a dash": "Ann Oru — a docker for ten years — left the town on Monday.",
    "an acronym before an apposition": "NATO — the alliance's full name is longer — met on Monday.",
    "a label": "EXCLUSIVE: The harbour will close in May, three officials say.",
    "an agency's words": "AP: The harbour will close in May after ninety years of service.",
    "a date": "On Tuesday, March 3 - the day of the storm - no ship left the port.",
    "who speaks": "TALLOW: The harbour will close in May after ninety years of service.",
    "an age": "MR ORU, 54 - the youngest of them - has worked here for ten years.",
    "initials in brackets": "(UN) officials were seen near the quay on Monday morning.",
}


@pytest.mark.parametrize("line", DATELINES.values(), ids=DATELINES.keys())
def test_cuts_datelines_off_the_body(line: str) -> None:
    text = f"Norvik harbour loses trade\n\n{line} {LEAD}\n\n{LAST}"
    assert roles(text)[1:3] == [("dateline", line), ("body", LEAD)]


@pytest.mark.parametrize("body", NO_DATELINES.values(), ids=NO_DATELINES.keys())
def test_leaves_alone_what_is_no_dateline(body: str) -> None:
    assert roles(f"Norvik harbour loses trade\n\n{body}\n\n{LAST}")[1] == ("body", body)


def test_a_place_in_capitals_far_below_the_lead_is_a_label_and_stays() -> None:
    text = f"{LEAD}\n\n{MIDDLE}\n\n{LAST}\n\n{MIDDLE}\n\nNORVIK — The quay is closed."
    assert roles(text)[-1] == ("body", "NORVIK — The quay is closed.")


def test_a_dateline_may_stand_on_a_line_of_its_own() -> None:
    text = f"Feb 21 (Northwire) -\n\n{LEAD}\n\n{LAST}"
    assert roles(text)[:2] == [("dateline", "Feb 21 (Northwire) -"), ("body", LEAD)]


def test_closing_credits_are_cut_off_the_last_paragraph() -> None:
    closing = "(Reporting by Ann Oru in Lund; Editing by Ben Tallow)"
    assert roles(f"{LEAD}\n\n{LAST} {closing}")[1:] == [("body", LAST), ("byline", closing)]


def test_headlines_the_twin_and_the_publisher_stand_above_the_body() -> None:
    text = (
        "Norvik’s harbour loses a third of its trade, council hears\n\n"
        "Norvik’s Harbour Loses a Third of Its Trade, Council Hears\n\n\n\nCNN\n\n"
        f"Ann Oru\n\n{LEAD}\n\n{LAST}"
    )
    found = [role for role, _ in roles(text)]
    assert found == ["headline", "headline", "furniture", "byline", "body", "body"]


def test_a_headline_repeated_below_is_a_headline_again() -> None:
    text = f"Harbour loses a third of its trade\n\n{LEAD}\n\nHARBOUR LOSES A THIRD OF ITS TRADE"
    assert [role for role, _ in roles(text)] == ["headline", "body", "headline"]


def test_a_headline_with_a_full_stop_is_known_by_its_capitals() -> None:
    text = f"Norvik’s Harbour Loses Trade After Two Winters.\n\n{LEAD}\n\n{LAST}"
    assert [role for role, _ in roles(text)] == ["headline", "body", "body"]


def test_a_sentence_full_of_names_is_no_headline() -> None:
    body = "Mayor Ida Lund praised Norvik Ferry’s Captain Ben Tallow at the Harbour Hall on Monday."
    assert roles(f"{body}\n\n{LAST}")[0] == ("body", body)


def test_a_text_without_any_full_stop_stays_body() -> None:
    assert roles("the mayor said the bridge is closed") == [
        ("body", "the mayor said the bridge is closed")
    ]


def test_a_beginning_repeated_and_cut_short_is_left_out() -> None:
    text = f"{LEAD[:50]} ...\n{LEAD}\n{LAST}"
    assert [role for role, _ in roles(text)] == ["furniture", "body", "body"]


def test_items_of_a_list_stay_body() -> None:
    text = f"{LEAD}\n\nThe port lacks:\n\nCranes\n\nSpare parts\n\n{LAST}"
    assert [role for role, _ in roles(text)] == ["body"] * 5


def test_links_in_a_row_at_the_end_do_not() -> None:
    text = f"{LEAD}\n\n{LAST}\n\nHarbours\n\nThe coast\n\nNorland\n\nFerries"
    assert [role for role, _ in roles(text)] == ["body"] * 2 + ["furniture"] * 4


WRAPPED = """\
Harbour loses a third of its trade
By Ann Oru

The harbour of Norvik lost a third of its trade last year, the council
heard on Tuesday, after two of its three cranes had stood still since the
spring for want of parts that nobody had ordered.

Ships now turn to Lund instead, where the new quay was opened in March by
Mayor Ida Lund and where the fees are lower.
"""


def test_wrapped_lines_are_joined_to_paragraphs() -> None:
    found = roles(WRAPPED)
    assert [role for role, _ in found] == ["headline", "byline", "body", "body"]
    assert found[2][1].endswith("nobody had ordered.")


def test_a_line_is_a_paragraph_where_no_blank_lines_are() -> None:
    text = f"  Norvik harbour loses trade\r\n  {LEAD}\r\n\t{MIDDLE}\r\n{LAST}  \r\n"
    assert [role for role, _ in roles(text)] == ["headline", "body", "body", "body"]


PUBLISHERS = {
    "known line": (f"Harbour loses trade\n\nCNN\n\n{LEAD}\n\n{LAST}", "CNN"),
    "name of a paper": (f"Harbour loses trade\n\nThe Norvik Post\n\n{LEAD}", "The Norvik Post"),
    "one word, confirmed by told": (
        f"Harbour loses trade\n\nECHO\n\n{LEAD}\n\nThe mayor told ECHO that she would go.",
        "ECHO",
    ),
    "one word, confirmed by a request": (
        f"Harbour loses trade\n\nECHO\n\n{LEAD}\n\nECHO has asked the mayor for comment.",
        "ECHO",
    ),
    "agency": (f"LUND, March 3 (Northwire) - {LEAD}\n\n{LAST}", "Northwire"),
    "copyright": (
        f"{LEAD}\n\n{LAST}\n\n© 2024 The Norvik Post. All rights reserved.",
        "The Norvik Post",
    ),
    "copyright agrees with agency": (
        f"LUND (NP) - {LEAD}\n\n{LAST}\n\nCopyright 2024 The Norvik Press. All rights reserved.",
        "NP",
    ),
    "byline": (f"Harbour loses trade\n\nBy Ann Oru, The Norvik Post\n\n{LEAD}", "The Norvik Post"),
}
NO_PUBLISHERS = {
    "nothing": f"{LEAD}\n\n{LAST}",
    "a label": f"Harbour loses trade\n\nFERRIES\n\n{LEAD}\n\n{LAST}",
    "told without a line": f"{LEAD}\n\nThe mayor told ECHO that she would go.",
    "a paper in the body": f"{LEAD}\n\nThe Norvik Post first reported the loss of trade.",
    "a photographer's sign": f"{LEAD}\n\n{LAST}\n\n© Ann Oru",
    "two that disagree": f"LUND (Northwire) - {LEAD}\n\n{LAST}\n\n© 2024 Coast Media.",
}


@pytest.mark.parametrize(("text", "name"), PUBLISHERS.values(), ids=PUBLISHERS.keys())
def test_finds_the_publisher(text: str, name: str) -> None:
    assert published_by(text) == name


@pytest.mark.parametrize("text", NO_PUBLISHERS.values(), ids=NO_PUBLISHERS.keys())
def test_names_no_publisher_when_unsure(text: str) -> None:
    assert published_by(text) is None


PIECES = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["\n", "\n\n", " ", "By Ann Oru", "(AP) — ", "/", "<", "CNN", "©", "- ", LEAD]),
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_paragraphs_are_trimmed_in_order_and_cover_every_character(text: str) -> None:
    found = [one.span for one in paragraphs(text)]
    assert all(span.of(text) and span.of(text) == span.of(text).strip() for span in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    starts, ends = [0, *(span.end for span in found)], [*(span.start for span in found), len(text)]
    assert not any(text[a:b].strip() for a, b in zip(starts, ends, strict=True))
    published_by(text)


@pytest.mark.parametrize("piece", ["<", "(", "Ab ", "A/", "(AP ", " - ", "© ", "word "])
def test_a_megabyte_of_anything_is_survived(piece: str) -> None:
    """Ends within the suite's patience: a rule that is not linear would take hours."""
    assert published_by(piece * (1_000_000 // len(piece))) is None


@pytest.mark.parametrize("line", ["a", "-", "By Ab", "(CNN)", "Photo:"])
def test_so_are_a_hundred_thousand_lines(line: str) -> None:
    assert published_by(f"{line}\n" * 100_000) in (None, "CNN")
