"""What makes two texts the same claim, and what makes them different ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.matching import guard, similarity

DIFFERENT = [
    ("The earth is flat", "The earth is not flat", "negation"),
    ("The port will close", "The port won't close", "negation"),
    ("Nobody in the town was asked", "Everybody in the town was asked", "negation"),
    ("The bridge is not closed but narrow", "The bridge is closed but not narrow", "negation"),
    ("Rents rose by 12 %", "Rents rose by 21 %", "numbers"),
    ("Twelve ships called", "Twenty ships called", "numbers"),
    ("It cost 2 million", "It cost 2 billion", "numbers"),
    ("It grew from 12 to 21", "It grew from 21 to 12", "numbers"),
    ("Trade fell by a third", "Trade fell by a quarter", "numbers"),
    ("It cost 40 euros", "It cost 40 dollars", "units"),
    ("The port opened in 2019", "The port opened in 2024", "dates"),
    ("The port opened in March 2024", "The port opened in June 2024", "dates"),
    ("Mayor Ida Lund closed the port", "Mayor Ole Brandt closed the port", "names"),
    ("Norvik sued Sundby", "Sundby sued Norvik", "names"),
    ("Lund sold the ferry", "Brandt sold the ferry", "names"),
    ("Rents rose last year", "Rents fell last year", "wording"),
    ("The ferry is safe", "The ferry is dangerous", "wording"),
    ("All crews were paid", "Some crews were paid", "wording"),
    ("The court found him guilty", "The court found him innocent", "wording"),
    ("Norvik is richer than Sundby", "Norvik is poorer than Sundby", "wording"),
    ("More than 500 ships called", "Less than 500 ships called", "bounds"),
    ("More than 500 ships called", "500 ships called", "bounds"),
    ("At least 500 ships called", "At most 500 ships called", "bounds"),
    ("Over 500 ships called", "Under 500 ships called", "bounds"),
    ("The serum prevents fever", "The serum causes fever", "wording"),
    ("The serum is effective", "The serum is ineffective", "wording"),
    ("The mayor is married", "The mayor is unmarried", "wording"),
    ("Lund is a member of the council", "Lund is a former member of the council", "wording"),
    ("A majority of voters agreed", "A minority of voters agreed", "wording"),
    ("Lund has proof of it", "Lund lacks proof of it", "negation"),
    ("It was -5 degrees", "It was 5 degrees", "numbers"),
    ("It was −5 degrees", "It was 5 degrees", "numbers"),
    ("The load weighs 5 kg", "The load weighs 5 g", "units"),
    ("It took ten minutes", "It took ten hours", "units"),
    ("Rents rose by 5 percent", "Rents rose by 5 percentage points", "units"),
    ("The ferry sails at 6am", "The ferry sails at 6pm", "units"),
    ("The ferry sails at 6 a.m.", "The ferry sails at 6 p.m.", "units"),
    ("Rents were cut by 10 percent", "Rents were cut to 10 percent", "bounds"),
    ("Rents fell from $40", "Rents fell to $40", "bounds"),
    ("Up to 5 ships sank", "More than 5 ships sank", "bounds"),
    ("Up to 5 ships sank", "5 ships sank", "bounds"),
    ("Almost 300 came", "300 came", "bounds"),
    ("Almost 300 came", "Over 300 came", "bounds"),
    ("About two hundred came", "Nearly two hundred came", "bounds"),
    ("It cost about €5", "It cost less than €5", "bounds"),
    ("Lund stole it", "Lund allegedly stole it", "hedges"),
    ("The thief is Lund", "The alleged thief is Lund", "hedges"),
    ("It will probably rain", "It will rain", "hedges"),
    ("It breaches Section 5", "It breaches Section 5a", "labels"),
    ("It breaches § 5a", "It breaches § 5b", "labels"),
    ("It breaches article 12(A)", "It breaches article 12", "labels"),
    ("The mayor sued the port", "The port sued the mayor", "roles"),
    ("The old mayor sued the new port in May", "The new port sued the old mayor in May", "roles"),
    ("The mayor sued the port", "The mayor was sued by the port", "roles"),
    ("The mayor was sued by the port", "The port was sued by the mayor", "roles"),
    ("The union spied on the bank", "The bank spied on the union", "roles"),
    ("The mayor sues the port", "The port sued the mayor", "roles"),
    ("The old grey fat mayor sued the port", "The port sued the old grey fat mayor", "roles"),
]

SAME = [
    ("Rents fell by 4%", "Rents fell by 4 per cent."),
    ("Two hundred ships called", "200 ships called"),
    ("Twenty-one ships called", "21 ships called"),
    ("It cost 2 million euros", "It cost €2,000,000"),
    ("Norvik's harbour has two cranes", "The harbour of Norvik has 2 cranes"),
    ("Harbour trade is slow", "harbour trade is slow"),
    ("Rents in Norvik fell", "rents in norvik fell"),
    ("The ferry did not sail", "The ferry didn’t sail"),
    ("“The port is closed,” said Lund", "The port is closed, Lund said"),
    ("The rail-5 line is slow", "The rail 5 line is slow"),
    ("It grew from 5-10 ships", "It grew from 5 - 10 ships"),
    ("The load weighs 5 kg", "The load weighs 5 kilograms"),
    ("It sails at 6 p.m.", "It sails at 6pm"),
    ("Roughly 300 came", "About 300 came"),
    ("Some 300 came", "Around 300 came"),
    ("Almost 300 came", "Nearly 300 came"),
    ("Up to 300 came", "As many as 300 came"),
    ("At least 300 came", "No fewer than 300 came"),
    ("Over $300 was paid", "More than $300 was paid"),
    ("Rents rose 10 percent", "Rents rose by 10 percent"),
    ("300 people signed it", "It was signed by 300 people"),
    ("The ferry takes 5 to 10 hours", "The ferry takes from 5 to 10 hours"),
    ("Lund reportedly stole it", "Lund allegedly stole it"),
    ("It breaches Section 5a", "It breaches section 5(A)"),
    ("Section 5 a lawyer wrote", "Section 5, a lawyer wrote"),
    ("The mayor sued the port", "The port was sued by the mayor"),
    ("The mayor sued the port", "the port, sued by the mayor"),
    ("Rents and wages fell", "Wages and rents fell"),
    ("Rents, wages and prices fell", "Prices, wages and rents fell"),
    ("In the city rents fell at the port", "At the port rents fell in the city"),
    ("When the port closed, the mayor resigned", "The mayor resigned when the port closed"),
    ("The mayor said the port is closed", "The port is closed, said the mayor"),
    ("The minister of defence of the town", "The town defence minister"),
    ("The mayor is the chairman", "The chairman is the mayor"),
    ("The mayor met the minister", "The minister met the mayor"),
    ("The port suddenly closed", "Suddenly the port closed"),
    ("Rents fell by a third", "Rents fell a third"),
    ("The mayor won votes by promising ships", "The mayor won votes promising ships"),
    ("Over 5 ships and about 5 boats sank", "More than 5 ships and around 5 boats sank"),
    ("Twenty-one ships and about 1 boat left", "21 ships and about 1 boat left"),
]


@pytest.mark.parametrize(("one", "other", "what"), DIFFERENT)
def test_the_guard_tells_these_apart(one, other, what):
    for here, there in ((one, other), (other, one)):
        assert what in [found.split(":")[0] for found in guard.differences(here, there)]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_guard_leaves_these_alone(one, other):
    assert guard.differences(one, other) == ()
    assert guard.differences(other, one) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Trams stop in Łódź", "Trams stop in Lodz"),
        ("Søren Holt sued Łódź", "Soren Holt sued Lodz"),
        ("Lodz sued Soren Holt", "Łódź sued Søren Holt"),
        ("Malmö lost 12 jobs", "Malmo lost 12 jobs"),
        ("The Straße fell to Đà Nẵng", "The Strasse fell to Da Nang"),
    ],
)
def test_names_are_no_others_for_the_letters_that_are_typed(one, other):
    assert guard.differences(one, other) == guard.differences(other, one) == ()


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Łódź lost trade", "Łomża lost trade", "names: Łódź / Łomża"),
        ("Lodz sued Malmö", "Malmo sued Łódź", "names: Lodz, Malmö / Malmo, Łódź"),
        ("Ida Müller left", "Ida Mueller left", "names: Müller / Mueller"),
    ],
)
def test_other_names_are_told_as_they_are_written(one, other, told):
    assert told in guard.differences(one, other)


def test_a_difference_is_told_in_words():
    assert guard.differences("It is flat", "It is not flat") == ("negation: none / not flat",)
    assert guard.differences("12 of 30 came", "21 of 30 came") == ("numbers: 12 / 21",)
    assert guard.differences("Norvik lost trade", "Sundby's port gained trade") == (
        "names: Norvik / Sundby",
        "wording: lost / gained",
    )


def test_what_stands_reversed_is_told_of_both_sides():
    one, other = "The serum is effective", "The serum is ineffective"
    assert guard.differences(one, other) == ("wording: effective / ineffective",)
    assert guard.differences(other, one) == ("wording: ineffective / effective",)


@pytest.mark.parametrize(("count", "more"), [(8, ""), (9, " …")])
def test_of_many_differences_of_one_sort_eight_are_told(count, more):
    numbers = [str(n) for n in range(101, 101 + count)]
    (told,) = guard.differences(f"{' or '.join(numbers)} ships left", "Ships left")
    assert told == f"numbers: {', '.join(numbers[:8])}{more} / none"


def test_of_a_long_word_forty_letters_are_told():
    (told,) = guard.differences(f"Lund sued {'N' + 'o' * 60}", "Lund sued Brandt")
    assert told == f"names: N{'o' * 39} / Brandt"


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        ("The Harlow Bridge fell", "A bridge of Lund fell", "names: Harlow / Lund"),
        ("Harlow Bridge fell", "Lund wrecked a bridge", "names: Harlow / Lund"),
        ("Rents in Harlow fell", "Houses in Lund fell", "names: Harlow / Lund"),
        ("Rents in Harlow fell", "Houses fell", "names: Harlow / none"),
        ("Norvik sued Sundby", "Sundby sued Norvik", "names: Norvik, Sundby / Sundby, Norvik"),
    ],
)
def test_a_capital_that_the_place_gives_makes_no_name_where_there_are_others(one, other, names):
    assert names in guard.differences(one, other)


def test_what_one_text_writes_small_among_names_is_no_name():
    one, other = "The Harlow Bridge fell in Harlow", "The bridge of Harlow fell"
    assert guard.differences(one, other) == guard.differences(other, one) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Rents fell in May",
        "rents fell in may",
        "Rents fell in May 2024",
        "The port closed on 5 May",
        "The port closed on May 5",
        "The port closed on the 5th May",
        "Norvik closed its port from March to May",
        "Rents fell between May and June",
        "Rents fell in April and May",
        "The council met last May",
        "Norvik counted the May figures twice",
        "May brought 300 ships",
        "Rents fell until May",
    ],
)
def test_a_month_of_may_is_a_date(text):
    september = text.replace("May", "September").replace("may", "September")
    (difference,) = guard.differences(text, september)
    assert difference == f"dates: {'may' if 'may' in text else 'May'} / September"
    for same in (text.upper(), text.lower(), text.title()):
        assert guard.differences(text, same) == ()


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Rents may fall", "Rents must fall", "wording: may / must"),
        ("That may be", "That must be", "wording: may / must"),
        ("Rents May Fall Again", "Rents Must Fall Again", "wording: May / Must"),
        ("May I smoke here?", "Must I smoke here?", "wording: May / Must"),
        ("Those who come last may be first", "Those who come last shall be first", "wording: "),
        ("In May rents might fall", "In May rents must fall", "wording: might / must"),
    ],
)
def test_the_verb_may_is_no_date(one, other, told):
    (difference,) = guard.differences(one, other)
    assert difference.startswith(told)


@given(st.text(max_size=200), st.text(max_size=200))
def test_the_guard_sees_the_same_from_both_sides(one, other):
    here = [found.split(":")[0] for found in guard.differences(one, other)]
    there = [found.split(":")[0] for found in guard.differences(other, one)]
    assert here == there
    assert guard.differences(one, one) == ()


TEXT = "the two cranes of the harbour had stood still for nine weeks before the mayor noticed"


@pytest.mark.parametrize(
    "altered",
    [
        TEXT.upper(),
        TEXT.replace("nine", "ten"),
        TEXT.replace("harbour", "port"),
        f"{TEXT} it",
        TEXT.replace("had ", ""),
        f"“{TEXT}.”",
    ],
)
def test_a_text_altered_a_little_shares_a_band_and_is_near(altered):
    assert set(similarity.signature(TEXT)) & set(similarity.signature(altered))
    assert (
        similarity.likeness(similarity.normal(TEXT), similarity.normal(altered)) >= similarity.NEAR
    )


JUST_NEAR = [
    (80.95, "The port lost a third of its trade last year",
     "The port has lost one third of its trade"),
    (81.40, "The dam was empty for most of the summer",
     "For most of the summer that dam had been empty"),
    (82.50, "Two cranes stood still for nine weeks", "Both cranes have stood still for nine weeks"),
    (80.00, "Crime in this city has doubled under the mayor.",
     "Officials now say that Crime in this city has doubled under the mayor."),
]  # fmt: skip
NOT_NEAR = [
    (78.57, "Rents in the old town rose by four percent",
     "Wages in the new town rose by four percent"),
    (78.38, "The council closed two schools in May", "The council closed one school in June"),
    (77.50, "The council has closed two village schools", "The council has sold two village halls"),
    (78.48, "The army is moving tanks to the border", "The army is moving trucks from the border"),
    (79.37, "Nobody in this town was asked", "Nobody in this town has been asked"),
]  # fmt: skip
"""
Our own sentences around the threshold, with the likeness that rapidfuzz 3.14 measures: repeats
that a higher one would lose, and other claims that a lower one would let in. The last is a repeat
that is lost, as short ones are.
"""


@pytest.mark.parametrize(("measured", "one", "other"), [*JUST_NEAR, *NOT_NEAR])
def test_the_threshold_lies_between_repeats_and_other_claims_of_the_same_form(
    measured: float, one: str, other: str
) -> None:
    found = similarity.likeness(similarity.normal(one), similarity.normal(other))
    assert round(found, 2) == measured
    assert (found >= similarity.NEAR) == ((measured, one, other) in JUST_NEAR)


@pytest.mark.parametrize(
    "other",
    [
        "rents in the old town rose by four per cent within a year",
        "nobody in this country was ever asked about the new bridge",
        "",
    ],
)
def test_another_text_shares_no_band(other):
    assert not set(similarity.signature(TEXT)) & set(similarity.signature(other))


def test_a_signature_is_the_same_in_every_process():
    assert similarity.signature("Rents fell by 4%")[0] == -3451378400940806573


@given(st.text(max_size=300))
def test_every_text_has_a_signature_that_the_ledger_can_keep(text):
    bands = similarity.signature(text)
    assert len(bands) == similarity.BANDS
    assert all(-(2**63) <= band < 2**63 for band in bands)


@pytest.mark.parametrize(
    ("tweet", "words"),
    [
        ("Ferry sank!! https://t.co/abc #NorvikHarbour", ["ferry", "sank", "norvik", "harbour"]),
        ("RT @ida_lund: rents &amp; prices fell pic.twitter.com/x", "ida lund rents prices fell"),
        ("to be or not to be", ["to", "be", "or", "not"]),
        ("", []),
    ],
)
def test_what_is_searched_for_are_the_words_that_say_something(tweet, words):
    found = similarity.keywords(similarity.normal(similarity.cleaned(tweet)).split())
    assert found == (words.split() if isinstance(words, str) else words)


@pytest.mark.parametrize(
    "text",
    [
        "9" * 100_000,
        "1," * 50_000,
        "#a" * 50_000,
        "A" * 100_000,
        "not " * 25_000,
        "a'" * 50_000,
        "&amp;" * 20_000,
        "http://" * 15_000,
        "A b " * 25_000,
        "twenty " * 15_000,
        " ".join(map(str, range(30_000))),
    ],
)
def test_long_hostile_texts_are_gone_through(text):
    other = text[1:]
    assert len(similarity.signature(similarity.cleaned(text))) == similarity.BANDS
    assert all(len(found) < 1_000 for found in guard.differences(text, other))
    assert similarity.keywords(similarity.normal(text).split())


def test_an_entity_of_thousands_of_digits_is_read_as_a_sign_that_cannot_be_shown() -> None:
    assert similarity.cleaned("The dam &#" + "9" * 5_000 + "; fell &amp; broke.").split() == [
        *("The", "dam", "\ufffd", "fell", "&", "broke.")
    ]
