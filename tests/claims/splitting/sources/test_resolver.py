"""Whose words they are: short names, titles, roles, descriptions, and what stays unresolved."""

import pytest

from claims.models import Article, Kind, Source, SourceType
from claims.splitting import split

SHORT_NAMES = [
    ("Co-organiser Ada Brun came with Per Brun. Co-organiser Ms Brun said the dam was empty.",
     "Ada Brun"),
    ("Ms Ada Brun came. Mr Brun said the dam was empty.", "Brun"),
    ("Ada Brun runs the dam. Brun said it was empty.", "Ada Brun"),
    ("Brun said the dam was empty. Ada Brun runs it.", "Ada Brun"),
    ("Ada Brun runs the dam. Ms. Brun said it was empty.", "Ada Brun"),
    ("Ada Brun runs the dam. Ada said it was empty.", "Ada Brun"),
    ("Leo O’Dal runs the dam. O’Dal said it was empty.", "Leo O’Dal"),
    ("Leo McDal runs the dam. McDal said it was empty.", "Leo McDal"),
    ("Ada Brun-Dal runs the dam. Brun-Dal said it was empty.", "Ada Brun-Dal"),
    ("Leo J. Dal runs the dam. Dal said it was empty.", "Leo J. Dal"),
    ("Leo Dal Jr. runs the dam. Dal said it was empty.", "Leo Dal Jr."),
    ("Ada de Brun runs the dam. De Brun said it was empty.", "Ada de Brun"),
    ("Marine Le Dal runs the dam. Le Dal said it was empty.", "Marine Le Dal"),
    ("Ada Brun Dal runs the dam. Brun Dal said it was empty.", "Ada Brun Dal"),
    ("Ada B. Brun runs the dam. Ada Brun said it was empty.", "Ada B. Brun"),
    ("Mr. Leo Dal and Ms. Ada Dal came. Mr. Dal said the dam was empty.", "Leo Dal"),
    ("Leo Dal came. Leo Dal spoke. Leo Dal left with Ada Dal. Dal said it was empty.", "Leo Dal"),
    ('"Ask Ada Brun," the clerk said. Brun said the dam was empty.', "Ada Brun"),
    ("Ada Brun KC, for Mr Dal – who lives in Lund – said the dam was empty.", "Ada Brun KC"),
    ("Ada Brun, CEO of Lundwater, which runs Lund and Sund's dams said they leak.", "Ada Brun"),
    ("Dr Ada Brun wants you to see their site, Gulls Eating Stuff. She said it was empty.",
     "Ada Brun"),
    ("Representative Peter King said the dam was empty.", "Peter King"),
    ("Mr. King said the dam was empty.", "King"),
    ("Dean Brun, a nurse, said the dam was empty.", "Dean Brun"),
    ("The Dean said the dam was empty.", "Dean"),
    ("Page, a salesman, said the dam was empty. Ada Page laughed.", "Ada Page"),
    ("Leo “Skipper” Dal said the dam was empty.", "Leo Dal"),
    ('Leo "the Rock" Dal runs the dam. Dal said it was empty.', "Leo Dal"),
    ("Ada Brun runs the dam. Brun's claim that it was empty is old.", "Ada Brun"),
    # words that a sentence opens with: a name that is a verb or looks like an adverb, and no name
    ("Mark Holt runs the dam. Holt said it was empty.", "Mark Holt"),
    ("Carly Brun threw a stone. Brun said the dam was empty.", "Carly Brun"),
    ("Megyn Kelly came. Kelly said the dam was empty.", "Megyn Kelly"),
    ('"The Brun camp swam," Leo Dal said. Ada Brun left. Brun said the dam was empty.', "Ada Brun"),
    ("The first lady, Ada Dal, left. Mr. Dal said the dam was empty.", "Dal"),
    ("Ada Ward swam. Ward said the dam was empty.", "Ada Ward"),
    ("Grant Green, a clerk, left. Green said the dam was empty.", "Grant Green"),
    ("Divers agree that the dam was empty. Some divers left.", "Divers"),
    ("Two in three said the dam was empty. Nearly two left.", "Two in three"),
    ("Liberal and tired clerks said the dam was empty.", "Liberal and tired clerks"),
    # a headline is nobody's name
    ("Per Dal Booed After Telling Jeb Brun\n\nJeb Brun swam. Brun said it was empty.", "Jeb Brun"),
    # two names that are no pair
    ("Ada Brun, an old clerk and neighbour to Mr. Dal, said the dam was empty.", "Ada Brun"),
    ("Ada Brun, a clerk in Lund and close friend of Gov. Per Dal, said the dam was empty.",
     "Ada Brun"),
    ("Ada Brun and former Lund Gov. Per Dal said the dam was empty.", "Ada Brun and Per Dal"),
    ("Ada Brun of Lund and Mayor Per Dal of Sund said the dam was empty.", "Ada Brun and Per Dal"),
    # what stands beside a name without meaning its bearer
    ("Most are against Ada Brun, the poll found. The dam was empty, the poll found.", "poll"),
    ("Ada Brun, a Kerwick, Ont., diver paid to fill it, said the dam was empty.", "Ada Brun"),
]  # fmt: skip
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
DESCRIPTIONS = [
    ("Ada Brun sat on a bench. The 81-year-old said the dam was empty.", "Ada Brun"),
    ("Judge Ada Brun came. The judge, noting that it was late, said it rained.", "Ada Brun"),
    ("It rained. The Norwegian and UK governments said the dam was empty.",
     "Norwegian and UK governments"),
    ("An anger about Norland said the dam was empty.", "anger about Norland"),
    ("Five MPs came with Leo Bard, who left because he said the dam was empty.", "Leo Bard"),
    ("Mayor Ada Brun came. The mayor said the dam was empty.", "Ada Brun"),
    ("Norland's President Ada Brun came. The president said the dam was empty.", "Ada Brun"),
    ("Sen. Ada Brun came. The lawmaker said the dam was empty.", "Ada Brun"),
    ("Gov. Ada Brun came. The governor said the dam was empty.", "Ada Brun"),
    ("Ada Brun came late. The Labour politician said the dam was empty.", "Ada Brun"),
    ("Ada Brun came late. The Republican said the dam was empty.", "Ada Brun"),
    ("Ada Brun, the Tory candidate, met Leo Dal. The candidate said the dam was empty.",
     "Ada Brun"),
    ('"Look," Ada Brun said to Leo Dal. "The dam is empty," the senator added.', "Ada Brun"),
    ('"Look at US President Dal," she said. Leo Dal left. The US president said it was empty.',
     "Leo Dal"),
    ("Ada Brun and her husband Leo came. The couple said the dam was empty.", "Ada Brun and Leo"),
    ("Ada Brun runs the dam. But Brun's claim that the dam was empty is old.", "Ada Brun"),
    ("The Norvik Water Agency runs the dam. The agency said it was empty.", "Norvik Water Agency"),
    ("Norvik Hydro runs the dam. The company said it was empty.", "Norvik Hydro"),
    ("A report by the audit office came out. The report said the dam was empty.", "report"),
    ("President Ada Brun of Norland came. The president's office said the dam was empty.",
     "Ada Brun’s office"),
    ("Ada Brun came. Her office said the dam was empty.", "Ada Brun’s office"),
    ("The Norvik Water Agency was sued. A spokesperson said the dam was empty.",
     "Norvik Water Agency spokesperson"),
    ("Ada Brun, 53, a nurse from Lund, said the dam was empty.", "Ada Brun"),
    ("Ada Brun, 53, of Lund, said the dam was empty.", "Ada Brun"),
    ("A lawyer for the town, Ada Brun, said the dam was empty.", "Ada Brun"),
    ("The lawyer, 53-year-old Ada Brun, said the dam was empty.", "Ada Brun"),
    ("Const. Ada Brun came. The constable said the dam was empty.", "Ada Brun"),
    ("Ada Brun came late. The NDP MLA said the dam was empty.", "Ada Brun"),
    ("His father, then-mayor Leo Dal, said the dam was empty.", "Leo Dal"),
    ("The town hired a firm, Lakeside Tours, to swim. The company said the dam was empty.",
     "Lakeside Tours"),
    ("Lakeside Tours, a grocer, left. The Lund-based retailer said the dam was empty.",
     "Lakeside Tours"),
    ("Norvik Solar Ltd. left. The company said the dam was empty.", "Norvik Solar Ltd."),
    ("Mayor Ada Brun said it rained, and wrote to Mayor Leo Dal. The mayor said it was empty.",
     "Ada Brun"),
    ("Ada Brun said Leo Dal swam. The Labour politician said the dam was empty.", "Ada Brun"),
    ("Tory leader Leo Dal left. Ada Brun came late. The Norwegian leader said the dam was empty.",
     "Ada Brun"),
    # named only in the next paragraph
    ("A Lund nurse said the dam was empty.\n\nAda Brun swam there in May.", "Ada Brun"),
    ("A judge said the dam was empty.\n\nChief Judge Ada Brun swam there in May.", "Ada Brun"),
]  # fmt: skip
TOGETHER = [
    ("Ada Brun and Leo Dal said the dam was empty.", "Ada Brun and Leo Dal"),
    ("Ada Brun met Leo Dal. Brun and Dal said the dam was empty.", "Ada Brun and Leo Dal"),
    ("Ms. Ada Brun swam. The dam was empty, she and Leo Dal said.", "Ada Brun and Leo Dal"),
    ("The dam was empty, he and Leo Dal said.", "he and Leo Dal"),
    ("Norvik Hydro and Leo Dal said the dam was empty.", "Norvik Hydro and Leo Dal"),
]
ACRONYMS = [
    ("The Norvik Water Agency (NWA) came. The NWA said the dam was empty.", "Norvik Water Agency"),
    ("NWA, the Norvik Water Agency, came. NWA said the dam was empty.", "Norvik Water Agency"),
    ("The NWA said the dam was empty. The Norvik Water Agency is old.", "Norvik Water Agency"),
    ("The department of land and water (DLW) came. The DLW said the dam was empty.",
     "department of land and water"),
    ("The Norvik Water Agency came. An NWA spokesman said the dam was empty.",
     "Norvik Water Agency spokesman"),
    ("Customs and Border Protection came. CBP said the dam was empty.",
     "Customs and Border Protection"),
]  # fmt: skip
RELATIVES = [
    (
        "Ada Brun met with several clerks in recent days, who said the dam was empty.",
        "several clerks",
    ),
    ("She had a letter from her doctor Friday that says the dam was empty.", "her doctor"),
    ("Ada Brun, who said the dam was empty, left.", "Ada Brun"),
    ("Ada Brun (who said the dam was empty) left.", "Ada Brun"),
    ("It was a boy who said the dam was empty.", "boy"),
    ("It rained on residents of Lund who said the dam was empty.", "residents of Lund"),
]
# Whom it means cannot be told, or nobody is named: the words of the text stay.
LEFT_AS_THEY_ARE = [
    ("A spokesman for Mayor Ada Brun said it rained.", "spokesman for Mayor Ada Brun"),
    ("The briefing notes, seen in May, warn that it will rain.", "briefing notes"),
    ("It went to the clerks of the Lund Bank, who said it rained.", "clerks of the Lund Bank"),
    ("Two clerks, citing a leak, said it rained.", "Two clerks"),
    ("Lund asked a panel of engineers, which said it rained.", "engineers"),
    ("According to court documents, it rained in May.", "court documents"),
    ("A friend of the mayor, Ada Brun, said it rained.", "friend of the mayor, Ada Brun"),
    ("The Lund Nurses' Association said it rained.", "Lund Nurses' Association"),
    ("A spokesman for Ada Brun said the dam was empty.", "spokesman for Ada Brun"),
    ("Officials said the dam was empty.", "Officials"),
    ("Norway said the dam was empty.", "Norway"),
    ("Finance Minister Ada Brun came. The prime minister said the dam was empty.",
     "prime minister"),
    ("Lund's claim that the dam was empty is old.", "Lund"),
    ("A report, seen by the Lund Courier, said the dam was empty.", "report"),
    ("Ada Brun went to court. The judge said the dam was empty.", "judge"),
    ("Ada Brun met Leo Dal. The senator said the dam was empty.", "senator"),
    ("Mayor Ada Brun came. The senator said the dam was empty.", "senator"),
    ("Mr. Leo Dal came. The businesswoman said the dam was empty.", "businesswoman"),
    ("French President Ada Brun came. The German president said the dam was empty.",
     "German president"),
    ("Ada Brun came. The senator told Ada Brun the dam was empty.", "senator"),
    ("The National Audit Office came. The water ministry said the dam was empty.",
     "water ministry"),
    ("Norvik Hydro and Lund Steel came. The company said the dam was empty.", "company"),
    ("Norvik Hydro left. Lakesides rose. The company said the dam was empty.", "company"),
    ("Ada Brun met the union. A Democrat said the dam was empty.", "Democrat"),
    ("Ada Brun runs the dam. Leo Brun said it was empty.", "Leo Brun"),
    ("Lund has GDP to spare. The newspaper said the dam was empty.", "newspaper"),
    ("The NWA said the dam was empty. No Water Anywhere.", "NWA"),
    ("A judge said the dam was empty.\n\nAda Brun swam there in May.", "judge"),
    ("A man said the dam was empty.\n\nMs. Ada Brun swam there in May.", "man"),
    ("Another nurse said the dam was empty.\n\nAda Brun swam there.", "Another nurse"),
    ("Late in May a nurse said the dam was empty.\n\nAda Brun swam there.", "nurse"),
    ("Ada Brun swam. A nurse said the dam was empty.\n\nAda Brun swam on.", "nurse"),
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
    return [claim for claim in split(Article(text=text)) if claim.kind is not Kind.NARRATION][
        -1
    ].source


@pytest.mark.parametrize(
    ("text", "name"), [*SHORT_NAMES, *DESCRIPTIONS, *TOGETHER, *ACRONYMS, *RELATIVES]
)
def test_resolves(text: str, name: str) -> None:
    assert source(text).name == name


@pytest.mark.parametrize(("text", "name"), LEFT_AS_THEY_ARE)
def test_leaves_as_it_is_what_the_text_does_not_tell(text: str, name: str) -> None:
    assert source(text).name == name


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
    (claim,) = split(Article(text=text))
    assert claim.source.name == "officials"
    assert [one.name for one in claim.via] == ["Norvik Post"]
    assert claim.text == "the dam was empty"


def test_a_quotation_with_nobody_beside_it_is_not_that_of_whom_it_speaks_of() -> None:
    text = "Mayor Leo Dal came. Dal sat. Dal left.\n\n“I fear that Dal wants the whole dam.”"
    assert source(text).type is SourceType.UNNAMED
