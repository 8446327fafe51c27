"""Why a digest was not sent: kept in English, said in the language of who reads it."""

import pytest

from claims.digests import run_details
from claims.digests.run_details import said
from claims.wording import speaking


@pytest.mark.parametrize(
    ("kept", "german"),
    [
        (run_details.CHANNEL_GONE, "den Kanal gibt es nicht mehr"),
        (
            run_details.REFUSED.format(status=403, code=50001),
            "Discord hat ihn abgewiesen (HTTP 403, Code 50001)",
        ),
        (
            run_details.NOT_LOOKED_FOR.format(why=run_details.NO_HISTORY),
            "lässt sich nicht suchen: gib dem Bot dort „Nachrichtenverlauf anzeigen“",
        ),
        (
            run_details.TOO_LATE.format(why=run_details.NO_ANSWER.format(error="TimeoutError")),
            "keine Antwort von Discord (TimeoutError); dann war es zu spät",
        ),
        (
            run_details.ZONE_GONE.format(zone="Europe/Berlin"),
            "die Zeitzone Europe/Berlin ist nicht mehr bekannt",
        ),
    ],
)
def test_what_is_kept_is_said_with_its_values(kept: str, german: str) -> None:
    assert said(kept) == kept
    with speaking("de"):
        assert said(kept) == german


@pytest.mark.parametrize("kept", ["", "something else", "the channel is gone.", "{braces}"])
def test_what_is_none_of_ours_is_left_as_it_is(kept: str) -> None:
    with speaking("de"):
        assert said(kept) == kept
