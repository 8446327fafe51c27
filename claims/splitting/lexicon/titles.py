"""What somebody is, as data: titles, roles, kinds of organisation and document."""

from claims.splitting.lexicon.words import words

HONORIFICS = words("mr. mrs. ms. miss dr. prof. sir dame lord lady madam mr mrs ms dr sr. jr.")
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
    niece actress widow
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
    co-founder owner executive ceo head deputy assistant senior former acting ex-president pollster
    retired rival lawmaker member king queen prince princess pope bishop rev. reverend pastor
    sheriff detective inspector constable superintendent investigator prosecutor counsel solicitor
    barrister scientist researcher historian physicist biologist coach player star singer actor
    actress comedian director-general treasurer auditor delegate juror retiree voter resident
    billionaire businessman businesswoman developer mogul farmer teacher nurse student
    independent special envoy national security communications press campaign majority minority
    whip leader premier sens. reps. gov.-elect president-elect sir dame lord mr. mrs. ms. miss mr
    mrs ms hon. baroness baron archbishop cardinal rabbi imam sheikh ayatollah supreme marshal
    first lady undersecretary principal dean father mother
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
ORGANISATION = words(
    """
    department council committee office ministry university agency party court times post news
    house bank company inc inc. corp corp. co. ltd group association union institute center centre
    foundation commission police army press journal bureau service services administration
    government campaign network team board authority senate congress parliament assembly
    federation alliance coalition society organization organisation league fund trust college
    school hospital church club caucus kremlin pentagon navy force forces guard corps
    tribune herald guardian reuters bloomberg associated magazine daily weekly review street
    embassy consulate forum movement project programme program ministry cabinet firm chamber
    partnership partners industries international media radio television tv channel airlines
    airways systems technologies holdings opec nato un eu cia fbi nsc doj dnc rnc gop cnn nbc abc
    cbs msnbc bbc npr ap afp pbs twitter facebook google pac super taliban isis hamas hezbollah
    workers united paper newspaper
    outlet broadcaster watchdog charity regulator states kingdom nations
    """
)
DOCUMENT = words(
    """
    report statement document documents poll polls survey surveys study studies memo letter
    letters email emails e-mail e-mails filing filings affidavit lawsuit complaint indictment
    article articles book books data figures records record research analysis transcript post
    tweet tweets message messages website page ad ads video advertisement release note notes
    email editorial ruling order opinion brief bill law act text texts  speech interview
    headline headlines caption sign signs column story stories results numbers review census
    investigation findings evidence reports accounts rumors
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
PARTICLES = words("de da del della der den di dos du la le van von bin ibn al el bint ter y")
