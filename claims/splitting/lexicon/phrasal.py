"""
Verbs that make a cue only with the words behind them: `speak out against`, `call for`. Data only.

They stand under the names of what the whole takes (see complements.py), with a comma between; those
under none are no cue at all, whatever their verb takes alone.
"""

from claims.splitting.lexicon.complements import complements

_VERBS = {
    "noun_phrase": """
        call for, point to, refer to, speak about, speak of, tell of, tell about, talk about,
        talk of, complain about, complain of, warn of, warn about, warn against, caution against,
        caution about, argue for, advocate for, tweet about, post about, argue against, hint at,
        brag about, boast about, boast of, joke about, ask about, apologize for, object to,
        rail against, allude to, agree with, lash out, speak out, weigh in, elaborate on,
        comment on, testify about, write about, push for, press for, plead for, lay out,
        make no secret of, make no mention of, make the case for, make the case against,
        make a case for, make no apologies for, take issue with, cast doubt on,
        raise concerns about, lash out at, lash out against, speak out against, speak out about,
        speak out for, speak out in favor of, speak in favor of, argue in favor of, weigh in on,
        push back against, push back on, hit back at, fire back at, talk up, talk down, call out,
        gush about, rave about, rant about, fume about, speculate about, reflect on, confess to,
        disagree with, fulminate against
        """,
    "object": "call on, call upon",
    "clause noun_phrase": "point out",
    "clause": "make plain, make clear, make it clear, make it plain",
    "": """
        ask for, respond to, point at, call off, call up, compare to, compare with, thank to,
        thank in part to, thank in large part to
        """,
    "quotation": "go on",
    "clause quotation": "put it",
}
PHRASAL = {
    (verb, words): complements(names)
    for names, verbs in _VERBS.items()
    for verb, _, words in (each.strip().partition(" ") for each in verbs.split(","))
}
LONGEST_PHRASAL = max(len(words.split()) for _, words in PHRASAL)
PHRASAL_VERBS = frozenset(verb for verb, _ in PHRASAL)
PARTICLES = frozenset((verb, words.split()[0]) for verb, words in PHRASAL)  # what may begin one
