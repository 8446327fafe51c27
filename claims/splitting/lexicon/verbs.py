"""
English verbs, by their base forms. Data only; inflections.tsv has the others.

The list is of common verbs of news prose. It serves to tell a clause from a noun phrase, so a
rare verb that is absent costs a boundary now and then, never a crash.
"""

from claims.splitting.lexicon.words import words

COMMON = words(
    """
    abandon abide abolish absorb accelerate accept accommodate accomplish accuse achieve
    acknowledge acquire acquit act adapt add address adhere adjust administer admire admit adopt
    advance advise advocate affect affirm afford agree aim alienate align allay allege allow allude
    alter amend amplify announce answer apologize appeal appear applaud apply appoint appreciate
    approve argue arise arrange arrest arrive ask assail assault assemble assert assess assist
    assuage assume assure attach attack attempt attend attract attribute audit authorize avoid
    await award backfire balance ban bar bark bash be beam bear beat become beg begin behave
    believe belittle belong bemoan bend benefit berate bet betray bid bind bite blame blast block
    blog blow bludgeon boast bolster boo boost borrow bother bounce bow boycott brace brag brand
    break breed bring broadcast broaden broker buck build burn burnish burst bury buy bypass cajole
    calibrate call calm cancel cap capitalize capitulate capture caricature carry carve cast
    castigate catch cater cause caution cease celebrate cement certify chair challenge champion
    change chant characterise characterize charge chase check chide choose circumvent cite claim
    clarify classify clean click climb clinch close coalesce collapse collect combat come comfort
    command commend comment commit communicate compare compensate compete complain complicate
    comply concede concern conclude condemn condone conduct confer confess confirm confront
    congratulate connect consider consolidate constitute contact contain contemplate contend
    continue contradict contribute control convert convey convict convince cooperate coordinate
    copy corral cost count counter cover crack craft crash create creep cripple crisscross
    criticise criticize cross cry cultivate curb cure cut cycle damage dampen dare date deal debunk
    deceive decide decimate declare declassify decline decry deepen default defeat defect defend
    defer define deflect defund defy delay deliver delve demand demonstrate denounce deny depend
    depict deploy deport depose deprive derail deride describe destabilize destroy detail detain
    detect deter determine detonate develop devise dial die dig diminish dine disappear disavow
    disclose discourage discover discredit discriminate discuss dislike dislodge dismantle dismiss
    disparage dispel displace dispute disqualify disrupt distinguish distract distribute divorce do
    document dodge dominate donate doom downplay draft draw drift drink drive drop dry dub dump
    earn ease eat echo eclipse edit educate elaborate elect elevate eliminate email embarrass
    embody embrace emerge emphasise emphasize employ empower enable enact encourage end endanger
    endorse endure energize enforce engage engulf enhance enjoy enlist enrich ensure enter
    entertain equate eradicate erode erupt escape establish estimate evacuate evade evolve
    exaggerate examine exceed excite exclaim excoriate execute exempt exercise exhaust exist expand
    expect expel expend expire explain explode exploit explore export expose express extend extort
    extract face facilitate fade fail fall fare favor fear feature feed feel fend fight file fill
    find finish fire fit fix flee fling flip float flood flow fly focus fold follow foment fool
    forbid force forecast foresee forge forget forgive formalize formulate foster fracture frame
    freeze fret frighten frustrate fuel fulfil fulfill fume fund funnel gain galvanize gamble
    garner gather gauge gaze generate get give glance glorify gloss go govern grab grant grapple
    grasp greet grieve grin grind grow guarantee guess guide gush hack hail halt halve hammer
    hamper handle hang happen harm harness harvest hash hasten hate haul haunt have head heal hear
    heed heighten help hesitate hide highlight hinder hint hire hit hoist hold honor hope horrify
    host hover hug humiliate hunt hurry hurt identify ignite ignore illustrate imagine immigrate
    impede imperil implement implicate implore imply import impose impress imprison improve incite
    include incorporate increase incur indicate indict induce infect infiltrate inflame inflate
    inflict inform inhabit inherit initiate inject innovate inquire insert insist inspect inspire
    insulate integrate intend intensify interact interfere interject interpret interrupt intervene
    interview intimidate intrigue introduce invade invest investigate invite invoke involve isolate
    issue jab jeer jeopardize join joke jolt juggle jump justify keep kick kid kidnap kill kneel
    knock know label lack lag lambast lambaste lament lash laud laugh launch lay lead lean learn
    leave legalize lend let leverage levy lie lift like liken limit limp linger link list listen
    live load locate lock look loom loosen lose love lure lurk magnify mail maintain make manage
    manipulate manufacture mar march mark marry marvel matter maximize mean measure mediate meet
    melt mention merge migrate minimize mislead misrepresent miss misspeak misunderstand mitigate
    mobilize mock modify monitor morph motivate mount mourn move multiply muse muster mutter nab
    name narrow nationalise navigate need negotiate neutralize nod nominate note notice notify
    nudge nurse nurture obey oblige observe obstruct obtain occupy occur offend offer offset open
    operate opine oppose oppress opt optimize order organise organize oust outline outpace outrage
    outrun outsource outweigh overcome overhaul overlook overpromise overrule oversee overshadow
    oversimplify overstate overstep overtake overthrow overturn owe own paint pardon park parse
    participate pass pay peer penalize perceive perform permit perpetuate persist persuade pertain
    phone pick picture pinpoint placate place plagiarize plague plan play plead pledge plummet
    plunder plunge point poison polarize poll pollute ponder populate portray pose posit possess
    post postpone pound pour practice praise pray preach precede preclude predict preempt prefer
    prepare present preserve preside press presume prevail prevent prey prioritize privatise
    privatize probe proceed proclaim procure prod produce profess profit prohibit project
    proliferate prolong promise promote prompt prop propel propose proscribe prosecute prosper
    protect protest prove provide provoke publish pull punch puncture punish purchase pursue push
    put qualify quantify quarrel quash quell question queue quibble quip quit quote race radiate
    raid rail raise rally ratchet rate ratify rattle reach react read reaffirm realise realize reap
    reason reassess reassure rebel rebound rebuff rebuild rebuke rebut recall recede receive recite
    reckon reclaim recognise recognize recoil recommence recommend reconcile reconsider record
    recount recover recruit rectify recur redouble reduce reel refer reflect refrain refuse refute
    regain regard register regret regroup regulate rehearse reign rein reinforce reiterate reject
    rejoin rejuvenate relate relay release relish relocate rely remain remake remark remember
    remind reminisce remove render renew renominate renounce rent reopen reorganize repair repay
    repeal repeat repel replace replay replicate reply report represent reproduce republish
    repudiate request require reschedule rescue resemble resent resettle reshape reside resign
    resist resolve resonate resort respond restate restore restrain restrict result resume
    resurrect retain retaliate rethink retire retort retreat retrieve return retweet reunite revamp
    reveal revel reverse review revisit revive revolve reward rid ride ridicule rig rile ring rip
    rise roar rob rock roll root rotate rule rumble run rupture rush rust sabotage sacrifice sail
    salute salvage sanction sap satisfy savage save say scan scar scare scatter scintillate scoff
    scold score scour scramble scrap scrape scream screw scrub scrutinize scuttle seal search
    secure seduce see seed seek seem segregate seize select sell send sentence serve set settle
    sever shake share shatter shave shed shelve shift shine shoot shore shoulder shout shove show
    showcase shrink shrug shuffle shut shuttle shy sicken sift sigh sign signal signify sing sink
    sit skew skip skirt skyrocket slam slash sleep slide slip slump smash smear smile smoke smooth
    smother smuggle snap snatch sneak sneer snow soak soar soften solicit solidify solve soothe sow
    spam spark speak specify speculate spend spill spin splash split spoil sponsor spook spot
    sprawl spray spread sprint spur squander squeeze squelch stab stabilize stagger stain stalk
    stall stamp stand star stare start state stay steal steer stem step stick stifle stigmatize
    stimulate stipulate stir stoke stop straighten strand strangle strap strengthen stress stretch
    stride strike strive stroke struggle study stumble stun stunt subdue submit subpoena subsidise
    subsidize substitute subtract succeed sue suffer suggest suit sulk sum summarise summon
    supersede supervise supplement supply support suppose suppress surge surmise surpass surprise
    surrender surround survey survive suspect suspend sustain swallow swap swarm sway swear sweep
    swell swerve swim swing switch symbolize sympathize tackle tailor taint take talk tamper tangle
    tap tape taper target tarnish taunt tax teach tear tease telephone tell temper tempt tend
    terminate test testify thank thaw theorize thicken think thread threaten thrive throw thrust
    thwart tickle tie tighten tilt time tinker tip title tolerate topple torment torture toss touch
    tout tow toy trace trade trail train transcend transfer transform translate transmit trap trash
    travel tread treat tremble trigger trim troll trudge trumpet trust try tug tumble tune turn
    tweak tweet twist type uncover undercut underestimate undergo underlie underline undermine
    underscore understand undertake undo unearth unfold unify unionize unite unleash unload unravel
    unsettle unsubscribe unveil unwind update upend uphold uproot upset urge use usher usurp
    utilise utter vacate validate value vanish vary veer vent venture vet veto vibrate view vilify
    vindicate violate visit visualize voice volunteer vote vow wage wail wait waive wake walk
    wander wane want ward warm warn warrant wash waste watch waver weaken wear weep weigh welcome
    whip whisk whisper widen wield win wince wink wipe wish withdraw wither withhold withstand
    witness wobble wonder woo work worry worsen worship wound wrap wreck wrestle write yank yearn
    yell yield zoom
    """
)
