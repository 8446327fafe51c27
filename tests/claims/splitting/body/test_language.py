"""English is read, everything else refused, and the benefit of the doubt is given to the short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.splitting.body.language import LOOKED_AT, is_english

REFUSED = {
    "Spanish": (
        "El puerto de Norvik perdió el año pasado un tercio de su comercio, dijo la alcaldesa el "
        "martes ante el consejo. Dos grúas llevan nueve semanas paradas porque nadie ha pedido "
        "las piezas que faltan, y los barcos van ahora a otra ciudad."
    ),
    "French": (
        "Le port de Norvik a perdu un tiers de son commerce l'an dernier, a déclaré la maire "
        "mardi devant le conseil. Deux grues sont à l'arrêt depuis neuf semaines, car personne "
        "n'a commandé les pièces qui manquent, et les navires vont ailleurs."
    ),
    "German": (
        "Der Hafen von Norvik hat im vergangenen Jahr ein Drittel seines Handels verloren, sagte "
        "die Bürgermeisterin am Dienstag im Rat. Zwei Kräne stehen seit neun Wochen still, weil "
        "niemand die fehlenden Teile bestellt hat."
    ),
    "Portuguese": (
        "O porto de Norvik perdeu um terço do seu comércio no ano passado, disse a prefeita na "
        "terça-feira ao conselho. Dois guindastes estão parados há nove semanas, porque ninguém "
        "encomendou as peças que faltam."
    ),
    "Italian": (
        "Il porto di Norvik ha perso l'anno scorso un terzo del suo commercio, ha detto martedì "
        "la sindaca al consiglio. Due gru sono ferme da nove settimane, perché nessuno ha "
        "ordinato i pezzi che mancano, e le navi vanno altrove."
    ),
    "Dutch": (
        "De haven van Norvik heeft vorig jaar een derde van de handel verloren, zei de "
        "burgemeester dinsdag in de raad. Twee kranen staan al negen weken stil, omdat niemand de "
        "onderdelen heeft besteld, en de schepen varen nu naar een andere stad."
    ),
    "Polish": (
        "Port w Norviku stracił w zeszłym roku jedną trzecią handlu, powiedziała we wtorek "
        "burmistrz na posiedzeniu rady. Dwa dźwigi stoją od dziewięciu tygodni, bo nikt nie "
        "zamówił brakujących części, a statki płyną teraz do innego miasta."
    ),
    "Russian": (
        "Порт Норвика потерял в прошлом году треть своего оборота, сказала во вторник мэр."
    ),
    "Chinese": "市长周二对议会说，诺维克港去年失去了三分之一的贸易。",
    "Arabic": ("قالت رئيسة البلدية يوم الثلاثاء إن ميناء نورفيك فقد ثلث تجارته في العام الماضي."),
    "Swedish": (
        "Hamnen i Norvik förlorade en tredjedel av sin handel förra året, sade borgmästaren på "
        "tisdagen i rådet. Två kranar har stått stilla i nio veckor, eftersom ingen har beställt "
        "de delar som saknas."
    ),
    "Finnish, of whose words none is listed": (
        "Norvikin satama menetti viime vuonna kolmanneksen kaupastaan, pormestari sanoi tiistaina "
        "neuvostolle. Kaksi nosturia on seissyt yhdeksän viikkoa, koska kukaan ei ole tilannut "
        "puuttuvia osia, ja laivat kulkevat nyt muualle."
    ),
    "Greek": "Το λιμάνι του Νόρβικ έχασε πέρυσι το ένα τρίτο του εμπορίου του.",
    "short Spanish": "El puente está cerrado por obras.",
    "short German": "Die Brücke ist nicht mehr sicher und wird gesperrt.",
    "short French": "Le pont est fermé pour la semaine.",
    "mostly Spanish with an English title": (
        "Harbour News. El puerto perdió un tercio de su comercio, dijo la alcaldesa el martes "
        "ante el consejo. Nadie ha pedido las piezas que faltan para las dos grúas, y los barcos "
        "van a otra ciudad."
    ),
}
ACCEPTED = {
    "a paragraph": (
        "The harbour of Norvik lost a third of its trade last year, the mayor told the council on "
        "Tuesday. Two cranes have stood still for nine weeks, because nobody has ordered the "
        "parts, and the ships now go to another town."
    ),
    "names in a row": (
        "Mayor Ida Lund, Captain Ben Tallow, Governor Halvard Ros and Minister Jovan Marek met "
        "Norvik Ferry chairman Sten Orlin on Tuesday, spokeswoman Ana Delgado of Puerto Santo "
        "said in Castel San Pietro."
    ),
    "few small words": (
        "Underdog councillor Ida Lund defeated well-funded harbour candidate Ben Tallow in Norvik "
        "Tuesday, winning nine districts, losing two, local election officials said Wednesday."
    ),
    "headline": "Norvik harbour loses trade",
    "headline of names": "Lund, Tallow, Marek",
    "one word": "Cranes!",
    "nothing": "",
    "figures": "412 640 9",
    "a quotation in Spanish": (
        "“No hay que perder la calma,” she said, and the council of the town agreed that the "
        "harbour had to be rebuilt before the winter came."
    ),
    "a name in another script": (
        "The mayor of Norvik (Норвик) said that she had written to Beijing (北京)."
    ),
    "foreign names": ("The paper Die Zeit and Le Monde des Livres met in Los Alamos with El Pais."),
    "in capitals": (
        "THE MAYOR SAID ON TUESDAY THAT THE HARBOUR WOULD BE CLOSED UNTIL THE END OF MAY AND THAT "
        "THEY HAD NO PARTS."
    ),
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_refuses(text: str) -> None:
    assert not is_english(text)


@pytest.mark.parametrize("text", ACCEPTED.values(), ids=ACCEPTED.keys())
def test_accepts(text: str) -> None:
    assert is_english(text)


@given(st.text())
def test_any_text_is_decided(text: str) -> None:
    assert is_english(text) in (True, False)


@pytest.mark.parametrize("piece", ["a'", "the ", "é", "ж", "\n"])
def test_a_megabyte_is_decided_by_its_beginning(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    assert is_english(text) is is_english(text[:LOOKED_AT])
