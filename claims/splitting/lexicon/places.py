"""Names of places that speak for governments or tell where something is: data."""

from claims.splitting.lexicon.words import words

# Single words; names of several words are known by theirs ("South", "Kingdom", "Republic").
PLACES = words(
    """
    afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain
    bangladesh belarus belgium bolivia bosnia botswana brazil britain bulgaria cambodia cameroon
    canada chad chile china colombia congo croatia cuba cyprus denmark ecuador egypt england
    eritrea estonia ethiopia finland france gabon gaza georgia germany ghana greece greenland
    guatemala guinea haiti honduras hungary iceland india indonesia iran iraq ireland israel italy
    jamaica japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon liberia
    libya lithuania luxembourg madagascar malawi malaysia mali malta mexico moldova mongolia
    montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway
    oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia
    rwanda scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden
    switzerland syria taiwan tajikistan tanzania thailand tunisia turkey turkmenistan uganda
    ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe
    alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho
    illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota
    mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas
    utah vermont wisconsin wyoming ontario quebec alberta
    washington london moscow kyiv kiev beijing paris berlin brussels rome madrid warsaw vienna
    athens ankara istanbul tehran baghdad damascus jerusalem cairo delhi tokyo seoul pyongyang
    canberra sydney melbourne toronto ottawa chicago boston houston dallas miami atlanta detroit
    philadelphia seattle denver geneva johannesburg nairobi riyadh doha dubai kabul islamabad
    brooklyn manhattan hollywood europe asia africa america antarctica atlantic pacific earth
    rico carolina dakota jersey hampshire york zealand korea salvador lanka leone kong angeles
    francisco diego vegas orleans columbia scotia brunswick saskatchewan manitoba yukon nunavut
    labrador newfoundland calgary edmonton vancouver winnipeg montreal saskatoon
    manchester liverpool birmingham glasgow edinburgh cardiff belfast dublin leeds bristol
    northumberland kent cornwall yorkshire essex
    d.c. dc uk u.k. us u.s. usa u.s.a. eu e.u. uae
    """
)
PLACE_WORDS = words(
    "islands island river lake bay mountains valley county province republic kingdom states arabia"
)

# What belongs to a place, as a word: "the Ukrainian president" is "Ukraine's President …".
DEMONYMS = {
    demonym: place
    for place, *demonyms in (
        row.split()
        for row in """
        us american u.s. america states
        uk british u.k. britain
        france french
        germany german
        italy italian
        spain spanish
        poland polish
        ukraine ukrainian
        russia russian
        china chinese
        japan japanese
        israel israeli
        iran iranian
        iraq iraqi
        syria syrian
        turkey turkish
        egypt egyptian
        india indian
        pakistan pakistani
        canada canadian
        mexico mexican
        brazil brazilian
        argentina argentine
        australia australian
        scotland scottish
        wales welsh
        ireland irish
        england english
        hungary hungarian
        greece greek
        netherlands dutch
        belgium belgian
        sweden swedish
        norway norwegian
        denmark danish
        finland finnish
        austria austrian
        switzerland swiss
        nigeria nigerian
        kenya kenyan
        venezuela venezuelan
        colombia colombian
        philippines philippine
        europe european eu
        """.strip().splitlines()
    )
    for demonym in (place, *demonyms)
}
