"""
English verbs and how they inflect: data, and the one function that spells the forms out.

The list is of common verbs of news prose. It serves to tell a clause from a noun phrase, so a
rare verb that is absent costs a boundary now and then, never a crash.
"""

from claims.splitting.words import words

REGULAR = words(
    """
    abandon abide abolish absorb accelerate accept accommodate accomplish accuse achieve
    acknowledge acquire act adapt add address adhere adjust administer admire admit adopt
    advance advise advocate affect affiliated affirm afford agree alienate align allay allege
    allow allude alter amend amplify announce answer apologize appear applaud apply appoint
    appreciate approve argue arise arrest arrive ask assail assault assemble assert assess
    assist assuage assume assure attach attack attend attract attribute authorize avoid await
    award backfire balance ban bar bark bash beam bear beat become beg begin behave believe
    belittle bemoan benefit berate bet betray bid bind blame blast block blog bludgeon boast
    bolster boo boost borrow bother bounce bow boycott brace brag brand break bring broaden
    broker buck build burn burnish bury buy bypass cajole calibrate call calm cancel capitalize
    capitulate capture caricature carry carve cast castigate catch cater caution cease celebrate
    cement certify chair challenge champion change chant characterise characterize charge chase
    check chide choose circumvent cite claim clarify classify clean click climb clinch close
    coalesce collapse collect combat come comfort command commend comment commit communicate
    compare compensate compete complain complicate comply concede concern conclude condemn
    condone conduct confer confess confirm confront congratulate connect consider consolidate
    constitute contact contain contemplate contend continue contradict contribute convert convey
    convince cooperate coordinate copy corral count counter cover crack craft crash create
    cripple crisscross criticise criticize cross cry cultivate curb cure cut cycle damage dampen
    dare date debunk deceive decide decimate declare declassify decline decry deepen default
    defeat defect defend defer define deflect defund defy delay deliver delve demand demonstrate
    denounce deny depend deploy deport depose deprive derail deride describe destabilize destroy
    detail detect deter determine develop devise dial die dig diminish dine disappear disavow
    disclose discourage discover discredit discriminate discuss dislike dislodge dismantle
    dismiss disparage dispel displace dispute disqualify disrupt distinguish distract distribute
    divorce document dodge dominate donate doom downplay draft draw drink drive drop dry dub
    dump earn ease echo eclipse edit elaborate elect elevate eliminate email embarrass embody
    embrace emerge emphasise emphasize empower enable enact encourage endorse endure energize
    enforce engage engulf enhance enlist ensure enter entertain equate eradicate erupt escape
    establish estimate evade examine exceed excite exclaim excoriate execute exercise exist
    expand expect expend expire explain explode exploit export expose express extend extort
    extract face facilitate fade fail fare fear feature feed fend fight file fill find finish
    fit fix flee flip flood flow fly focus fold follow foment fool forecast forge forget forgive
    formulate foster frame frustrate fuel fulfill fume fund funnel gain galvanize garner gather
    generate get give glance go govern grab grant grapple grasp greet grin grow guarantee guide
    gush hack hail hammer handle hang happen harm harness harvest hash head heal hear heat heed
    help hesitate hide highlight hint hire hit hold honor hope horrify host hug hunt hurry hurt
    identify ignore imagine imperil implement implore imply import impose improve incite include
    increase indicate indict inform inject innovate inquire insert insist inspire integrate
    intend interfere interject intervene interview intimidate introduce invade invest
    investigate invite invoke involve isolate issue jab jeopardize join joke jolt jump justify
    keep kick kid kidnap kill knock know label lack lambast lambaste lament lash laud laugh
    launch lay lean learn leave legalize lend let leverage lie lift like liken limit limp link
    list listen live load lock long look loom lose love lure mail maintain make manage march
    mark marry maximize mean meet mention merge minimize miss mitigate mobilize mock monitor
    mount mourn move muse muster mutter name narrow navigate negotiate neutralize nod nominate
    note notify nudge object observe obtain occupy occur offend offer offset open operate opine
    oppose opt order organise organize oust outline outsource outweigh overcome overlook
    overpromise oversee overshadow overstate overtake overthrow overturn owe own paint pardon
    park parse participate pass pay peer perform perpetuate persuade phone pick picture placate
    place play plead pledge point portray pose posit post postpone pound pour practice praise
    pray preach predict prepare present preserve press presume prevail prevent prioritize
    privatize probe proceed proclaim produce profess profit prohibit project prolong promise
    promote prompt propel propose prosecute protect protest prove provide provoke publish pull
    punch punish purchase pursue push put qualify quash quell question quip quit quote race raid
    rail raise rally rate reach react read reaffirm realize reap reason reassess reassure
    rebound rebuff rebuild rebuke rebut recall receive recite reckon reclaim recognise recognize
    recommend reconcile reconsider recount recover recruit redouble reduce refer reflect refrain
    refuse refute regain register regret regulate rein reinforce reiterate reject rejoin relate
    relay release relocate rely remain remake remark remember remind remove render renew
    renominate rent reopen repair repay repeal repeat replace replicate reply report represent
    republish repudiate request require rescue resemble resettle reshape resign resist resolve
    resonate respond restore restrict resurrect retain rethink retire retort return retweet
    reveal reverse review revisit revive reward ride ridicule rile ring rip rise roar rock roll
    root rule run rush sacrifice sail salute satisfy savage save say scare scintillate scoff
    scold score scramble scream screw scuttle seal secure see seed seek seem seize select sell
    send sentence serve settle shake shatter shed shell shift shoot shore shout show showcase
    shrink shrug shut shy sigh sign signal sing sink sit skip skirt skyrocket slam slash slide
    slip smile smoke smooth snap sneer snow soften solicit solidify solve sow spam spark speak
    speculate spend spill spin split sponsor spot spread spur squelch stab stabilize stall stand
    star stare start state stay steal steer stem stick stimulate stipulate stoke stop straighten
    strengthen stress strike stroke struggle stumble subpoena succeed sue suffer suggest sum
    summarise summon suppress surmise surpass surrender surround survey survive suspend sustain
    swallow sway swear sweep swell swim switch tackle take talk tap tape target tarnish taunt
    teach tear telephone tell temper tend terminate test testify thank theorize think thread
    threaten thrive throw thrust thwart tie tighten time tip title tout trace trade trail
    transfer transform translate trap trash treat trigger triple trumpet trust try turn tweet
    twist type undercut underline undermine underscore understand undertake undo unfold unify
    unionize unite unleash unsubscribe unveil update upend upset urge use utilise utter validate
    value vent venture veto view violate visit voice volunteer vote vow wage wait walk wander
    want warm warn warrant wash waste watch weaken wear weep weigh welcome whisper widen wield
    win wipe wish withdraw withhold withstand witness wonder woo work worry wound wrap wreck
    write yell yield
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
