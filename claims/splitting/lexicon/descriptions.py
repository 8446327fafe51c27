"""What stands in place of a name: "the lawmaker", "the agency", "a spokesman". Data only."""

from claims.splitting.lexicon.words import words

# Words for one person that tell little by themselves: who is meant was named shortly before.
ALIASES = words(
    """
    politician lawmaker legislator businessman businesswoman entrepreneur billionaire millionaire
    tycoon mogul magnate candidate nominee contender hopeful front-runner frontrunner favourite
    favorite challenger incumbent republican democrat conservative liberal socialist libertarian
    texan californian floridian native veteran newcomer outsider president premier chancellor
    senator governor congressman congresswoman leader retiree pensioner grandmother grandfather
    star actor actress singer comedian author novelist musician athlete player striker midfielder
    ex-president parliamentarian statesman mp mla mpp backbencher
    """
)
# Offices that nobody holds together with another of them: who is a senator is not "the mayor".
OFFICES = words(
    """
    president minister secretary senator governor mayor chancellor premier congressman
    congresswoman representative judge justice king queen pope ambassador commissioner sheriff
    prosecutor spokesman spokeswoman spokesperson attorney lawyer general colonel professor
    economist analyst ceo director editor reporter speaker bishop coach
    """
)
# What tells one minister or president from another.
POSTS = words(
    """
    prime finance foreign defence defense justice health interior home education environment
    transport energy water trade labour labor agriculture culture economy housing immigration
    treasury vice
    """
)
# What a word for a source covers: "the lawmaker" may have been introduced as a senator.
COVERS = {
    "lawmaker": words(
        "senator sen. representative rep. congressman congresswoman mp mla mpp member backbencher"
    ),
    "legislator": words("senator sen. representative rep. congressman congresswoman mp mla mpp"),
    "senator": words("sen. senator"),
    "congressman": words("rep. representative congressman"),
    "congresswoman": words("rep. representative congresswoman"),
    "representative": words("rep. representative"),
    "governor": words("gov. governor"),
    "judge": words("justice judge"),
    "minister": words("minister secretary"),
    "doctor": words("dr. dr doctor"),
    "professor": words("prof. prof professor"),
    "officer": words(
        "sgt. sergeant const. cst. constable cpl. insp. supt. lt. capt. officer detective"
    ),
    "constable": words("const. cst. constable"),
    "sergeant": words("sgt. sergeant"),
    "inspector": words("insp. inspector"),
    "corporal": words("cpl. corporal"),
    "superintendent": words("supt. superintendent"),
    "lieutenant": words("lt. lieutenant"),
    "captain": words("capt. captain"),
    "physician": words("dr. dr doctor"),
    "attorney": words("lawyer attorney"),
    "lawyer": words("lawyer attorney solicitor barrister"),
    "councillor": words("coun. councillor councilor"),
    "executive": words("ceo executive chairman president"),
    "politician": words(
        "senator sen. mp mla mpp governor gov. mayor minister leader rep. representative councillor"
    ),
    "academic": words("professor prof. prof researcher lecturer historian"),
    "scientist": words("professor prof. prof scientist researcher physicist biologist ecologist"),
}
SPOKESPEOPLE = words("spokesman spokeswoman spokesperson spokespeople representative")
# An organisation told by its kind alone, and the words of names that are of that kind.
KINDS = {
    kind: frozenset(own)
    for kind, *own in (
        row.split()
        for row in """
        company inc inc. corp corp. co. ltd ltd. company corporation group holdings
        retailer inc inc. corp corp. co. ltd ltd. group holdings
        grocer inc inc. corp corp. co. ltd ltd. group holdings
        airline inc inc. airlines airways air corp ltd ltd.
        insurer inc inc. corp ltd ltd. group insurance
        automaker inc inc. motors corp co. group
        carmaker inc inc. motors corp co. group
        manufacturer inc inc. corp corp. co. ltd ltd. group
        utility inc inc. hydro electric energy power corp
        firm inc inc. corp corp. co. ltd ltd. llp partners firm group
        agency agency administration bureau office service services
        department department office
        ministry ministry
        group group association coalition alliance union society league network
        organisation organisation organization association council society foundation trust
        organization organization organisation association council society foundation trust
        charity charity trust foundation society
        union union association workers federation
        university university college school
        party party
        broadcaster bbc cnn cbc ctv nbc abc cbs news broadcasting
        bank bank
        council council
        court court tribunal
        network network cnn nbc abc cbs news
        site times news post
        outlet times news post herald tribune guardian independent
        newspaper times post herald tribune guardian independent telegraph
        paper times post herald tribune guardian independent telegraph
        magazine magazine weekly
        """.strip().splitlines()
    )
}
