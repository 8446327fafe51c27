"""
The words that attribute, as data: reporting verbs with the complements each takes, and the rest.

Letters of a verb's complements:
  c  a clause, with or without "that"        said (that) it was late
  n  a noun phrase that is itself reported   announced a plan
  p  an addressee, then one of the others    told reporters (that) …
  o  an object and what is said of it        accused him of …, urged them to …
  i  an infinitive                           vowed to fight
  g  a participle                            denied taking it
  w  a question or a topic                   explained how …, asked whether …
  q  only beside a quotation                 "…," he smiled
"""

from typing import NamedTuple

from claims.splitting.verbs import participle, pasts, third_person


class Cue(NamedTuple):
    """One inflected form of a reporting verb."""

    lemma: str
    takes: str
    form: str  # "finite", "participle" (-ing), "base", or "past" (finite, or a past participle)


VERBS = {
    "c": """
        say think believe feel know
        """,
    "cn": """
        acknowledge add admit affirm allege announce argue assert boast claim concede conclude
        confess confirm contend declare disclose emphasize emphasise estimate imply indicate
        insist lament maintain mention note observe point predict proclaim profess quip reason
        reckon recount reiterate remark repeat report reveal speculate state stipulate stress
        suggest testify theorize underline underscore write stated tweet post joke hint allow
        blog caution complain counter explain recall recommend respond reply retort
        vent brag surmise opine posit forecast
        """,
    "cpn": "tell warn assure remind inform notify advise promise caution reassure convince",
    "ci": """
        pledge promise swear vow agree threaten
        """,
    "cnw": "ask question wonder inquire",
    "cno": "urge propose demand recommend request order implore beg",
    "o": "accuse call describe urge blame encourage",
    "i": "offer refuse decline volunteer",
    "g": "deny",
    "w": "discuss",
    "n": """
        criticize criticise praise denounce dismiss reject defend blast mock slam condemn ridicule
        attack decry tout deride assail applaud cite blame endorse question address detail
        outline reaffirm dispute rebut
        """,
    "q": """
        continue begin conclude shout yell laugh smile cry exclaim whisper mutter sigh chant go
        read shrug declare snap shoot scoff fume gush open finish interject muse offer beam bark
        """,
}

# A verb and the word after it that make one cue, with what the pair takes.
PHRASAL = {
    ("call", "for"): "n",
    ("call", "on"): "o",
    ("call", "upon"): "o",
    ("point", "out"): "cn",
    ("point", "to"): "n",
    ("refer", "to"): "n",
    ("speak", "about"): "n",
    ("speak", "of"): "n",
    ("talk", "about"): "n",
    ("talk", "of"): "n",
    ("complain", "about"): "n",
    ("complain", "of"): "n",
    ("warn", "of"): "n",
    ("warn", "about"): "n",
    ("warn", "against"): "n",
    ("argue", "for"): "n",
    ("argue", "against"): "n",
    ("hint", "at"): "n",
    ("brag", "about"): "n",
    ("boast", "about"): "n",
    ("boast", "of"): "n",
    ("joke", "about"): "n",
    ("ask", "about"): "n",
    ("ask", "for"): "n",
    ("apologize", "for"): "n",
    ("object", "to"): "n",
    ("rail", "against"): "n",
    ("allude", "to"): "n",
    ("respond", "to"): "",
    ("point", "at"): "",
    ("call", "off"): "",
    ("call", "up"): "",
    ("go", "on"): "q",
    ("lay", "out"): "n",
    ("make", "clear"): "c",
    ("put", "it"): "q",
}

# Documents and studies do not speak, they show.
EVIDENCE = "show find suggest indicate reveal demonstrate prove"


def _forms(base: str, takes: str) -> dict[str, Cue]:
    return {
        base: Cue(base, takes, "base"),
        third_person(base): Cue(base, takes, "finite"),
        participle(base): Cue(base, takes, "participle"),
        **{form: Cue(base, takes, "past") for form in pasts(base)},
    }


def _table() -> dict[str, Cue]:
    takes: dict[str, str] = {}
    for letters, verbs in VERBS.items():
        for verb in verbs.split():
            takes[verb] = takes.get(verb, "") + letters
    for verb, _ in PHRASAL:
        takes.setdefault(verb, "")
    return {
        form: cue for verb, letters in takes.items() for form, cue in _forms(verb, letters).items()
    }


CUES = _table()
EVIDENCE_CUES = {form: cue for verb in EVIDENCE.split() for form, cue in _forms(verb, "cn").items()}
