"""The ledger that speed is measured on is one that the ledger itself would have written."""

import asyncio

from claims.ledger.history import audit
from claims.ledger.lookup import claims, search, text_lookup
from claims.ledger.store import opening
from claims.models import Kind
from claims.records.lists import Filter, Order
from tests.bench import generate, speed
from tests.bench.figures import Figure, table

CLAIMS = 3_000


def test_a_made_ledger_is_whole_and_every_figure_can_be_measured(tmp_path):
    path = tmp_path / "made.db"
    generate.generate(path, CLAIMS)
    db = opening.open_writer(path)
    sizes = generate.sizes(CLAIMS)
    assert db.execute("SELECT count(*) FROM claim").fetchone()[0] == sum(sizes)
    assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert search.in_step(db)
    assert audit.all_breaks(db) == []
    card = claims.card(db, generate.LARGEST, 1)
    assert card.appearances[0].quoted == (card.claim.text,)
    assert card.claim.kind is Kind.INDIRECT
    known = text_lookup.claims_about(db, generate.MATCHED, claims.get(db, generate.MATCHED, 7).text)
    assert known[0].claim.number == 7
    page = claims.page(db, generate.LARGEST, Filter(order=Order.CHECK_WORTHINESS))
    assert len(page.claims) == 10
    db.close()

    figures = asyncio.run(speed.measure(path, rounds=20, articles=20))
    assert len({(figure.what, figure.unit) for figure in figures}) == len(figures) == 20
    assert table(figures).row_count == 20


def test_a_figure_holds_on_the_right_side_of_its_aim():
    assert Figure("x", 1.4, "×", 1.5).holds
    assert not Figure("x", 1.6, "×", 1.5).holds
    assert Figure("x", 1.0, "×", 0.9, at_least=True).holds
    assert not Figure("x", 0.8, "×", 0.9, at_least=True).holds
