"""What somebody is, as data: titles, roles, kinds of organisation and document."""

from claims.splitting.lexicon.words import words

HONORIFICS = words(
    "mr. mrs. ms. miss dr. prof. prof sir dame lord lady madam mr mrs ms dr sr. jr. mx. mx messrs."
)
# Behind a name and no part of the surname.
SUFFIXES = words("jr. sr. jr sr ii iii iv")
MALE = words(
    """
    mr. mr sir lord king prince spokesman chairman congressman businessman salesman father husband
    son brother uncle grandfather man boy councilman policeman fireman gentleman nephew actor
    widower
    """
)
FEMALE = words(
    """
    mrs. mrs ms. ms miss dame lady queen princess spokeswoman chairwoman congresswoman
    businesswoman mother wife daughter sister aunt grandmother woman girl councilwoman policewoman
    niece actress widow granddaughter girlfriend stepmother stepdaughter mom mum alderwoman
    assemblywoman baroness duchess nun
    """
)
# Whose relation somebody is: "his wife Ada", "her husband, Per".
KIN = words(
    """
    husband wife father mother son daughter brother sister uncle aunt nephew niece grandfather
    grandmother grandson granddaughter boyfriend girlfriend widow widower stepfather stepmother
    """
)
# Words before a name, or in place of one, that say what its bearer does.
ROLES = words(
    """
    president vice prime minister secretary senator sen. representative rep. congressman
    congresswoman governor gov. mayor chancellor chairman chairwoman chair chief director
    spokesman spokeswoman spokesperson leader speaker judge justice attorney lawyer general gen.
    col. colonel capt. captain lt. lieutenant sgt. sergeant maj. major adm. admiral officer
    commissioner ambassador candidate nominee analyst economist professor prof. dr. doctor expert
    adviser advisor aide strategist consultant coordinator manager reporter columnist editor author
    writer journalist commentator host anchor correspondent activist advocate founder
    co-founder co-owner co-chair co-leader co-author co-director
    co-host owner executive ceo head deputy assistant senior former acting ex-president pollster
    retired rival lawmaker member king queen prince princess pope bishop rev. reverend pastor
    sheriff detective inspector constable superintendent investigator prosecutor counsel solicitor
    barrister scientist researcher historian physicist biologist coach player star singer actor
    actress comedian director-general treasurer auditor delegate juror retiree voter resident
    billionaire businessman businesswoman developer mogul farmer teacher nurse student
    independent special envoy national security communications press campaign majority minority
    whip leader premier sens. reps. gov.-elect president-elect sir dame lord mr. mrs. ms. miss mr
    mrs ms hon. baroness baron archbishop cardinal rabbi imam sheikh ayatollah supreme marshal
    first lady undersecretary principal dean father mother
    const. cst. constable cpl. corporal insp. supt. coun. councillor councilor councilman
    councilwoman alderman alderwoman assemblyman assemblywoman mp mps mla mpp congressmen
    senators representatives professors presidents governors ministers secretaries elder
    vice-president vice-chair vice-chairman president-general parliamentary lead chiefs
    editor-in-chief commander commander-in-chief backbencher crown staff vice-chancellor chieftain
    ecologist epidemiologist psychologist sociologist biologist chemist climatologist geologist
    engineer architect meteorologist astronomer philosopher novelist poet musician filmmaker
    photographer campaigner organiser organizer trustee chairperson councilmember supervisor
    """
)
# Role words that are as often a first or last name: "Dean Brun", "Ada King", "Mr. Judge".
NAMES_TOO = words(
    """
    king dean prince judge bishop pope major marshal farmer baron star cardinal singer page
    constable chancellor sheriff senior coach abbot
    """
)
# Names that end like adverbs.
GIVEN = words(
    """
    billy beverly carly emily holly kelly kimberly lily lilly molly polly sally willy reilly
    connolly donnelly scully tully daly
    """
)
PARTY_AND_PLACE = words(
    """
    republican democrat democratic american british french german russian ukrainian chinese
    japanese korean italian spanish canadian mexican israeli iranian indian pakistani turkish
    polish irish scottish welsh english australian european african asian labour conservative
    tory liberal libertarian socialist green u.s. us uk u.k. texas florida ohio california
    new york north south east west northern southern western eastern white house gop saudi iraqi
    syrian afghan dutch belgian swedish norwegian danish finnish greek hungarian austrian swiss
    brazilian argentine egyptian nigerian kenyan senate foreign state defense defence finance
    treasury interior home health education energy environment housing transport immigration
    """
)
# Groups of people by party, faith or origin: who says something as "a Democrat" has no name.
GROUPS = words(
    """
    republican republicans democrat democrats conservatives liberals tory tories socialists greens
    libertarian libertarians independents muslim muslims christian christians catholics jews
    hindus sikhs evangelicals mormons hispanics latinos latinas americans britons germans russians
    ukrainians canadians mexicans cubans israelis palestinians iranians iraqis syrians afghans
    africans asians europeans australians indians italians spaniards poles turks kurds greeks
    texan texans californian californians floridian floridians ohioan ohioans iowan iowans
    virginian virginians georgian georgians vermonter vermonters ontarian ontarians quebecer
    quebecers albertan albertans londoner londoners parisians scots welshman scotsman
    englishman irishman frenchman dutchman
    """
)
ORGANISATION = words(
    """
    department council committee office ministry university agency party court times post news
    house bank company inc inc. corp corp. co. ltd ltd. llc plc llp group association union
    institute center centre
    foundation commission police army press journal bureau service services administration
    government campaign network team board authority senate congress parliament assembly
    federation alliance coalition society organization organisation league fund trust college
    school hospital church club caucus kremlin pentagon navy force forces guard corps
    tribune herald guardian reuters bloomberg associated magazine daily weekly review street
    embassy consulate forum movement project programme program ministry cabinet firm chamber
    partnership partners industries international media radio television tv channel airlines
    airways systems technologies holdings opec nato un eu cia fbi nsc doj dnc rnc gop cnn nbc abc
    cbs msnbc bbc npr ap afp pbs twitter facebook google pac super taliban isis hamas hezbollah
    command city town village township municipality borough workers united paper newspaper ngo
    rcmp cbc ctv ndp
    outlet broadcaster watchdog charity regulator states kingdom nations
    """
)
# Last words of the names of firms.
FIRMS = words(
    """
    hydro steel motors energy pharmaceuticals pharma labs laboratories software railway railways
    telecom telecommunications broadcasting insurance investments securities solutions logistics
    foods rail trains transit ferries
    petroleum resources mining minerals gas electric electronics robotics semiconductors
    pictures entertainment studios records publishing brewing brands stores restaurants hotels
    """
)
# What a name that ends with one of these names is no person: laws, works, events, things.
THINGS = words(
    """
    effect act bill law treaty accord agreement amendment code charter guide book prize award
    awards cup
    games olympics festival conference summit convention war wars battle day week month year
    project program programme plan initiative mission operation flight tower building bridge road
    square stadium arena airport hotel resort club centre center museum theatre theater library
    hall palace castle church cathedral temple mosque avenue boulevard lane highway
    report review study survey index poll show podcast stuff rally
    trail primary caucus election elections debate speech rule doctrine deal pact
    """
)
DOCUMENT = words(
    """
    report statement document documents poll polls polling survey surveys study studies memo letter
    letters email emails e-mail e-mails filing filings affidavit lawsuit complaint indictment
    article articles book books data figures records record research analysis transcript post
    tweet tweets message messages website page ad ads video advertisement release note notes
    email editorial ruling order opinion brief bill law act text texts  speech interview
    headline headlines caption sign signs column story stories results numbers review census
    investigation findings evidence reports accounts rumors
    """
)
# Whose findings are statements, as those of a study are.
FINDERS = words(
    """
    researchers scientists auditors investigators inspectors academics economists analysts inquiry
    commission court judge jury tribunal panel watchdog committee regulator ombudsman auditor
    """
)
PEOPLE = words(
    """
    officials official aides aide sources source people person spokesman spokeswoman spokesperson
    representatives critics experts analysts observers supporters opponents allies advisers
    advisors republicans democrats lawmakers lawyers prosecutors investigators residents voters
    witnesses leaders diplomats executives economists scientists researchers doctors activists
    advocates strategists insiders friends relatives family families campaigners ministers
    authorities staffers members organizers organisers protesters police reporters journalists
    conservatives liberals others some many man woman men women someone one students teachers
    workers employees colleagues neighbors neighbours senators congressmen jurors justices judges
    attorneys delegates historians scholars pundits commentators donors passengers parents fans
    users customers police troops soldiers commanders rebels militants politicians
    mps peers councillors charities unions companies rivals detractors pollsters
    """
)
# Particles inside a name.
PARTICLES = words("de da del della der den di dos du la le van von bin ibn al el bint ter ten y")
# In capitals, and nobody's name.
NOT_ORGANISATIONS = words(
    """
    gdp vat tv dna rna hiv covid covid-19 ai it pr hr dei lgbt lgbtq lgbtq+ ppe ev evs id ids atm
    gps pdf faq usb asap suv suvs ufo ufos iq ip url i ii iii iv v p.m. a.m. ok mp mps mla mpp ceo
    cfo coo pm vp phd cv dj tb ptsd adhd update watch read more related exclusive breaking editor
    """
)
