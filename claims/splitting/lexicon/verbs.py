"""
English verbs and how they inflect: data, and the one function that spells the forms out.

The list is of common verbs of news prose. It serves to tell a clause from a noun phrase, so a
rare verb that is absent costs a boundary now and then, never a crash.
"""

from claims.splitting.lexicon.words import words

REGULAR = words(
    """
    abandon abide abolish absorb accelerate accept accommodate accomplish accuse achieve
    acknowledge acquire acquit act adapt add address adhere adjust administer admire admit adopt
    advance advise advocate affect affiliated affirm afford agree aim alienate align allay
    allege allow allude alter amend amplify announce answer apologize appeal appear applaud
    apply appoint appreciate approve argue arise arrange arrest arrive ask assail assault
    assemble assert assess assist assuage assume assure attach attack attempt attend attract
    attribute audit authorize avoid await award backfire balance ban bar bark bash beam bear
    beat beg behave believe belittle belong bemoan benefit berate betray bid blame blast block
    blog bludgeon boast bolster boo boost borrow bother bounce bow boycott brace brag brand
    breed broaden broker buck burn burnish bury bypass cajole calibrate call calm cancel cap
    capitalize capitulate capture caricature carry carve castigate cater cause caution cease
    celebrate cement certify chair challenge champion change chant characterise characterize
    charge chase check chide circumvent cite claim clarify classify clean click climb clinch
    close coalesce collapse collect combat comfort command commend comment commit communicate
    compare compensate compete complain complicate comply concede concern conclude condemn
    condone conduct confer confess confirm confront congratulate connect consider consolidate
    constitute contact contain contemplate contend continue contradict contribute control
    convert convey convict convince cooperate coordinate copy corral count counter cover crack
    craft crash create cripple crisscross criticise criticize cross cry cultivate curb cure
    cycle damage dampen dare date debunk deceive decide decimate declare declassify decline
    decry deepen default defeat defect defend defer define deflect defund defy delay deliver
    delve demand demonstrate denounce deny depend depict deploy deport depose deprive derail
    deride describe destabilize destroy detail detain detect deter determine detonate develop
    devise dial die diminish dine disappear disavow disclose discourage discover discredit
    discriminate discuss dislike dislodge dismantle dismiss disparage dispel displace dispute
    disqualify disrupt distinguish distract distribute divorce document dodge dominate donate
    doom downplay draft drift drop dry dub dump earn ease echo eclipse edit educate elaborate
    elect elevate eliminate email embarrass embody embrace emerge emphasise emphasize employ
    empower enable enact encourage end endanger endorse endure energize enforce engage engulf
    enhance enjoy enlist enrich ensure enter entertain equate eradicate erode erupt escape
    establish estimate evacuate evade evolve exaggerate examine exceed excite exclaim excoriate
    execute exempt exercise exhaust exist expand expect expel expend expire explain explode
    exploit explore export expose express extend extort extract face facilitate fade fail fare
    favor fear feature fend file fill finish fire fit fix flip float flood flow focus fold
    follow foment fool force forecast forge formalize formulate foster fracture frame freeze
    fret frighten frustrate fuel fulfil fulfill fume fund funnel gain galvanize gamble garner
    gather gauge gaze generate glance glorify gloss govern grab grant grapple grasp greet grieve
    grin grind guarantee guess guide gush hack hail halt halve hammer hamper handle happen harm
    harness harvest hash hasten hate haul haunt head heal heed heighten help hesitate highlight
    hinder hint hire hoist honor hope horrify host hover hug humiliate hunt hurry identify
    ignite ignore illustrate imagine immigrate impede imperil implement implicate implore imply
    import impose impress imprison improve incite include incorporate increase incur indicate
    indict induce infect infiltrate inflame inflate inflict inform inhabit inherit initiate
    inject innovate inquire insert insist inspect inspire insulate integrate intend intensify
    interact interfere interject interpret interrupt intervene interview intimidate intrigue
    introduce invade invest investigate invite invoke involve isolate issue jab jeer jeopardize
    join joke jolt juggle jump justify kick kid kidnap kill kneel knock label lack lag lambast
    lambaste lament lash laud laugh launch legalize leverage levy lift like liken limit limp
    linger link list listen live load locate lock look loom loosen love lure lurk magnify mail
    maintain manage manipulate manufacture mar march mark marry marvel matter maximize measure
    mediate melt mention merge migrate minimize misrepresent miss misspeak misunderstand
    mitigate mobilize mock modify monitor morph motivate mount mourn move multiply muse muster
    mutter nab name narrow nationalise navigate need negotiate neutralize nod nominate note
    notice notify nudge nurse nurture obey oblige observe obstruct obtain occupy occur offend
    offer offset open operate opine oppose oppress opt optimize order organise organize oust
    outline outpace outrage outrun outsource outweigh overhaul overlook overpromise overrule
    overshadow oversimplify overstate overstep overturn owe own paint pardon park parse participate
    pass peer penalize perceive perform permit perpetuate persist persuade pertain phone pick
    picture pinpoint placate place plagiarize plague plan play plead pledge plummet plunder
    plunge point poison polarize poll pollute ponder populate portray pose posit possess post
    postpone pound pour practice praise pray preach precede preclude predict preempt prefer
    prepare present preserve preside press presume prevail prevent prey prioritize privatise
    privatize probe proceed proclaim procure prod produce profess profit prohibit project
    proliferate prolong promise promote prompt prop propel propose proscribe prosecute prosper
    protect protest prove provide provoke publish pull punch puncture punish purchase pursue
    push qualify quantify quarrel quash quell question queue quibble quip quote race radiate
    raid rail raise rally ratchet rate ratify rattle reach react reaffirm realise realize reap
    reason reassess reassure rebel rebound rebuff rebuke rebut recall recede receive recite
    reckon reclaim recognise recognize recoil recommence recommend reconcile reconsider record
    recount recover recruit rectify recur redouble reduce reel refer reflect refrain refuse
    refute regain regard register regret regroup regulate rehearse reign rein reinforce
    reiterate reject rejoin rejuvenate relate relay release relish relocate rely remain remake
    remark remember remind reminisce remove render renew renominate renounce rent reopen
    reorganize repair repeal repeat repel replace replay replicate reply report represent
    reproduce republish repudiate request require reschedule rescue resemble resent resettle
    reshape reside resign resist resolve resonate resort respond restate restore restrain
    restrict result resume resurrect retain retaliate rethink retire retort retreat retrieve
    return retweet reunite revamp reveal revel reverse review revisit revive revolve reward rid
    ridicule rig rile rip roar rob rock roll root rotate rule rumble rupture rush rust sabotage
    sacrifice sail salute salvage sanction sap satisfy savage save scan scar scare scatter
    scintillate scoff scold score scour scramble scrap scrape scream screw scrub scrutinize
    scuttle seal search secure seduce seed seem segregate seize select sentence serve settle
    sever share shatter shave shelve shift shore shoulder shout shove showcase shrug shuffle
    shuttle shy sicken sift sigh sign signal signify skew skip skirt skyrocket slam slash slip
    slump smash smear smile smoke smooth smother smuggle snap snatch sneak sneer snow soak soar
    soften solicit solidify solve soothe sow spam spark specify speculate spill splash spoil
    sponsor spook spot sprawl spray sprint spur squander squeeze squelch stab stabilize stagger
    stain stalk stall stamp star stare start state stay steer stem step stifle stigmatize
    stimulate stipulate stir stoke stop straighten strand strangle strap strengthen stress
    stretch strive stroke struggle study stumble stun stunt subdue submit subpoena subsidise
    subsidize substitute subtract succeed sue suffer suggest suit sulk sum summarise summon
    supersede supervise supplement supply support suppose suppress surge surmise surpass
    surprise surrender surround survey survive suspect suspend sustain swallow swap swarm sway
    swell swerve switch symbolize sympathize tackle tailor taint talk tamper tangle tap tape
    taper target tarnish taunt tax tease telephone temper tempt tend terminate test testify
    thank thaw theorize thicken thread threaten thrive thrust thwart tickle tie tighten tilt
    time tinker tip title tolerate topple torment torture toss touch tout tow toy trace trade
    trail train transcend transfer transform translate transmit trap trash travel tread treat
    tremble trigger trim troll trudge trumpet trust try tug tumble tune turn tweak tweet twist
    type uncover undercut underestimate underlie underline undermine underscore undo unearth
    unfold unify unionize unite unleash unload unravel unsettle unsubscribe unveil unwind update
    upend uphold uproot urge use usher usurp utilise utter vacate validate value vanish vary
    veer vent venture vet veto vibrate view vilify vindicate violate visit visualize voice
    volunteer vote vow wage wail wait waive walk wander wane want ward warm warn warrant wash
    waste watch waver weaken weigh welcome whip whisk whisper widen wield wince wink wipe wish
    wither witness wobble wonder woo work worry worsen worship wound wrap wreck wrestle yank
    yearn yell yield zoom
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
