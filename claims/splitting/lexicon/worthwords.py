"""Words by which a statement is told from a judgement, a wish or a courtesy. Data only."""

from claims.splitting.lexicon.descriptions import OFFICES
from claims.splitting.lexicon.inflections import BASES, PASTS
from claims.splitting.lexicon.words import words

# Past forms that are no participle in -ed, and the participles, which count as completed after
# "have" too; of those that are one with the present only the ones that news uses as past.
PAST = frozenset(form for form in PASTS if not form.endswith("ed")) - BASES | words(
    "bred fed fled led cut cost hit hurt split quit gone was were had did"
)
# In -ed without being past.
NOT_PAST = words(
    """
    need indeed hundred speed seed breed feed weed bed red sacred embed exceed proceed succeed
    united naked beloved wicked unprecedented supposed
    """
)
PERFECT = words("has have hasn't haven't he's she's we've they've")
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
    has have contains contain exports imports employs employ spends spend earns earn costs owns
    lives live works work receives receive pays pay produces produce includes include controls
    provides uses use shows show remains belongs supports allows allow bans requires require
    ranks rank gets gives takes lets sells sell buys buy supplies prevents prevent kills kill
    borrows borrow owes owe lacks lack commits commit depends imposes
    """
)

# What public life is made of: who holds office, bodies, acts, and what statistics count.
PUBLIC = OFFICES | words(
    """
    government governments ministry congress parliament senate house assembly administration
    council committee court courts police army navy military agency department authorities party
    opponent predecessor rival company companies firm bank banks insurers industry union unions
    bill bills law laws act treaty pact contract tender veto budget budgets reform program
    programme programs subsidy subsidies pension pensions benefits sanctions tariff tariffs
    report documents records results investigation trial verdict charges permit permits licence
    deficit debt unemployment inflation wages prices jobs exports imports crime poverty
    emissions turnout income spending revenue premiums mortality taxes tax rates rents
    election primary ballots votes donations hospitals schools prisons prosecuted convicted
    indicted arrested sentenced fined ministry's
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
    "it's time",
    "got to",
    "asking for your",
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
    view views values vision leadership character choice choices principle principles trust faith
    difference pleased optimism hypocrite fundamental willing
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
    "can't afford",
    "cannot afford",
    "add up",
    "makes sense",
    "make sense",
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
FIRST_PERSON = words("i i'm i've i'd i'll me myself")
OWN = FIRST_PERSON | words("my mine")
MEMORIES = words(
    """
    remember grew felt childhood mother father son daughter friend friends family wife husband
    children kids parents grandfather grandmother met talked talking visited traveled travelled
    asked wondered born lunch dinner breakfast
    """
)
# How a debate, an interview or a meeting is led, not what it is about.
PROCEDURES = words("moderator applause")
PROCEDURE_PHRASES = (
    "the question is",
    "appreciate the question",
    "answer the question",
    "next question",
    "the answer is",
    "the answer to",
    "answer to that",
    "answer that",
    "come back to",
    "let me",
    "let's",
    "say this",
    "say it again",
    "disagree with",
    "agree with",
    "ninety seconds",
    "two minutes",
    "to debate",
    "good debate",
    "all about",
    "not the point",
    "the point is",
    "to speak about",
    "comment at",
    "considering all",
    "the floor",
    "talk about",
)
SECOND_PERSON = words("you you're you've you'd you'll your yourself")
# What is talked about is told by another sentence.
VAGUE = words("that this it that's it's this's these those there's here's such")
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
    "second person": (SECOND_PERSON, ()),
    "procedure": (PROCEDURES, PROCEDURE_PHRASES),
    "public matter": (PUBLIC, ()),
}
