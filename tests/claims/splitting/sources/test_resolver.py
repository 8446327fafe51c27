"""What is known of a source beside its name: role, sort, mention, and who passed it on."""

import pytest

from claims.models import Article, Kind, Source, SourceType
from claims.splitting import split
from tests.claims.splitting.lines import claims_of

ROLES_BEFORE_NAMES = [
    ("“It is so,” spokeswoman Ada Brun of Dal & Sons said.", "Ada Brun", "spokeswoman"),
    ("Chief of Staff Ada Brun said the dam was empty.", "Ada Brun", "Chief of Staff"),
    ("Secretary of State Brun said the dam was empty.", "Brun", "Secretary of State"),
    ("Lund Mayor Leo Dal said the dam was empty.", "Leo Dal", "Lund Mayor"),
    ("U.S. District Judge Leo J. Dal said the dam was empty.", "Leo J. Dal", "U.S. District Judge"),
    ("Director of National Intelligence Leo J. Dal said the dam was empty.", "Leo J. Dal",
     "Director of National Intelligence"),
    ("Supervisor of Elections Leo Dal said the dam was empty.", "Leo Dal",
     "Supervisor of Elections"),
    ("City of Lund Mayor Leo Dal said the dam was empty.", "Leo Dal", "City of Lund Mayor"),
    ("Water board chairman Leo Dal said the dam was empty.", "Leo Dal", "Water board chairman"),
    ("President Leo Dal said the dam was empty.", "Leo Dal", "President"),
    ("House Republican Leo Dal said the dam was empty.", "Leo Dal", "House Republican"),
    ("Saudi Prince Leo Bin Dal said the dam was empty.", "Leo Bin Dal", "Saudi Prince"),
    ("NSC strategic communications coordinator Leo Dal said the dam was empty.", "Leo Dal",
     "NSC strategic communications coordinator"),
    ("Mr. Leo Dal said the dam was empty.", "Leo Dal", ""),
    ("Leo Dal, the mayor of Lund, said the dam was empty.", "Leo Dal", "mayor of Lund"),
    ("The justice minister, Leo Dal, swam. Dal said the dam was empty.", "Leo Dal",
     "justice minister"),
    ("The mayor said the dam was empty. Mayor Leo Dal swam in it.", "Leo Dal", "Mayor"),
]  # fmt: skip
TYPES = [
    ("Mayor Ada Lane said the dam was empty.", SourceType.PERSON),
    ("Ada Brun said the dam was empty.", SourceType.PERSON),
    ("The Norvik Water Agency said the dam was empty.", SourceType.ORGANISATION),
    ("Norway said the dam was empty.", SourceType.ORGANISATION),
    ("Brun & Sons said the dam was empty.", SourceType.ORGANISATION),
    ("The insurer, Lakeside Mutual, said the dam was empty.", SourceType.ORGANISATION),
    ("It suits the firm, Ada Brun, a clerk, said.", SourceType.PERSON),
    ("The Lund-based retailer said the dam was empty.", SourceType.ORGANISATION),
    ("A new report said the dam was empty.", SourceType.DOCUMENT),
    ("Two aides said the dam was empty.", SourceType.UNNAMED),
    ("Republicans said the dam was empty.", SourceType.UNNAMED),
    ("Most Londoners said the dam was empty.", SourceType.UNNAMED),
    ("A spokeswoman for the agency said the dam was empty.", SourceType.UNNAMED),
    ("Rep. Steve Israel said the dam was empty.", SourceType.PERSON),
    ("Senators Brun and Dal said the dam was empty.", SourceType.PERSON),
]


def source(text: str) -> Source:
    """The source of the last claim of a text that is not the publisher's."""
    said = [claim for claim in split(Article(text=text)) if claim.kind is not Kind.NARRATION]
    return said[-1].source


@pytest.mark.parametrize(("text", "kind"), TYPES)
def test_tells_what_sort_of_source_it_is(text: str, kind: SourceType) -> None:
    assert source(text).type is kind


@pytest.mark.parametrize(("text", "name", "role"), ROLES_BEFORE_NAMES)
def test_keeps_the_role_that_the_text_gives(text: str, name: str, role: str) -> None:
    assert (source(text).name, source(text).role) == (name, role)


def test_the_mention_is_what_stands_in_the_text() -> None:
    text = "Ada Brun runs the dam. Brun said it was empty."
    (span,) = source(text).mention
    assert span.of(text) == "Brun"


def test_a_chain_of_sources_is_kept() -> None:
    text = "The Norvik Post reported that officials believe the dam was empty."
    assert claims_of(text) == ["officials (via Norvik Post): the dam was empty [indirect]"]


def test_a_quotation_with_nobody_beside_it_is_not_that_of_whom_it_speaks_of() -> None:
    text = "Mayor Leo Dal came. Dal sat. Dal left.\n\n“I fear that Dal wants the whole dam.”"
    assert claims_of(text) == ["unnamed: I fear that Dal wants the whole dam. [direct]"]
    assert source(text).type is SourceType.UNNAMED
