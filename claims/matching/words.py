"""Data of the guard: words that turn a claim into another one."""

_STOP_WORDS = """
    a about after again all also am an and any are aren as at be because been before being
    both but by can cannot could couldn did didn do does doesn doing don down during each
    few for from further had hadn has hasn have haven having he her here hers herself him
    himself his how i if in into is isn it its itself just ll m me might more most must my
    myself no nor not now o of off on once only or other ought our ours ourselves out over
    own re s same shan she should shouldn so some such t than that the their theirs them
    themselves then there these they this those through to too under until up us ve very was
    wasn we were weren what when where which while who whom why will with won would wouldn y
    you your yours yourself yourselves amp rt via http https www com
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())
"""Words that say nothing of a text's subject; the usual list, with what tweets add to it."""

_NEGATIONS = """
    no not never none nobody nothing nowhere neither nor cannot without hardly barely
    lack lacks lacked lacking
"""
NEGATIONS = frozenset(_NEGATIONS.split())
"""Beside these, whatever ends in n't."""

MAGNITUDES = {
    "hundred": 100,
    "thousand": 1_000,
    "k": 1_000,
    "million": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
}

_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen
"""
TENS = {word: 10 * tens for tens, word in enumerate(_TENS.split(), start=2)}
NUMBERS = TENS | {word: value for value, word in enumerate(_ONES.split())}

PARTS = {
    "half": "half",
    "halves": "half",
    "third": "third",
    "thirds": "third",
    "quarter": "quarter",
    "quarters": "quarter",
    "first": "first",
    "second": "second",
    "fourth": "fourth",
    "fifth": "fifth",
    "once": "once",
    "twice": "twice",
    "double": "twice",
    "doubled": "twice",
    "triple": "threefold",
    "tripled": "threefold",
    "dozen": "dozen",
    "dozens": "dozens",
    "hundreds": "hundreds",
    "thousands": "thousands",
    "millions": "millions",
    "billions": "billions",
}
"""Amounts and ranks that are no plain numbers."""

_UNITS = """
% percent; dollars dollar $; euros euro €; pounds pound £; points;
kilometres kilometre km; metres metre meters meter; miles mile; feet foot ft; inches inch;
tonnes tonne tons ton; kilograms kilogram kilogrammes kilo kilos kg; grams gram grammes gramme g;
litres litre liters liter; gallons gallon; barrels barrel; hectares hectare; acres acre;
celsius; fahrenheit; watts watt; kilowatts kilowatt kw; megawatts megawatt mw;
gigawatts gigawatt gw; seconds; minutes minute; hours hour; days day; weeks week; months month;
years year; decades decade; centuries century; pm
"""
UNITS = {word: row.split()[0] for row in _UNITS.split(";") for word in row.split()}
"""What is counted, by the first name of each; "per cent" is read as "%", "p.m." as "pm"."""

_DAYS = """
    january february march april june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight last
    next
"""
DAYS = frozenset(_DAYS.split())
"""Dates without digits."""

_OPPOSITES = """
rise rises rose risen rising increase increases increased increasing grow grows grew grown growing
    growth climb climbs climbed climbing gain gains gained raise raises raised jumped soared surged
    higher up more
    / fall falls fell fallen falling decrease decreases decreased decreasing shrink shrank shrunk
    decline declines declined declining drop drops dropped lost loss cut cuts reduce reduces reduced
    slumped plunged lower down less fewer;
true correct right genuine real / false incorrect wrong fake untrue hoax;
win wins won winning victory / lose loses losing defeat defeated;
guilty convicted / innocent acquitted cleared;
legal lawful allow allows allowed permit permits permitted legalised legalized
    / illegal unlawful ban bans banned forbid forbids forbidden prohibited;
safe safer safest harmless / unsafe dangerous harmful deadly deadlier deadliest;
support supports supported supporting back backs backed favour favours favor favors
    / oppose opposes opposed opposing against;
accept accepts accepted approve approves approved / reject rejects rejected refuse refuses refused
    vetoed blocked;
confirm confirms confirmed admit admits admitted / deny denies denied denying;
alive survive survives survived / dead die dies died kill kills killed;
before earlier / after later since;
above over exceed exceeds exceeded / below under;
possible able likely / impossible unable unlikely;
with including includes / without excluding except excludes;
begin begins began begun start starts started open opens opened
    / end ends ended stop stops stopped close closes closed;
buy buys bought import imports imported / sell sells sold export exports exported;
best largest biggest highest maximum greatest / worst smallest lowest least minimum;
hot hotter warm warmer warming boiling / cold colder cool cooler cooling freezing;
men man male boys boy father fathers son sons brother brothers husband husbands
    / women woman female girls girl mother mothers daughter daughters sister sisters wife wives;
big bigger large larger / small smaller little;
old older elder eldest oldest / new newer newest young younger youngest;
rich richer richest wealthy wealthier / poor poorer poorest;
good better improve improves improved improving / bad worse worsen worsens worsened worsening;
cheap cheaper cheapest affordable / expensive costly costlier dear dearer;
fast faster fastest quick quicker / slow slower slowest;
long longer longest tall taller tallest / short shorter shortest;
strong stronger strongest / weak weaker weakest;
full / empty;
majority / minority;
former formerly / current currently incumbent;
public / private;
plaintiff / defendant;
cause causes caused causing / prevent prevents prevented preventing;
pass passes passed passing succeed succeeds succeeded / fail fails failed failing;
introduce introduces introduced / abolish abolishes abolished scrap scraps scrapped repeal repealed;
hire hires hired / fire fires fired sack sacks sacked dismiss dismisses dismissed;
arrest arrests arrested jail jails jailed / free frees freed release releases released;
create creates created build builds built / destroy destroys destroyed;
north northern / south southern;
east eastern / west western;
enter enters entered join joins joined / quit quits leave leaves departed;
all every everyone everybody always / most / some several partly sometimes / few rarely seldom;
only solely;
must shall / may might could
"""
OPPOSITES = tuple(
    tuple(tuple(side.split()) for side in row.split("/")) for row in _OPPOSITES.split(";")
)
"""Words that make another claim of the same sentence; the first of each side is its name."""

POLES = {word: side[0] for row in OPPOSITES for side in row for word in side}
"""The name of the side that a word is on."""

REVERSING = ("un", "in", "im", "il", "ir", "dis", "non")
"""What before a word makes it its opposite; counts only where the other text has the bare word."""

COMMON = STOP_WORDS | DAYS | NEGATIONS | frozenset((*NUMBERS, *PARTS, *UNITS, *MAGNITUDES, *POLES))
"""Words that are no names, though they stand with a capital."""
