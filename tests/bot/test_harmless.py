"""What foreign text becomes before Discord sees it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.harmless import harmless, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("**bold** _it_ ~~no~~", r"\*\*bold\*\* \_it\_ \~\~no\~\~", id="emphasis"),
        pytest.param("||spoiler||", r"\|\|spoiler\|\|", id="spoiler"),
        pytest.param("@everyone", r"\@everyone", id="everyone"),
        pytest.param("<@12> <#3> <t:1:R>", r"\<\@12\> \<\#3\> \<t:1:R\>", id="mentions"),
        pytest.param("[a](https://b.c)", r"\[a\]\(https\://b.c\)", id="masked link"),
        pytest.param("https://evil.example/x", r"https\://evil.example/x", id="automatic link"),
        pytest.param("# big", r"\# big", id="heading"),
        pytest.param("- item", r"\- item", id="list"),
        pytest.param("1. item", r"1\. item", id="numbered list"),
        pytest.param("> quote", r"\> quote", id="quote"),
        pytest.param("`code`", r"\`code\`", id="code"),
        pytest.param(r"back\slash", r"back\\slash", id="backslash"),
        pytest.param("two\nlines\r\n\u2028x", "two lines x", id="line breaks"),
        pytest.param(" a  b\u00a0\u2003c  ", "a b c", id="spaces"),
        pytest.param("a\u202eb\u200bc\u2066d\ufeffe\x00f", "abcdef", id="invisible"),
    ],
)
def test_makes_literal(text: str, shown: str) -> None:
    assert harmless(text, 100) == shown


@pytest.mark.parametrize(
    "text",
    [
        "rents fell by 4.5% — “sharply”",
        "a-b, c/d: e; f!",
        "Łódź 北京 Ωμέγα Юг",
        "10.5 million",
        "👍🏽",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert harmless(text, 100) == text


FSI, PDI = "\u2068", "\u2069"


@pytest.mark.parametrize("text", ["שלום", "مرحبا", "Haifa (חיפה)", "2024 ܫܠܡܐ"])
def test_text_from_right_to_left_does_not_move_what_is_beside_it(text: str) -> None:
    shown = harmless(text, 100)
    assert shown.startswith(FSI)
    assert shown.endswith(PDI)
    assert shown[1:-1].replace("\\", "") == text


def test_what_is_cut_stays_isolated() -> None:
    assert harmless("שלום " * 20, 20) == f"{FSI}שלום שלום שלום…{PDI}"


@pytest.mark.parametrize("text", ["\u2069\u2069א", "\u2068\u202eא\u2068", "א\u2069 b"])
def test_a_text_cannot_end_its_isolation(text: str) -> None:
    assert harmless(text, 50).count(FSI) == harmless(text, 50).count(PDI) == 1
    assert harmless(text, 50).endswith(PDI)


@given(st.text(alphabet="אبaZ1*\\ -\u2069", max_size=60), st.integers(min_value=2, max_value=40))
def test_isolated_text_keeps_to_its_limit_too(text: str, limit: int) -> None:
    shown = harmless(text, limit)
    assert len(shown) <= limit
    assert shown.count(FSI) == shown.count(PDI) <= 1


@given(st.text(max_size=300), st.integers(min_value=2, max_value=120))
def test_never_exceeds_the_limit_nor_leaves_markup_or_dangling_escapes(
    text: str, limit: int
) -> None:
    shown = harmless(text, limit)
    assert len(shown) <= limit
    body = shown.removesuffix(PDI).removesuffix("…")
    assert (len(body) - len(body.rstrip("\\"))) % 2 == 0
    assert "\n" not in shown


@given(st.text(max_size=300), st.integers(min_value=2, max_value=120))
def test_plain_text_keeps_to_its_limit_and_line(text: str, limit: int) -> None:
    shown = plain(text, limit)
    assert len(shown) <= limit
    assert "\n" not in shown
