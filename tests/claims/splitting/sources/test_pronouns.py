"""Whom `he`, `she`, `they` and `it` mean, and when they stay what they are."""

import pytest

from claims.models import Article, Kind
from claims.splitting import split

ONE = [
    ("Ada Brun runs the dam. She said it was empty.", "Ada Brun"),
    ("Ada Brun runs the dam. It was empty, she added.", "Ada Brun"),
    ("Ms. Ada Brun met Mr. Leo Dal. He said the dam was empty.", "Leo Dal"),
    ("Mr. Leo Dal met Ms. Ada Brun. She said the dam was empty.", "Ada Brun"),
    ("Ada Brun came with her husband, Leo Dal. He said the dam was empty.", "Leo Dal"),
    ("Leo Dal came with his sister Ada Brun. She said the dam was empty.", "Ada Brun"),
    ("Ada Brun spoke. She left.\n\nMr. Leo Dal swam. She said the dam was empty.", "Ada Brun"),
    ("Leo Dal was tried. Leo Dal is free.\n\nBrun's mother, Ada, wept.\n\n\"It leaks,\" she said.",
     "Ada"),
    ("Leo Dal said it rained.\n\nHis aide Ada Brun, 53, left.\n\nThe dam is dry, she said.",
     "Ada Brun"),
    # The last speaker, not whom they speak of.
    ('Ada Brun said so. "The dam is empty," she said, "and Leo Dal knows."', "Ada Brun"),
    ("Leo Dal sat. Tor Aas said Leo Dal slept. He said Dal was tired.", "Tor Aas"),
    # Who was introduced since the last speaker takes the word.
    ("Ada Brun said it rained.\n\nEngineer Leo Dal swam.\n\nIt is empty, he said.", "Leo Dal"),
    # Or whom the sentence before is about; not if it is they who are spoken of.
    ("Mr. Leo Dal and Mr. Per Aas met. Dal said it rained. Aas swam.\n\n“It is dry,” he said.",
     "Per Aas"),
    ("Mr. Leo Dal and Mr. Per Aas met. Dal said it rained. Aas swam.\n\n“Aas is wet,” he said.",
     "Leo Dal"),
    ("Mr. Leo Dal and Mr. Per Aas met. Dal said it rained. Aas swam. He sang.\n\n“Dry!” he said.",
     "Per Aas"),
    # An unnamed person speaks on.
    ("Ada Brun sued. A clerk said it rained. She said the dam was empty.", "clerk"),
    ('"It rained," a spokeswoman said. "The dam is empty," she added.', "spokeswoman"),
]  # fmt: skip
MORE = [
    ("Ada Brun and Leo Dal said it rained. They said the dam was empty.", "Ada Brun and Leo Dal"),
    ("Two aides of Ada Brun said it rained. They said the dam was empty.", "Two aides of Ada Brun"),
    ("The Norvik Water Agency said it rained. It said the dam was empty.", "Norvik Water Agency"),
    ("A report said it rained. It said the dam was empty.", "report"),
    ('A Lund spokesperson said it rained.\n\n"The dam is empty," they said.', "Lund spokesperson"),
]
NEVER = [
    ("Ada Brun came. She said Ada Dal had emptied the dam.", "Ada Dal"),
    ("Leo Dal lives in Norway. Norway is cold. He said the dam was empty.", "Norway"),
    ("Ms. Ada Brun came. He said the dam was empty.", "Ada Brun"),
    ("Ada Brun met Leo Dal over the Clean Water Act. He said the dam was empty.",
     "Clean Water Act"),
    ("A spokesman for Ada Brun said it rained. She said the dam was empty.",
     "spokesman for Ada Brun"),
    ("The average of recent polls suggests it rained. He said the dam was empty.",
     "average of recent polls"),
    ("Ada Brun came. They said the dam was empty.", "Ada Brun"),
    ("Two aides said it rained. It said the dam was empty.", "Two aides"),
]  # fmt: skip


def source(text: str) -> str:
    said = [claim for claim in split(Article(text=text)) if claim.kind is not Kind.NARRATION]
    return said[-1].source.name


@pytest.mark.parametrize(("text", "name"), ONE)
def test_a_pronoun_means_the_likeliest_person(text: str, name: str) -> None:
    assert source(text) == name


@pytest.mark.parametrize(("text", "name"), MORE)
def test_they_are_several_and_it_is_an_organisation_or_a_document(text: str, name: str) -> None:
    assert source(text) == name


@pytest.mark.parametrize(("text", "name"), NEVER)
def test_a_pronoun_never_means_what_it_cannot(text: str, name: str) -> None:
    assert source(text) != name
