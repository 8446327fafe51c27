"""Which links may stand as evidence, and which hide where they lead."""

import pytest

from claims import workflow
from claims.records import Evidence


@pytest.mark.parametrize(
    "url",
    [
        "https://port.example/statistics",
        "http://port.example",
        "HTTPS://PORT.EXAMPLE:8443/a?b=c&d=%20#e",
        "https://xn--bcher-kva.example/",
        "https://zeitung.example/straße/über",
        "https://wiki.example/Norvik_(town)",
        "https://a.example/" + "x" * (workflow.URL_LIMIT - 18),
    ],
)
def test_a_web_address_is_taken_as_evidence(url):
    assert workflow.evidence_problems(Evidence(url=url)) == []


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
        "https://a.example/" + "x" * (workflow.URL_LIMIT - 17),
    ],
)
def test_anything_else_is_not(url):
    assert workflow.evidence_problems(Evidence(url=url))


def test_a_long_address_is_named_by_its_beginning():
    (problem,) = workflow.evidence_problems(Evidence(url="https://a.example/" + "x" * 5000))
    assert len(problem) < 150
