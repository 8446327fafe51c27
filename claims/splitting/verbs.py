"""
English verbs and how they inflect: data, and the one function that spells the forms out.

The list is of common verbs of news prose. It serves to tell a clause from a noun phrase, so a
rare verb that is absent costs a boundary now and then, never a crash.
"""

from claims.splitting.words import words

REGULAR = words(
    """
    abandon abide abolish absorb accelerate accept accommodate accomplish accuse achieve
    acknowledge acquire acquit act adapt add address adhere adjust administer admire admit adopt
    advance advise advocate affect affiliated affirm afford agree alienate align allay allege
    allow allude alter amend amplify announce answer apologize appear applaud apply appoint
    appreciate approve argue arise arrest arrive ask assail assault assemble assert assess
    assist assuage assume assure attach attack attend attract attribute audit authorize avoid
    await award backfire balance ban bar bark bash beam bear beat beg behave believe belittle
    belong bemoan benefit berate betray bid blame blast block blog bludgeon boast bolster boo
    boost borrow bother bounce bow boycott brace brag brand breed broaden broker buck burn
    burnish bury bypass cajole calibrate call calm cancel capitalize capitulate capture
    caricature carry carve castigate cater caution cease celebrate cement certify chair
    challenge champion change chant characterise characterize charge chase check chide
    circumvent cite claim clarify classify clean click climb clinch close coalesce collapse
    collect combat comfort command commend comment commit communicate compare compensate compete
    complain complicate comply concede concern conclude condemn condone conduct confer confess
    confirm confront congratulate connect consider consolidate constitute contact contain
    contemplate contend continue contradict contribute convert convey convict convince cooperate
    coordinate copy corral count counter cover crack craft crash create cripple crisscross
    criticise criticize cross cry cultivate curb cure cycle damage dampen dare date debunk
    deceive decide decimate declare declassify decline decry deepen default defeat defect defend
    defer define deflect defund defy delay deliver delve demand demonstrate denounce deny depend
    deploy deport depose deprive derail deride describe destabilize destroy detail detain detect
    deter determine detonate develop devise dial die diminish dine disappear disavow disclose
    discourage discover discredit discriminate discuss dislike dislodge dismantle dismiss
    disparage dispel displace dispute disqualify disrupt distinguish distract distribute divorce
    document dodge dominate donate doom downplay draft drift drop dry dub dump earn ease echo
    eclipse edit educate elaborate elect elevate eliminate email embarrass embody embrace emerge
    emphasise emphasize employ empower enable enact encourage endorse endure energize enforce
    engage engulf enhance enlist ensure enter entertain equate eradicate erupt escape establish
    estimate evacuate evade examine exceed excite exclaim excoriate execute exercise exist
    expand expect expend expire explain explode exploit export expose express extend extort
    extract face facilitate fade fail fare fear feature fend file fill finish fit fix flip float
    flood flow focus fold follow foment fool forecast forge formulate foster frame freeze
    frustrate fuel fulfill fume fund funnel gain galvanize garner gather generate glance govern
    grab grant grapple grasp greet grin guarantee guide gush hack hail halve hammer handle
    happen harm harness harvest hash head heal heed help hesitate highlight hint hire honor hope
    horrify host hug hunt hurry identify ignore imagine imperil implement implore imply import
    impose imprison improve incite include increase indicate indict inform inject innovate
    inquire insert insist inspect inspire integrate intend interfere interject intervene
    interview intimidate introduce invade invest investigate invite invoke involve isolate issue
    jab jeopardize join joke jolt jump justify kick kid kidnap kill knock label lack lambast
    lambaste lament lash laud laugh launch legalize leverage levy lift like liken limit limp
    link list listen live load lock look loom love lure mail maintain manage manufacture march
    mark marry maximize measure melt mention merge minimize miss mitigate mobilize mock monitor
    mount mourn move muse muster mutter name narrow nationalise navigate negotiate neutralize
    nod nominate note notify nudge object observe obtain occupy occur offend offer offset open
    operate opine oppose opt order organise organize oust outline outsource outweigh overlook
    overpromise overshadow overstate overturn owe paint pardon park parse participate pass peer
    perform perpetuate persuade phone pick picture placate place play plead pledge plunge point
    portray pose posit post postpone pound pour practice praise pray preach predict prepare
    present preserve press presume prevail prevent prioritize privatise privatize probe proceed
    proclaim produce profess profit prohibit project prolong promise promote prompt propel
    propose prosecute protect protest prove provide provoke publish pull punch punish purchase
    pursue push qualify quash quell question quip quote race raid rail raise rally rate reach
    react reaffirm realize reap reason reassess reassure rebound rebuff rebuke rebut recall
    receive recite reckon reclaim recognise recognize recommend reconcile reconsider recount
    recover recruit redouble reduce refer reflect refrain refuse refute regain register regret
    regulate rein reinforce reiterate reject rejoin relate relay release relocate rely remain
    remake remark remember remind remove render renew renominate rent reopen repair repeal
    repeat replace replicate reply report represent republish repudiate request require rescue
    resemble resettle reshape resign resist resolve resonate respond restore restrict resurrect
    retain rethink retire retort return retweet reveal reverse review revisit revive reward
    ridicule rile rip roar rock roll root rule rush rust sacrifice sail salute satisfy savage
    save scare scintillate scoff scold score scramble scream screw scuttle seal secure seed seem
    seize select sentence serve settle shatter shift shore shout showcase shrug shy sigh sign
    signal skip skirt skyrocket slam slash slip slump smile smoke smooth snap sneer snow soar
    soften solicit solidify solve sow spam spark speculate spill sponsor spot spur squelch stab
    stabilize stall star stare start state stay steer stem stimulate stipulate stoke stop
    straighten strengthen stress stretch stroke struggle stumble subpoena subsidise subsidize
    succeed sue suffer suggest sum summarise summon supply suppress surmise surpass surrender
    surround survey survive suspend sustain swallow sway swell switch tackle talk tap tape
    target tarnish taunt tax telephone temper tend terminate test testify thank theorize thread
    threaten thrive thrust thwart tie tighten time tip title tout trace trade trail train
    transfer transform translate trap trash treat trigger trumpet trust try tumble turn tweet
    twist type undercut underline undermine underscore undo unfold unify unionize unite unleash
    unsubscribe unveil update upend urge use utilise utter validate value vent venture veto view
    violate visit voice volunteer vote vow wage wait walk wander want warm warn warrant wash
    waste watch weaken weigh welcome whisper widen wield wipe wish witness wonder woo work worry
    wound wrap wreck yell yield
    """
)

