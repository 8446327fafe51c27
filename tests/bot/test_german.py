"""A day in German: whatever people read is German but for what articles and people wrote."""

import re
from collections.abc import Callable
from typing import Any

import pytest
import simcord
from simcord import interactions

from claims.ledger import Ledger
from tests.bot.desk import Desk, field, labels, last_message, modal, opened, parts, response, words
from tests.bot.test_notices import settle
from tests.claims.wording.test_wording import catalogue

EVIDENCE = "https://stats.example.org/rents"
WRITTEN = re.compile(
    r"rents fell by \d+%|Ada Lovett|mayor|on Monday|Rents|The Example|Fact desk|example|org"
    r"|click|loud|hidden"
    r"|https?://\S+|<[^>]*>|`[^`]*`|/[a-z]+( [a-z]+)?( [a-z]+:\w+)?"
)
"""What stands in the articles, names and links of these tests, and what people type to the bot."""

WORD = re.compile(r"[^\W\d_]{2,}")


PLACE = re.compile(r"\{\w+\}")
"""Where a value stands in a text, by its English name."""


def spoken(text: str) -> set[str]:
    """The words of a text but for what was written by others."""
    return {word.casefold() for word in WORD.findall(WRITTEN.sub(" ", text))}


def english() -> set[str]:
    """The words of the texts in the code that no German text has."""
    texts = catalogue("de")
    return {w for text in texts for w in spoken(text)} - {
        w for text in texts.values() for w in spoken(PLACE.sub(" ", text))
    }


ENGLISH = english()


def is_german(texts: list[str]) -> bool:
    """Whether something was said, and none of it in English."""
    said = spoken("\n".join(texts))
    assert said
    assert said & ENGLISH == set(), texts
    return True


def shown(part: Any) -> list[str]:
    """All that a message, a form or a part of them shows; some of it twice."""
    if isinstance(part, list):
        return [text for each in part for text in shown(each)]
    if not isinstance(part, dict):
        return [part.content, *shown(parts(part))] if part else []
    keys = ("title", "content", "label", "description", "placeholder")
    own = [part[key] for key in keys if isinstance(part.get(key), str)]
    inner = ("components", "component", "accessory", "options")
    return own + [text for key in inner for text in shown(part.get(key) or [])]


@pytest.fixture
def locales(monkeypatch: pytest.MonkeyPatch) -> dict[int, str]:
    """The language of each person's Discord, by id; English for others. simcord has no other."""
    chosen: dict[int, str] = {}
    real: Callable[..., Any] = interactions.base_payload

    def in_their_language(backend: Any, **about: Any) -> Any:
        record, payload = real(backend, **about)
        payload["locale"] = chosen.get(about["user_id"], "en-US")
        if about["guild_id"] is not None:
            payload["guild_locale"] = backend.get_guild(about["guild_id"]).preferred_locale
        return record, payload

    monkeypatch.setattr(interactions, "base_payload", in_their_language)
    return chosen


@pytest.fixture
async def german(simcord_env: simcord.Env, ledger: Ledger, locales: dict[int, str]) -> Desk:
    """A German server with German people."""
    desk = await opened(simcord_env, ledger, locale="de")
    for person in (desk.manager, desk.moderator, desk.member):
        locales[person.id] = "de"
    return desk


def test_the_tests_know_english_when_they_see_it() -> None:
    assert {"the", "claim", "rated", "not"} <= ENGLISH
    with pytest.raises(AssertionError):
        is_german(["Bewertet von the moderator"])


@pytest.mark.parametrize(
    ("who", "command", "options"),
    [
        ("member", "help", {}),
        ("manager", "help", {}),
        ("member", "claim list", {}),
        ("member", "claim list", {"stage": "open", "words": "rents", "order": "check_worthiness"}),
        ("member", "claim show", {"number": 1}),
        ("moderator", "claim show", {"number": 1}),
        ("member", "claim history", {"number": 1}),
        ("member", "claim follow", {"number": 1}),
        ("member", "claim check", {"text": "rents fell by 99%"}),
        ("member", "source list", {}),
        ("member", "source show", {"name": "Ada Lovett"}),
        ("member", "article list", {}),
        ("member", "article show", {"article": 1}),
        ("moderator", "review queue", {}),
        ("moderator", "review reports", {}),
        ("moderator", "review take", {"number": 1}),
        ("moderator", "review drop", {"number": 1, "reason": "Kein Thema."}),
        ("moderator", "review edit", {"number": 1, "source": "Ada", "reason": "Verhört."}),
        ("manager", "setup check", {}),
        ("manager", "setup rules", {}),
        ("manager", "setup moderators", {}),
        ("manager", "digest status", {}),
        ("manager", "digest preview", {}),
        ("manager", "digest settings", {}),
        ("manager", "digest off", {}),
        ("member", "privacy notice", {}),
        ("member", "privacy erase", {}),
    ],
)
async def test_an_answer_is_german(
    german: Desk, who: str, command: str, options: dict[str, Any]
) -> None:
    answer = await getattr(german, who).slash(german.channel, command, **options)
    assert is_german(shown(answer.response))


