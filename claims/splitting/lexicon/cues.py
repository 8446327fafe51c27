"""The words that attribute, as data: reporting verbs with what each takes, and the rest."""

from dataclasses import dataclass

from claims.splitting.lexicon.complements import Complements, complements
from claims.splitting.lexicon.inflections import inflections
from claims.splitting.lexicon.phrasal import PHRASAL
from claims.splitting.lexicon.words import words


@dataclass(frozen=True, slots=True)
class Cue:
    """One inflected form of a reporting verb."""

    lemma: str
    takes: Complements
    form: str  # "finite", "participle" (-ing), "base", or "past" (finite, or a past participle)


# Under the names of what each takes, see complements.py; a verb may stand under more than one.
VERBS = {
    "clause": "say believe worry fear comment elaborate apologize apologise",
    "clause noun_phrase": """
        acknowledge add admit affirm allege announce argue assert aver boast claim concede conclude
        confess confirm contend declare disclose emphasize emphasise estimate imply indicate insist
        lament maintain mention note observe point predict proclaim profess quip reason reckon
        recount reiterate remark repeat report reveal speculate state stipulate stress suggest
        testify theorize underline underscore write tweet retweet post joke hint blog complain
        counter explain recall respond reply retort vent brag surmise opine posit forecast clarify
        signal bemoan charge plead document detail reaffirm answer advocate
        """,
    "clause addressee noun_phrase": "tell warn assure remind inform notify advise caution reassure",
    "clause addressee noun_phrase infinitive": "promise",
    "clause infinitive": "swear agree",
    "clause noun_phrase infinitive": "pledge vow threaten",
    "clause noun_phrase question": "ask question wonder inquire",
    "clause noun_phrase object": "urge propose demand recommend request order implore beg",
    "object": """
        accuse call describe blame portray characterize characterise label brand compare liken dub
        name list thank congratulate
        """,
    "infinitive": "offer refuse decline volunteer",
    "clause noun_phrase participle": "deny",
    "noun_phrase question": "discuss",
    "noun_phrase": """
        criticize criticise praise denounce dismiss reject defend blast mock slam condemn ridicule
        attack decry tout deride assail applaud cite blame endorse outline dispute rebut lambaste
        lambast chide rebuke bash rip express quote voice attribute downplay refute belittle
        disparage scold berate hail laud champion commend excoriate savage castigate
        """,
    "quotation": """
        continue begin conclude shout yell laugh smile cry exclaim whisper mutter sigh chant go
        read shrug declare snap shoot scoff fume gush open finish interject muse offer beam bark
        """,
}

# Documents and studies do not speak, they show.
EVIDENCE = words("show find suggest indicate reveal demonstrate prove rule")
THAT_ONLY = {"rule"}  # "the court ruled that", but no "court ruling" nor "new rules"


def _forms(base: str, takes: Complements) -> dict[str, Cue]:
    forms = inflections(base)
    return {
        base: Cue(base, takes, "base"),
        **dict.fromkeys(forms.third_person, Cue(base, takes, "finite")),
        **dict.fromkeys(forms.participle, Cue(base, takes, "participle")),
        **dict.fromkeys((*forms.past, *forms.past_participle), Cue(base, takes, "past")),
    }


def _table() -> dict[str, Cue]:
    takes: dict[str, str] = {}
    for names, verbs in VERBS.items():
        for verb in verbs.split():
            takes[verb] = f"{takes.get(verb, '')} {names}"
    for verb, _ in PHRASAL:
        takes.setdefault(verb, "")
    return {
        form: cue
        for verb, names in takes.items()
        for form, cue in _forms(verb, complements(names)).items()
    }


# Reporting verbs that mean something else with a mere object: `claimed a prize`, `wrote a book`.
CLAUSE_ONLY = words(
    """
    believe claim write maintain state charge underscore point post add answer signal confirm
    reveal advocate worry fear
    """
)
# Plain and -s forms that are as often a noun; after a noun they are verbs only in a clause.
ALSO_NOUNS = words(
    """
    advocate answer appeal attack bark bash blame blast boast brand call caution chant challenge
    champion charge claim comment counter cry demand detail document dispute estimate forecast
    grin hail hint joke label laugh list mention mock name note object offer order point post
    praise pledge project promise propose protest question quip quote reason rebuke recall recommend
    recount remark repeat reply report request retweet ridicule rip savage shout show shrug sigh
    signal slam smile snap state stress tout tweet vent voice vow whisper write yell read
    plead press push retort rule
    """
)
# Verbs that only help the cue after them: `went on to say`, `began urging`, `seemed to concede`.
CATENATIVE = words(
    """
    went began started continued seemed appeared used rushed proceeded moved came took turned goes
    begins starts continues seems appears comes takes turns begun gone begin start continue seem
    appear continuing beginning starting taken
    """
)

