"""Words by which a statement is told from a judgement, a wish or a courtesy. Data only."""

from claims.splitting.lexicon.words import words

# Past forms that are no participle in -ed; a participle after "have" counts as completed too.
PAST = words(
    """
    was were had did became began bought broke brought built burnt caught chose came cost cut dealt
    drew drove fell fought fled flew forbade forgot froze gave given went gone grew grown held hid
    hit hurt kept knew known laid led left lent lost made met paid ran rang read rose risen said
    sank sunk sat saw seen seized sent set shook shot shown shut sold sought spent split spoke
    spoken stole stolen stood stopped struck swept swore taken taught told took thrown threw
    understood voted withdrew withdrawn won wore wrote written done been beaten bitten blown chosen
    driven eaten fallen forgotten frozen hidden ridden shrunk shrank sworn torn worn
    """
)
# In -ed without being past.
NOT_PAST = words(
    """
    need indeed hundred speed seed breed feed weed bed red sacred embed exceed proceed succeed
    united naked beloved wicked unprecedented supposed
    """
)
PERFECT = words("has have had hasn't haven't hadn't he's she's we've they've")
PROGRESSIVE = words("is are was were isn't aren't been being they're we're he's she's it's")

# What a checker can count, compare or look up.
QUANTITIES = words(
    """
    percent million billion trillion thousand thousands hundreds dozen dozens half third
    quarter two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty
    sixty seventy eighty ninety hundred twice double
    """
)
CHANGES = words(
    """
    more fewer less higher lower most least rose risen rise fell fallen fall increased decreased
    doubled halved tripled grew grown shrank shrunk cheaper larger smaller largest smallest highest
    lowest first warmer recovered record than never no none every
    """
)
# Present-tense verbs of states that are so or are not.
HOLDS = words(
    """
    has have contains contain exports imports employs employ spends spend earns earn costs owns own
    lives live works work receives receive pays pay produces produce includes include controls
    provides uses use shows show remains belongs supports allows allow bans requires require
    """
)

APPEALS = words("must should ought shouldn't mustn't urge urges urged implore beg please let let's")
# Begins an order: what follows is wanted, not told.
ORDERS = words(
    """
    stop go come stay call let give take make keep do don't never remember please look listen vote
    join think imagine consider wait tell ask be help
    """
)
APPEAL_PHRASES = (
    "need to",
    "needs to",
    "have to",
    "has to",
    "had to",
    "call on",
    "calls on",
    "called on",
    "called for",
    "step up",
    "it is time",
)
HOPES = words(
    """
    hope hopes hoped hoping wish wishes wished want wants wanted dream dreams dreamed longed
    prefer deserve deserves
    """
)
HOPE_PHRASES = ("would like", "look forward", "looks forward", "looked forward", "would love")
PROMISES = words("promise promises promised pledge pledges pledged vow vows vowed intend intends")
PROMISE_PHRASES = (
    "we will",
    "i will",
    "we'll",
    "i'll",
    "we are going to",
    "i am going to",
    "we're going to",
    "i'm going to",
    "would do everything",
    "will do everything",
    "committed to",
)
FORECASTS = words(
    """
    will would could might may won't wouldn't couldn't likely unlikely probably perhaps maybe
    possibly expected outlook forecast predict predicts predicted soon eventually
    """
)
FORECAST_PHRASES = ("going to", "set to", "due to be", "about to", "next year", "next month")

THINKS = words("think thinks thought believe believes believed feel feels consider imagine suppose")
OPINIONS = words(
    """
    great good bad best worst better wonderful terrible horrible awful beautiful ugly amazing
    fantastic excellent brilliant incredible ridiculous absurd stupid foolish silly crazy insane
    madness disgrace disgraceful shame shameful outrageous outrage unacceptable unfair fair wrong
     mistake necessary overdue important crucial vital essential dangerous reckless cruel
    cowardice cowardly brave courage courageous heroic hero heroes noble evil wicked weak weakness
    desperate desperation strong finest true sad tragic disappointing dull boring
    pathetic embarrassing hypocritical hypocrisy immoral moral irresponsible sensible
    smart clever genius rather quite simply frankly honestly clearly obviously truly deeply
    sincerely absolutely totally completely utterly nonsense joke circus nightmare betrayal insult
    remarkable extraordinary perfect inspiring hateful divisive proud
    """
)
OPINION_PHRASES = (
    "no other way",
    "no way to",
    "anything but",
    "the kind of",
    "nothing but",
    "right direction",
    "enough is enough",
)
FEELINGS = words(
    """
    proud happy glad delighted thrilled excited honoured honored humbled grateful thankful sorry sad
    afraid scared terrified worried shocked saddened heartbroken devastated angry furious betrayed
    disappointed relieved confident optimistic hopeful nervous crying cried love loved hate hated
    """
)
PLEASANTRIES = words(
    """
    thank thanks congratulations congratulate welcome condolences sympathies sympathy honour honor
    luck cheers goodbye hello greetings blessed bless farewell
    """
)
PLEASANTRY_PHRASES = ("heart goes out", "hearts go out", "thoughts are with", "well done")
FIRST_PERSON = words("i i'm i've i'd i'll me my mine myself")
MEMORIES = words("remember grew felt childhood mother father son daughter friend friends family")
CONDITIONS = words("if unless whether")

# What the words of a claim alone give away: the words, and phrases in lower case.
Lexicon = dict[str, tuple[frozenset[str], tuple[str, ...]]]
LEXICON: Lexicon = {
    "figure": (QUANTITIES, ()),
    "comparison or change": (CHANGES, ()),
    "ongoing": (HOLDS | PERFECT, ()),
    "appeal": (APPEALS, APPEAL_PHRASES),
    "wish": (HOPES, HOPE_PHRASES),
    "promise": (PROMISES, PROMISE_PHRASES),
    "forecast": (FORECASTS, FORECAST_PHRASES),
    "opinion": (OPINIONS, OPINION_PHRASES),
    "belief": (THINKS, ()),
    "feeling": (FEELINGS, ()),
    "memory": (MEMORIES, ()),
    "pleasantry": (PLEASANTRIES, PLEASANTRY_PHRASES),
    "condition": (CONDITIONS, ()),
    "first person": (FIRST_PERSON, ()),
}