@pytest.mark.parametrize(
    ("who", "command", "options"),
    [
        ("member", "claim show", {"number": 99}),
        ("member", "claim report", {"number": 1, "reason": "Falsch."}),
        ("member", "review take", {"number": 1}),
        ("member", "source show", {"name": "Xyz"}),
        ("moderator", "review reopen", {"number": 1, "reason": "Neu."}),
        ("moderator", "review undo", {"number": 1}),
        ("moderator", "review edit", {"number": 1, "source": "Ada Lovett", "reason": "Verhört."}),
        ("moderator", "review recheck", {"number": 1, "on": "1.1.2031"}),
        ("moderator", "review merge", {"number": 1, "into": 1, "reason": "Gleich."}),
    ],
)
async def test_a_refusal_is_german(
    german: Desk, who: str, command: str, options: dict[str, Any]
) -> None:
    answer = await getattr(german, who).slash(german.channel, command, **options)
    assert is_german([answer.response.content])
    german.refusal()


async def test_nouns_keep_their_capital_within_a_line(german: Desk) -> None:
    await german.moderator.slash(
        german.channel, "review evidence", number=1, link="https://s.example/x", stance="context"
    )
    history = await german.member.slash(german.channel, "claim history", number=1)
    assert any(", Kontext)" in text for text in shown(history.response))


async def test_the_form_and_its_refusal_are_german(german: Desk) -> None:
    form = await german.moderator.slash(german.channel, "review rate", number=1, rating="false")
    assert modal(form)["title"] == "#1 bewerten"
    assert is_german(shown(form.modal))
    names = ("Bewertung", "Begründung", "Belege")
    ids = [field(form, name)["custom_id"] for name in names]
    typed = dict(zip(ids, (["false"], "Die Tabelle.", "example.org"), strict=True))
    refused = await german.moderator.submit_modal(form, typed)
    assert is_german(shown(refused.response))
    again = await german.moderator.click(response(refused), label="Noch einmal versuchen")
    assert field(again, "Begründung")["value"] == "Die Tabelle."


async def test_a_rated_claims_card_and_history_are_german(german: Desk) -> None:
    _, rated = [
        await german.moderator.slash(
            german.channel, "review rate", number=1, rating=rating, evidence=EVIDENCE, reason=reason
        )
        for rating, reason in (("verified", "Stimmt."), ("mostly_true", "Fast."))
    ]
    assert "🟢 Überwiegend richtig" in words(rated.response)
    assert "Prüfwürdigkeit 0,08" in words(rated.response)
    assert is_german(shown(rated.response))
    history = await german.member.slash(german.channel, "claim history", number=1)
    assert "Bestätigt → **Überwiegend richtig**. Fast." in words(history.response)
    assert is_german(shown(history.response))


async def test_a_pasted_text_is_previewed_and_added_in_german(german: Desk) -> None:
    form = await german.moderator.slash(german.channel, "review edit", number=1)
    assert is_german(shown(form.modal))
    form = await german.moderator.slash(german.channel, "intake paste")
    assert is_german(shown(form.modal))
    text = field(form, "Text")["custom_id"]
    preview = await german.moderator.submit_modal(
        form, {text: "Ada Lovett said that rents fell by 40%."}
    )
    texts = [line.replace("said that", "") for line in shown(preview.response)]
    assert is_german([line for line in texts if "that" not in line])
    added = await german.moderator.click(response(preview), label="1 Behauptung hinzufügen")
    assert "1 Behauptung wurde hinzugefügt: #13." in words(added.response)


async def test_a_digest_and_a_notice_are_in_the_servers_language(german: Desk) -> None:
    await german.member.slash(german.channel, "claim follow", number=1)
    await german.moderator.slash(
        german.channel,
        "review rate",
        number=1,
        rating="false",
        evidence=EVIDENCE,
        reason="Das Amt widerspricht.",
    )
    answer = await german.manager.slash(german.channel, "digest now")
    assert is_german([response(answer).content])
    digest = last_message(german.channel)
    assert is_german(shown(digest))
    assert any(label.startswith("und ") for label in labels(digest))
    await settle(german)
    [notice] = german.told(german.member)
    assert "Falsch" in notice
    assert is_german([notice])


async def test_an_english_person_in_a_german_server_shares_in_german(
    german: Desk, locales: dict[int, str]
) -> None:
    locales[german.member.id] = "en-GB"
    card = await german.member.slash(german.channel, "claim show", number=1)
    assert "Not checked yet" in words(card.response)
    shared = await german.member.click(response(card), label="Share")
    assert "Noch nicht geprüft" in words(shared.response)
    assert is_german(shown(shared.response))
    opened_ = await german.member.click(response(shared), label="Öffnen")
    assert "Not checked yet" in words(opened_.response)
    await german.moderator.slash(
        german.channel, "review verify", number=1, evidence=EVIDENCE, reason="Stimmt."
    )
    await settle(german)
    corrected = last_message(german.channel)
    assert "✅ Bestätigt" in words(corrected)
    assert is_german(shown(corrected))


async def test_a_german_in_an_english_server_shares_in_english(
    desk: Desk, locales: dict[int, str]
) -> None:
    locales[desk.member.id] = "de"
    card = await desk.member.slash(desk.channel, "claim show", number=1)
    assert is_german(shown(card.response))
    shared = await desk.member.click(response(card), label="Teilen")
    assert "Not checked yet" in words(shared.response)
    source = await desk.member.slash(desk.channel, "source show", name="Ada Lovett")
    assert "12 Behauptungen" in words(source.response)
    assert "12 claims" in words(
        (await desk.member.click(response(source), label="Teilen")).response
    )


async def test_suggestions_are_in_the_language_of_who_types(
    desk: Desk, locales: dict[int, str]
) -> None:
    locales[desk.member.id] = "de"
    for person, badge in ((desk.member, "Noch nicht geprüft"), (desk.moderator, "Not checked yet")):
        found = await person.autocomplete(desk.channel, "claim show", "number", "4")
        assert badge in found[0]["name"]