# Nouns that hold what somebody said, by the word behind them: "the claim that …".
NOUNS = {
    "that": words(
        """
        claim claims argument arguments assertion assertions allegation allegations accusation
        accusations suggestion suggestions statement statements announcement promise promises
        pledge pledges threat threats warning warnings complaint complaints charge charges
        contention insistence admission acknowledgment denial prediction predictions declaration
        conclusion revelation case point observation assurance assurances guarantee guarantees
        concern concerns fear fears view belief confidence hope hopes doubt doubts alarm outrage
        worry worries remark remarks message signal reports rumors rumours
        acknowledgement pronouncement pronouncements
        """
    ),
    "to": words("promise promises pledge pledges vow vows threat threats call calls"),
}
# Those of them that are news without anybody who says so: "rumours that", "amid reports that".
HEARSAY = words(
    """
    accusations allegations complaints claims charges reports rumors rumours assertions
    pronouncements
    """
)
# Where something is said: "in a statement", "on the call".
OCCASIONS = words(
    """
    statement statements interview interviews speech speeches tweet tweets letter post posts email
    emails e-mail memo filing briefing call address op-ed essay remarks video blog report ruling
    conference debate
    """
)
# Where much is said and much else happens: "praised the plan at a rally".
STAGES = words(
    """
    rally rallies forum hearing show podcast broadcast radio television tv twitter facebook
    instagram column article appearance appearances stage stump trail page website hall
    conferences debates
    """
)
# What one calls somebody's words behind them: "…, a claim that she denies".
COMMENTS = NOUNS["that"] | words(
    "reference swipe dig jab shot nod allusion position stance proposal"
)
HEDGES = words("reportedly allegedly purportedly")
# What one does with such a noun to say what it holds: "made the case that …".
LIGHT = words(
    """
    make makes made making give gives gave giving offer offers offered offering issue issues issued
    issuing raise raises raised raising voice voices voiced voicing express expresses expressed
    expressing deliver delivers delivered repeat repeats repeated repeating send sends sent sound
    sounds sounded renew renews renewed stress stressed reiterate reiterated
    """
)
# And with what is written, shown or held to say something: "released a statement saying that …",
# "spent the day attacking …": whoever does so says it.
ISSUES = LIGHT | words(
    """
    write writes wrote written publish publishes published release releases released launch launches
    launched tweet tweets tweeted post posts posted email emails emailed mail mailed file files
    filed put puts run runs ran air airs aired hold holds held open opens opened spend spends spent
    fire fires fired place places placed sign signs signed record records recorded circulate
    circulated draft drafted co-author co-authored approve approves approved adopt adopts adopted
    introduce introduced revise revised go goes went gone
    broadcast share shares shared lead leads led shoot shoots shot
    """
)

# With the verbs that attribute only together with the words behind them, and without.
ANY_CUES = _table()
CUES = {form: cue for form, cue in ANY_CUES.items() if cue.takes}
VERBS_ONLY = frozenset(
    form
    for form, cue in CUES.items()
    if cue.form in {"base", "finite"} and cue.lemma not in ALSO_NOUNS
)
FINITE_CUES = frozenset(form for form, cue in CUES.items() if cue.form == "finite")
PAST_CUES = frozenset(form for form, cue in CUES.items() if cue.form == "past")
BASE_CUES = frozenset(form for form, cue in ANY_CUES.items() if cue.form == "base") | {"show"}
PARTICIPLE_CUES = frozenset(form for form, cue in CUES.items() if cue.form == "participle")
EVIDENCE_CUES = {
    form: cue
    for verb in EVIDENCE
    for form, cue in _forms(verb, complements("clause noun_phrase")).items()
}
# Every word that may attribute, whatever it takes for that.
ATTRIBUTING = ANY_CUES.keys() | EVIDENCE_CUES.keys() | {"according"}.union(*NOUNS.values())
