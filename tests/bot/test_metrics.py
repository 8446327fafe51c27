"""Figures for Prometheus: what is counted, that nobody is named, and who can see it."""

import asyncio
import re
import socket
from collections.abc import AsyncIterator
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from bot.app import App
from bot.metrics import Metrics
from bot.settings import SettingsError, read_settings
from claims.ledger import Ledger
from tests.bot.desk import Desk, response

HERE = "127.0.0.1"


@pytest.fixture
def metrics(ledger: Ledger) -> Metrics:
    return Metrics(ledger)


@pytest.fixture
def simcord_bot(ledger: Ledger, metrics: Metrics) -> App:
    return App(ledger, shard_count=1, metrics=metrics)


@pytest.fixture
async def port(metrics: Metrics) -> AsyncIterator[int]:
    """Where the figures are served while the test runs."""
    with metrics.served(HERE, 0) as port:
        yield port


async def figures(port: int, host: str = HERE) -> str:
    """Return what Prometheus would be given."""
    address = f"http://{host}:{port}/metrics"

    def read() -> str:
        with urlopen(address, timeout=5) as answer:
            return str(answer.read(), "utf-8")

    return await asyncio.to_thread(read)


def count(text: str, kind: str, name: str, outcome: str) -> int:
    """Return how many interactions of this sort were counted."""
    labels = f'kind="{kind}",name="{name}",outcome="{outcome}"'
    found = re.search(
        rf"^claimbot_interaction_seconds_count{{{labels}}} (\S+)$", text, re.MULTILINE
    )
    return int(float(found[1])) if found else 0


async def test_commands_are_counted_by_outcome(desk: Desk, port: int) -> None:
    await desk.member.slash(desk.channel, "claim show", number=1)
    await desk.member.slash(desk.channel, "claim show", number=2)
    await desk.member.slash(desk.channel, "claim show", number=4711)
    desk.refusal()
    await desk.member.autocomplete(desk.channel, "claim show", "number", "rents")
    text = await figures(port)
    assert count(text, "command", "claim show", "answered") == 2
    assert count(text, "command", "claim show", "refused") == 1
    assert count(text, "autocomplete", "claim show", "answered") == 1


async def test_an_internal_error_is_counted_as_failed(
    desk: Desk, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.answers import claim_buttons

    async def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(claim_buttons, "show", broken)
    await desk.member.slash(desk.channel, "claim show", number=1)
    assert count(await figures(port), "command", "claim show", "failed") == 1
    assert desk.env.errors


async def test_buttons_are_counted_by_what_they_do(desk: Desk, port: int) -> None:
    listed = await desk.member.slash(desk.channel, "claim list", words="rents")
    await desk.member.click(response(listed), label="Older →")
    opened = await desk.member.slash(desk.channel, "claim show", number=11)
    await desk.member.click(response(opened), label="Follow")
    text = await figures(port)
    assert count(text, "button", "claim follow", "answered") == 1
    assert count(text, "button", "list", "answered") == 1


async def test_the_ledger_and_the_digests_are_counted(desk: Desk, port: int) -> None:
    await desk.moderator.slash(desk.channel, "review take", number=1)
    await desk.manager.slash(desk.channel, "digest now")
    text = await figures(port)
    for access in ("quick", "read", "write"):
        assert re.search(rf'claimbot_ledger_wait_seconds_count{{access="{access}"}} [1-9]', text)
        assert re.search(rf'claimbot_ledger_run_seconds_count{{access="{access}"}} [1-9]', text)
    assert "claimbot_ledger_waiting 0.0" in text
    assert 'claimbot_sent_total{outcome="sent",what="digest"} 1.0' in text


async def test_the_gateways_lag_is_told_once_it_is_known(
    desk: Desk, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    latencies = [(0, 0.04), (1, float("nan")), (2, float("inf"))]
    monkeypatch.setattr(type(desk.env.bot), "latencies", latencies)
    lags = re.findall(r"^claimbot_gateway_latency_seconds.*", await figures(port), re.MULTILINE)
    assert lags == ['claimbot_gateway_latency_seconds{shard="0"} 0.04']


async def test_nobody_is_named_and_nothing_quoted(desk: Desk, port: int) -> None:
    await desk.member.slash(desk.channel, "claim search", words="confidential")
    await desk.member.slash(desk.channel, "claim follow", number=5)
    text = await figures(port)
    assert "confidential" not in text
    for number in (desk.guild_id, desk.member.id, desk.channel.id):
        assert str(number) not in text


async def test_other_machines_see_nothing(desk: Desk, port: int) -> None:
    """What listens on 127.0.0.1 is not found at this machine's other addresses."""
    assert "claimbot" in await figures(port)
    with pytest.raises(URLError):
        await figures(port, host="127.0.0.2")


async def test_another_address_is_one_where_other_machines_may_see(metrics: Metrics) -> None:
    with metrics.served("0.0.0.0", 0) as port:
        assert "claimbot" in await figures(port, host="127.0.0.2")


@pytest.mark.parametrize("host", ["no-such-host.invalid", "192.0.2.1"])
def test_an_address_that_is_not_this_machines_is_one_clear_line(
    metrics: Metrics, host: str
) -> None:
    with pytest.raises(SettingsError, match=f"{host}:0 cannot be listened on"):
        metrics.served(host, 0).__enter__()


def test_a_port_in_use_is_one_clear_line(metrics: Metrics) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        problem = f"CLAIMBOT_METRICS_PORT: 127.0.0.1:{port} "
        with pytest.raises(SettingsError, match=problem), metrics.served(HERE, port):
            pass


@pytest.mark.parametrize(("given", "port"), [("", None), ("9100", 9100)])
def test_the_port_is_a_setting(
    monkeypatch: pytest.MonkeyPatch, given: str, port: int | None
) -> None:
    monkeypatch.setenv("CLAIMBOT_METRICS_PORT", given)
    assert read_settings().metrics_port == port


@pytest.mark.parametrize(("given", "host"), [("", HERE), ("0.0.0.0", "0.0.0.0")])
def test_the_address_is_a_setting(monkeypatch: pytest.MonkeyPatch, given: str, host: str) -> None:
    monkeypatch.setenv("CLAIMBOT_METRICS_HOST", given)
    assert read_settings().metrics_host == host