# base: past and participle, where they differ from -ed; the participle is left out where equal.
IRREGULAR = {
    "be": "was been",
    "become": "became become",
    "begin": "began begun",
    "bend": "bent",
    "bet": "bet",
    "bind": "bound",
    "bite": "bit bitten",
    "blow": "blew blown",
    "break": "broke broken",
    "bring": "brought",
    "broadcast": "broadcast",
    "build": "built",
    "burst": "burst",
    "buy": "bought",
    "cast": "cast",
    "catch": "caught",
    "choose": "chose chosen",
    "come": "came come",
    "cost": "cost",
    "creep": "crept",
    "cut": "cut",
    "deal": "dealt",
    "dig": "dug",
    "do": "did done",
    "draw": "drew drawn",
    "drink": "drank drunk",
    "drive": "drove driven",
    "eat": "ate eaten",
    "fall": "fell fallen",
    "feed": "fed",
    "feel": "felt",
    "fight": "fought",
    "find": "found",
    "flee": "fled",
    "fling": "flung",
    "fly": "flew flown",
    "forbid": "forbade forbidden",
    "foresee": "foresaw foreseen",
    "forget": "forgot forgotten",
    "forgive": "forgave forgiven",
    "get": "got gotten",
    "give": "gave given",
    "go": "went gone",
    "grow": "grew grown",
    "hang": "hung",
    "have": "had",
    "hear": "heard",
    "hide": "hid hidden",
    "hit": "hit",
    "hold": "held",
    "hurt": "hurt",
    "keep": "kept",
    "know": "knew known",
    "lay": "laid",
    "lead": "led",
    "lean": "leant",
    "learn": "learnt",
    "leave": "left",
    "lend": "lent",
    "let": "let",
    "lie": "lay lain",
    "lose": "lost",
    "make": "made",
    "mean": "meant",
    "meet": "met",
    "mislead": "misled",
    "overcome": "overcame overcome",
    "oversee": "oversaw overseen",
    "overtake": "overtook overtaken",
    "overthrow": "overthrew overthrown",
    "pay": "paid",
    "put": "put",
    "quit": "quit",
    "read": "read",
    "rebuild": "rebuilt",
    "repay": "repaid",
    "ride": "rode ridden",
    "ring": "rang rung",
    "rise": "rose risen",
    "run": "ran run",
    "say": "said",
    "see": "saw seen",
    "seek": "sought",
    "sell": "sold",
    "send": "sent",
    "set": "set",
    "shake": "shook shaken",
    "shed": "shed",
    "shine": "shone",
    "shoot": "shot",
    "show": "showed shown",
    "shrink": "shrank shrunk",
    "shut": "shut",
    "sing": "sang sung",
    "sink": "sank sunk",
    "sit": "sat",
    "sleep": "slept",
    "slide": "slid",
    "speak": "spoke spoken",
    "spend": "spent",
    "spin": "spun",
    "split": "split",
    "spread": "spread",
    "stand": "stood",
    "steal": "stole stolen",
    "stick": "stuck",
    "stride": "strode",
    "strike": "struck",
    "swear": "swore sworn",
    "sweep": "swept",
    "swim": "swam swum",
    "swing": "swung",
    "take": "took taken",
    "teach": "taught",
    "tear": "tore torn",
    "tell": "told",
    "think": "thought",
    "throw": "threw thrown",
    "undergo": "underwent undergone",
    "understand": "understood",
    "undertake": "undertook undertaken",
    "upset": "upset",
    "wake": "woke woken",
    "wear": "wore worn",
    "weep": "wept",
    "win": "won",
    "withdraw": "withdrew withdrawn",
    "withhold": "withheld",
    "withstand": "withstood",
    "write": "wrote written",
}


