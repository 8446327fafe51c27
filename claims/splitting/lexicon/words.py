"""Closed word classes of English, as data: what a noun phrase can start, join or end with."""


def words(text: str) -> frozenset[str]:
    """Return the set of the words of `text`: a word list that stays readable in the source."""
    return frozenset(text.split())


DETERMINERS = words(
    """
    the a an this that these those some any no every each all both many most several few another
    one such either neither half what whatever more fewer less other enough
    """
)
ARTICLES = words("the a an")
# Determiners that are a subject without a noun too: "another says", "several said".
ALONE = words("one another several few half each neither enough more")
# And those that are the plural subject of a verb behind them: "some say", "many argue".
SEVERAL = words("some many most all both those several few")
POSSESSIVES = words("his her their its my our your whose")
SUBJECT_PRONOUNS = words("he she they it i we you who")
OBJECT_PRONOUNS = words("him them me us himself herself themselves itself myself ourselves")
SELVES = words("himself herself itself themselves")
PRONOUNS = SUBJECT_PRONOUNS | OBJECT_PRONOUNS
# Words that are a subject by themselves, or begin one that has no article.
PRONOMINALS = words(
    """
    everyone everybody someone somebody anyone anybody nobody nothing something everything there
    others many some most all both neither none
    """
)
AUXILIARIES = words(
    """
    be is are was were been being am has have had having do does did will would can could may might
    must shall should ought cannot
    isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't
    couldn't shouldn't mustn't needn't ain't
    he's she's it's that's there's who's i'm you're we're they're i've you've we've they've i'd
    he'd she'd you'd we'd they'd i'll he'll she'll you'll we'll they'll it'll let's what's here's
    """
)
# What may stand between an auxiliary or a subject and its verb.
CONTRACTED = words(
    """
    he's she's it's that's there's who's i'm you're we're they're i've you've we've they've i'd
    he'd she'd you'd we'd they'd i'll he'll she'll you'll we'll they'll it'll that'll there'd
    """
)
BE = words("be is are was were been being am isn't aren't wasn't weren't 's 're")
NOT_FINITE = words("being having be been")
NEGATIONS = words(
    """
    not never n't neither nor isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't
    didn't won't wouldn't can't cannot couldn't shouldn't mustn't hardly without
    """
)
ADVERBS = words(
    """
    also later then now still already just even only again once twice earlier first often always
    never not ever soon recently previously repeatedly reportedly previously publicly privately
    simply too instead ago further thus yet rather quickly here there once thereafter afterward
    afterwards meanwhile nevertheless nonetheless elsewhere today yesterday tomorrow tonight
    however moreover therefore similarly likewise late early seldom quite
    subsequently long much indeed sometimes usually perhaps almost nearly once originally finally
    """
)
# These hang on a noun as often as on a verb.
PREPOSITIONS = words(
    """
    of in on at for with from by about against under over into through between among within around
    across behind beyond near off onto out toward towards up upon inside outside above below along
    alongside throughout to
    """
)
# These start an adverbial, which is no part of the noun phrase before it.
LOOSE_PREPOSITIONS = words(
    """
    before after during amid without despite per since than until till via as like including
    following regarding concerning ahead because besides
    """
)
# Those of them that no clause stands behind.
NO_CLAUSE = words("during amid despite without per via including regarding concerning following")
DAYS = words(
    """
    monday tuesday wednesday thursday friday saturday sunday tue tues thu thur thurs fri
    """
)
MONTHS = words(
    """
    january february march april may june july august september october november december jan feb
    mar apr jun jul aug sept sep oct nov dec
    """
)
TIME_NOUNS = words(
    """
    day week month year years months weeks days night morning afternoon evening weekend hour hours
    minutes moments decade decades spring summer autumn fall winter
    """
)
TIME_WORDS = DAYS | MONTHS | words("today yesterday tomorrow tonight ago earlier later recently")
