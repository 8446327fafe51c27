"""What a digest says of each claim: who said it, what was found before and after, and why."""

from bot.messages.digest import digest_message
from claims.digests.compose import Digest
from claims.digests.records import Change
from tests.bot.test_digest_limits import RUN, texts
from tests.bot.test_limits import NOW
from tests.claims.digests.test_compose import FALSE, OPEN, TRUE, change

REASON = "The register, the port's own notice and two newspapers of that week say otherwise, "
REASON += "and the harbour master, whom we asked, has no record of any such day; see the links."


def told(digest: Digest) -> str:
    return texts(digest_message(digest, RUN, now=NOW))


def reasoned(number: int) -> Change:
    return change(OPEN, FALSE, number)._replace(reason=REASON)


def test_a_rating_names_who_said_it_and_gives_the_whole_reason_where_there_is_room() -> None:
    shown = told(Digest(rating=(reasoned(1),)))
    assert "**#1** The harbour lost a third of its trade — Ida Lund" in shown
    assert REASON in shown


def test_many_ratings_share_the_room_for_their_reasons_and_cut_no_word() -> None:
    shown = told(Digest(rating=tuple(map(reasoned, range(1, 20)))))
    assert REASON not in shown
    [cut] = {line for line in shown.splitlines() if line.startswith("❌ False. ")}
    begun = cut.removeprefix("❌ False. ").removesuffix("…")
    assert REASON.startswith(f"{begun} ")


def test_a_correction_marks_what_was_and_what_is() -> None:
    shown = told(Digest(correction=(change(TRUE, FALSE),)))
    assert "✅ Verified → ❌ False" in shown


def test_claims_without_an_article_do_not_stand_under_anothers_title() -> None:
    titled = change(None, OPEN, 1)._replace(article="Harbour news")
    untitled = change(None, OPEN, 2)
    shown = told(Digest(addition=(titled, untitled)))
    assert shown.index("Harbour news") < shown.index("#1") < shown.index("without a title")
    assert "without a title" not in told(Digest(addition=(untitled,)))


def test_why_a_new_claim_was_reopened_is_not_told_as_foreign_markup() -> None:
    reopened = change(None, OPEN)._replace(reason="@everyone **see** " * 50)
    assert "@everyone" not in told(Digest(addition=(reopened,)))