def third_person(base: str) -> str:
    """`say` → `says`, `push` → `pushes`, `deny` → `denies`."""
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


# Verbs stressed on the last syllable, and short ones, double their last letter.
DOUBLING = words(
    """
    admit allot bar beg bet chat chop clap clip commit compel concur confer control cram crop cut
    dam debug defer deter dig dip drag drop drum emit equip excel expel fit flag flip flop get grab
    grin grip hit hop hug infer jab jam jog knit knot lag let nag nod occur omit outwit pat permit
    pin plan plot plug pop prefer propel put quit ram rap rebut recur refer regret remit rid rip
    rob rot rub run scan scrap set shed shop shut sit skip slam slap slip snap spin spot spur stab
    star stem step stir stop strip strut submit swap swim tag tap tip top transfer transmit trap
    trim trip unplug wed win wrap zap
    """
)


def _stem(base: str) -> str:
    return base + base[-1] if base in DOUBLING else base


def participle(base: str) -> str:
    """`say` → `saying`, `vie` → `vying`, `argue` → `arguing`, `admit` → `admitting`."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return _stem(base) + "ing"


def pasts(base: str) -> tuple[str, ...]:
    """Past tense and past participle: `say` → `said`; `write` → `wrote`, `written`."""
    if base in IRREGULAR:
        return tuple(IRREGULAR[base].split())
    if base.endswith("e"):
        return (base + "d",)
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return (base[:-1] + "ied",)
    return (_stem(base) + "ed",)


BASES = REGULAR | IRREGULAR.keys()
FINITE = frozenset(form for base in BASES for form in (third_person(base), *pasts(base)[:1]))
PARTICIPLES = frozenset(participle(base) for base in BASES)
PAST_PARTICIPLES = frozenset(pasts(base)[-1] for base in BASES)
