"""What papers, polls and data show."""

import pytest

from tests.claims.splitting.lines import claims_of

FINDS = [
    ("A new survey found that the dam was empty.", ["new survey: the dam was empty [indirect]"]),
    ("The report shows the dam was empty.", ["report: the dam was empty [indirect]"]),
    ("Lund Polls found, however, that the dam was empty.",
     ["Lund Polls: the dam was empty [indirect]"]),
]  # fmt: skip
SHOWN = [
    ("Recent polls show Ada Brun with a lead.",
     ["Recent polls: show Ada Brun with a lead [indirect]"]),
    ("The Lund Reports poll shows Ada Brun leading Dal.",
     ["Lund Reports poll: shows Ada Brun leading Dal [indirect]"]),
    ("A poll taken in Lund last week found the dam was empty.",
     ["poll taken in Lund: the dam was empty [indirect]"]),
    ("Data on the water that has been lost since the town built the wall showed heavy losses.",
     [("Data on the water that has been lost since the town built the wall: showed heavy "
       "losses [indirect]")]),
    ("A 2014 study by Harbury College and the University of Lund found the dam was empty.",
     ["2014 study by Harbury College and the University of Lund: the dam was empty [indirect]"]),
    ("Data published in May on leaks found at the port since Dal built the wall showed losses.",
     [("Data published in May on leaks found at the port since Dal built the wall: showed "
       "losses [indirect]")]),
    ("A report released Friday says the mayor found the dam was empty.",
     ["mayor (via report released Friday): the dam was empty [indirect]"]),
    ("The dam was empty, town records show.", ["town records: The dam was empty [indirect]"]),
    ("Town poll data revealed deep doubts about the dam.",
     ["Town poll data: revealed deep doubts about the dam [indirect]"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), FINDS)
def test_finds(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(("text", "claims"), SHOWN)
def test_finds_what_documents_show(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims
