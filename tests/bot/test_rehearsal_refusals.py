"""What the simulated Discord of a rehearsal is told of refusals, and of faults."""

import logging
from typing import Any

import pytest

from bot.answers import claim_buttons
from bot.app import App
from bot.metrics import Metrics
from bot.rehearsal import simulation
from claims.ledger import Ledger
from tests.bot.desk import Desk
from tests.bot.test_metrics import count, figures


@pytest.fixture
def metrics(ledger: Ledger) -> Metrics:
    return Metrics(ledger)


@pytest.fixture
def simcord_bot(ledger: Ledger, metrics: Metrics) -> App:
    return App(ledger, shard_count=1, metrics=metrics)


@pytest.fixture
def rehearsed(desk: Desk) -> Desk:
    simulation.answer_refusals(desk.bot)
    return desk


async def test_a_refusal_is_an_answer_and_no_error(rehearsed: Desk, metrics: Metrics) -> None:
    refused = await rehearsed.member.slash(rehearsed.channel, "claim show", number=4711)
    assert refused.response is not None
    assert "There is no claim #4711" in str(refused.response.content)
    assert rehearsed.env.errors == []
    with metrics.served("127.0.0.1", 0) as port:
        assert count(await figures(port), "command", "claim show", "refused") == 1


async def test_a_fault_reaches_simcord_the_log_and_the_figures(
    rehearsed: Desk,
    metrics: Metrics,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(claim_buttons, "show", broken)
    with caplog.at_level(logging.ERROR):
        answer = await rehearsed.member.slash(rehearsed.channel, "claim show", number=1)
    assert answer.response is not None
    assert "Something went wrong on our side" in str(answer.response.content)
    assert len(rehearsed.env.errors) == 1
    assert "in claim show" in caplog.text
    with metrics.served("127.0.0.1", 0) as port:
        assert count(await figures(port), "command", "claim show", "failed") == 1


async def test_everybody_speaks_the_language_of_the_rehearsal(rehearsed: Desk) -> None:
    """Also those who are suggested something while they type."""
    simulation.speak(rehearsed.env, "de")
    refused = await rehearsed.member.slash(rehearsed.channel, "claim show", number=4711)
    assert refused.response is not None
    assert "Hier gibt es keine Behauptung #4711" in str(refused.response.content)
    found = await rehearsed.member.autocomplete(rehearsed.channel, "claim show", "number", "rents")
    assert "Noch nicht geprüft" in found[0]["name"]
    assert rehearsed.env.errors == []


async def test_commands_are_described_in_the_language_of_the_rehearsal(rehearsed: Desk) -> None:
    """Their names stay, and so do the values that are chosen."""
    assert _claim_list(rehearsed)["description"].isascii()
    simulation.speak(rehearsed.env, "de")
    after = _claim_list(rehearsed)
    assert after["name"] == "list"
    assert "Behauptungen" in after["description"]
    stage = after["options"][0]
    assert stage["description"] == "Nur Behauptungen mit diesem Stand"
    chosen = {choice["name"]: choice["value"] for choice in stage["choices"]}
    assert chosen["Noch nicht geprüft"] == "open"
    listed = await rehearsed.member.slash(rehearsed.channel, "claim list", stage="open")
    assert listed.response is not None
    assert rehearsed.env.errors == []


def _claim_list(rehearsed: Desk) -> dict[str, Any]:
    """Return how simcord describes `/claim list` now."""
    command = rehearsed.env.backend.commands[None]["claim", 1]
    found = next(option for option in command["options"] if option["name"] == "list")
    return {**found, "options": [{**option} for option in found["options"]]}
