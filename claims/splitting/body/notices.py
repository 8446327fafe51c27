"""
What a page puts around an article, as data: one table of patterns, one of closed vocabularies.

A pattern sees one paragraph, cut to `LONGEST` characters, so that its cost has a bound whatever
it is given. All start at the paragraph's start, except where `_TAIL` says otherwise.
"""

import re
from collections.abc import Iterable

from claims.splitting.lexicon.words import DAYS, MONTHS, words

# A correction note or a newsletter box of more than 500 characters begins with what it is.
LONGEST = 500
SHORT = 80  # a row of share buttons or a time stamp takes one line
_TAIL = 120  # a credit in brackets at a caption's end: the longest seen name two photographers

_AGENCY = (
    r"(?:AP(?:\sPhoto)?|AFP|Reuters|REUTERS|Getty(?:\sImages)?|EPA(?:-EFE)?|PA|Xinhua|TASS|Bloomberg|"
    r"Shutterstock|Alamy|iStock|Unsplash|Wikimedia\sCommons)"
)
_PAGE = r"(?:article|story|post|piece|report|page|column|headline|copy|live\sblog)"
_HERE = (
    r"(?:here|below|above|videos?|gallery|slideshow|photos?|podcast|"
    r"full\s(?:story|article|interview|transcript|report|statement))"
)


def _pattern(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in alternatives))


# Said of the whole paragraph in lower case, by how it starts.
STARTS = {
    "markup": _pattern(
        r"(?:<[^<>]*>|[^\w<])++\Z",  # no word outside of tags
        r"[.#@]?[\w -]{1,40}\{\W*\Z",
        r"(?:-webkit-|-moz-)?(?:width|height|color|background|margin|padding|border|font|text|"
        r"display|float|position)[\w-]*\s?:[^;]{1,60};\Z",
    ),
    "navigation": _pattern(
        r"(?:scroll|back|return|go|jump|skip)\s(?:back\s|down\s)?to\s(?:the\s)?"
        r"(?:top|main|content|navigation|comments|home(?:page)?|footer|bottom)\b[^.]{0,30}\Z",
        r"read\s(?:more|also|next)\b(?![^.]{0,40}\b(?:than|of)\b)",
        r"also\sread\b",
        r"(?:show|load|view|learn|see|find\sout|discover)\s(?:more|all|less)(?:\s\w+)?\W*\Z",
        r"(?:related|recommended|trending|most\s(?:read|popular|viewed|shared)|up\snext|"
        r"top\sstories|editors?['’]?s?['’]?\s(?:picks?|choice)|what\sto\sread\snext|"
        r"in\scase\syou\smissed\sit)(?:\s(?:articles?|stories|topics?|content|news|links|coverage|"
        r"posts|reading|videos?|now|for\syou|today))?\W*(?:\Z|[:|–—]\s)",
        r"more\s(?:on|from|in|about|news|stories|coverage)\b[^.,]{0,60}\Z",
        r"(?:advertisement|advertising|sponsored(?:\scontent)?|promoted(?:\scontent)?|ad)\W*\Z",
        r"(?:story|article|post|text)\scontinues\s(?:below|after|under)\b",
        r"(?:continue|keep)\sreading\b[^.]{0,60}\Z",
        r"(?:click|tap)\s(?:here|on|to|below|the)\b",
        r"(?:see|watch|read|listen\sto|view|check\sout|take\sa\slook|hear|download)\b"
        rf"[^.!?“\"]{{0,100}}\b{_HERE}\b[^.!?“\"]{{0,30}}[.:!]?\Z",
        r"for\s(?:more\b(?!\sthan)|the\slatest\b|all\sthe\b)[^.]{0,80}\b(?:visit|see|check\sout|click|"
        r"follow|go\sto|call|contact)\b",
        r"(?:watch|listen|video|gallery|podcast|must[\s-](?:read|watch)|see\salso)\s?[:|]\s",
        r"(?:play|watch|pause|listen)(?:\s(?:video|audio|now|live|to\sthis\s\w+))\W*\Z",
        r"(?:view|post|leave|show|read|add|join)\s(?:a\s|the\s|all\s)?(?:\d+\s)?"
        r"(?:comments?|conversation|discussion)\W*\Z",
        r"(?:\d+\s)?comments?\W*\d*\W*\Z",
        r"(?:this\s(?:web)?site\suses|we\suse|accept\s(?:all\s)?)\s?cookies\b",
        r"we\sare\ssorry,?\s?this\svideo\b",
    ),
    "correction": _pattern(
        r"\W{0,3}(?:corrections?|clarifications?|(?:editor|publisher)['’]?s?['’]?\snote|updated?|"
        r"(?:legal\s)?disclaimer|note\sto\s(?:readers|editors))(?:\sappended)?\s?"
        r"(?:\([^()]{0,60}\)|,?\s[\w.,]{1,12}\s\d{1,2}(?:,\s\d{4})?)?\s?(?:[:–—-]\s|[:.]?\Z)",
        rf"this\s{_PAGE}\s[^.!?]{{0,40}}\b(?:updated|corrected|amended|clarified|edited|revised|"
        r"republished|first\spublished|originally\spublished|appeared)\b",
        rf"an?\s(?:earlier|previous|prior)\sversion\sof\s(?:this|the)\s{_PAGE}\b",
        rf"this\s(?:is\sa\s|{_PAGE}\sis\s)(?:developing|breaking)\b",
        r"(?:originally|first|as)\s(?:published|appeared)\s(?:in|on|at|by)\b",
    ),
    "contact": _pattern(
        r"(?:contacts?|(?:media|press)\s(?:contacts?|office|inquiries|enquiries)|"
        r"for\s(?:media|press|further|more)\s(?:inquiries|enquiries|information|details)|"
        r"e-?mail|tel|phone|twitter|facebook|instagram|web(?:site)?|source)\s?:",
        r"contact\s(?:us|information|the\s(?:author|reporter|newsroom))\b",
        r"(?:e-?mail|write\sto|reach|contact)\s[^.!?]{0,60}(?:\S@\w|\bhere\W*\Z)",
        r"(?:got|have)\sa\s(?:news\s)?(?:tip|story)\b",
        r"(?:\S+@\S+|@\w+|https?://\S+|www\.\S+|h/t\b.{0,60})\Z",
        r"follow\s[^.!?]{1,80}\son\s(?:twitter|x|facebook|instagram|linkedin|threads|bluesky)\b",
        r"follow\s(?:us|me|him|her|them)\b[^.!?]{0,40}(?:@|\son\s|\Z)",
        r"(?:[^!?]{0,60}\?\s)?like\s(?:us\son\b|(?:the|our|this)\s(?:facebook\s)?page\W*\Z)",
    ),
    "section": _pattern(
        r"(?:abstract|full\stext|letters|top\sstories|highlights?|key\spoints|summary|"
        r"in\sbrief|at\sa\sglance|topics?|tags?|analysis|opinion|editorial|exclusive|"
        r"breaking(?:\snews)?|live(?:\supdates)?|transcript|press\srelease|about)\W*\Z",
        r"(?:filed\sunder|tags?|topics?|categor(?:y|ies)|keywords?)\s?:",
    ),
}
# The same, where the capitals matter.
NAMED = {
    "byline": _pattern(
        r"\(?(?:Additional\s|Further\s)?(?:[Rr]eporting|[Ww]riting|[Ee]diting)\s(?:and\s\w+\s)?by\s[A-Z]",
        r"(?:Contributing|Compiled\sby|Edited\sby|Contributors?)\s?:?\s[A-Z]",
    ),
    "credit": _pattern(
        r"(?:Photo|Photograph|Image|Picture|Video|Illustration|Graphic|Chart|Map)s?"
        r"(?:\s(?:credit|courtesy))?(?:\s?[:/|]|\sby(?:\s(?:[A-Z][\w.’'/-]*|for|via|and|de))+\Z)",
        r"(?:Photo|Image|Picture|Video)s?\scourtesy\b|(?:Credits?|Courtesy|Source)\s?(?::|of\s[A-Z])",
        r"(?:FILE(?:\s(?:PHOTO|IMAGE))?|File\sphoto)\b\s?[-–—:.(]",
        r"Pictured(?:\s(?:above|below|left|right))?\s?[:,]",
        rf"(?:[A-Z]\w*\s){{0,3}}(?:via\s)?{_AGENCY}\.?\Z",
        r"(?:[A-Z][\w.’'-]*\s){0,3}[A-Z][\w.’'-]*/(?:[A-Z][\w.’'-]*\s){0,3}[A-Z][\w.’'-]*\Z",
    ),
}
# The names of who helped come first in these; the word behind them is looked for before.
_HELPED = {
    "contributed": _pattern(
        rf"[A-Z][^!?]{{0,150}}\bcontributed\s(?:reporting|research|to\s(?:this|the)\s{_PAGE})\b",
    ),
    "reported": _pattern(
        r"(?:[A-Z][\w.’'-]*\s){2,4}reported\sfrom\s[A-Z](?!.{0,200}\bthat\b)",
    ),
}
# Searched for in the last `_TAIL` characters: captions end with their credit.
_CREDIT_TAIL = _pattern(
    rf"\((?:[^()]{{0,60}}/\s?{_AGENCY}|{_AGENCY}/[^()]{{0,60}}|Getty(?:\sImages)?)\)\W{{0,2}}\Z",
    rf"\b[A-Z][\w’'-]+/{_AGENCY}\.?\Z",
    rf"\(\s(?:[^()]{{0,60}}\s)?{_AGENCY}\s\)\Z",  # with room inside, unlike "the agency (AP)"
    rf"\s/\s(?:[A-Z]\w+\s){{0,3}}{_AGENCY}(?:\s(?:Wire|Archive|Images|Media|Photo))?\Z",
    r"\bvia\s(?:Getty(?:\sImages)?|Shutterstock|AP|Storyful|Wikimedia\sCommons)\.?\Z",
    r"\b(?:Photo|Image|Picture|Photograph|Credit)s?(?:\scredit|\scourtesy)?\s?"
    r"(?::|\sby\s)\s?[A-Z][^.!?:]{1,60}\.?\Z",
)
_RIGHTS = _pattern(
    r"(?<!\w)©",  # not the second half of a wrongly decoded é
    r"\(c\)\s?(?:19|20)\d\d\b",
    r"\bcopyright\s(?:©|\(c\)|(?:19|20)\d\d)",
    r"\ball\srights\sreserved\b",
    r"\bmay\snot\sbe\s(?:published|reproduced|copied),\s(?:broadcast|rewritten|redistributed)\b",
    r"\b(?:material|content|part\sof\sthis)\b[^.]{0,60}\smay\snot\sbe\s(?:published|reproduced|copied)\b",
)
# Looking for plain words first spares nearly every paragraph the slower patterns.
_RIGHTS_SIGNS = ("©", "(c)", "opyright", "ights", "may not be")
_CREDIT_SIGNS = ("/", " via ", "Photo", "Image", "Picture", "Credit", "(Getty", "( ")
# Two signs are needed: an appeal to the reader at the start, and what it is about.
_APPEAL = _pattern(
    r"(?:please\s)?(?:sign\sup|subscribe|register|join|get|receive|want|enter|stay|never\smiss|"
    r"start|support|donate|become|help|download|install|try|enjoy(?:ing)?|like\swhat|"
    r"thank(?:s|\syou)\sfor|be\sthe\sfirst|don['’]t\smiss|by\s(?:signing|clicking|subscribing|continuing)|"
    r"the\smorning|sent|delivered)\b"
)
_OFFER = _pattern(
    r"\bour\s(?:\w+\s)?(?:newsletters?|app|journalism|channel|whatsapp|newsroom|reporting|page|"
    r"terms|privacy)\b",
    r"\byour\s(?:inbox|e-?mail|subscription)\b",
    r"\b(?:sign\sup|subscribe|register)\b[^.]{0,60}\b(?:newsletters?|alerts?|updates?|briefings?|"
    r"free|today|now|to\sour|here)\b",
    r"\b(?:push|e-?mail|breaking\snews)\s(?:alerts?|notifications?)\b",
    r"\b(?:whatsapp|telegram)\schannel\b",
)
# An appeal that somebody makes in the article is speech, not the page talking.
_SPEECH = re.compile(r"[“”\"«»]|\b(?:said|says|told|tells|asked|urged|added|wrote)\b")

_SHARE = words(
    """
    share shares tweet post pin print save copy link email e mail facebook twitter x instagram
    youtube linkedin whatsapp telegram reddit pinterest tiktok threads bluesky messenger flipboard
    on this via to the article story page with friends your us comment comments bookmark gift icon
    close open options button more
    """
)
_PLATFORMS = words(
    """
    share tweet facebook twitter x instagram youtube linkedin whatsapp telegram reddit pinterest
    tiktok threads bluesky email print flipboard
    """
)
_STAMP = (
    MONTHS
    | DAYS
    | words(
        """
        published updated posted modified created last first on at am pm a p m est edt gmt utc bst
        cet et pt pst pdt cdt cst min mins minute minutes read reading time hour hours day days
        week ago today yesterday st nd rd th of date issued
        """
    )
)
_WORD = re.compile(r"[^\W\d_]+")
_BULLETS = "•·▪►●◆ "
_DIGIT = re.compile(r"\d")


def _all_in(found: Iterable[str], vocabulary: frozenset[str]) -> bool:
    return all(word in vocabulary for word in found)


def _line(low: str) -> str | None:
    """What a line made of nothing but a closed vocabulary is: share buttons, a time stamp."""
    found = _WORD.findall(low)
    if found and _all_in(found, _SHARE) and not _PLATFORMS.isdisjoint(found):
        return "share"
    if _DIGIT.search(low) and found and _all_in(found, _STAMP):
        return "stamp"
    return None


def notice(paragraph: str) -> str | None:
    """
    Return what sort of thing `paragraph` is, if the page and not the article says it.

    Judged by itself, without its neighbours: headlines and section labels, which only their
    place gives away, are not found here.
    """
    head = paragraph.lstrip(_BULLETS)[:LONGEST] or paragraph[:LONGEST]
    low = head.lower()
    if len(paragraph) > LONGEST:
        return "correction" if STARTS["correction"].match(low) else None
    if len(head) <= SHORT:
        if not any(mark.isalnum() for mark in head):
            return "ornament"
        if name := _line(low):
            return name
    for name, pattern in STARTS.items():
        if pattern.match(low):
            return None if name in ("navigation", "contact") and _SPEECH.search(head) else name
    if any(word in head and pattern.match(head) for word, pattern in _HELPED.items()):
        return "byline"
    for name, pattern in NAMED.items():
        if pattern.match(head):
            return name
    if any(map(low.__contains__, _RIGHTS_SIGNS)) and _RIGHTS.search(low):
        return "rights"
    tail = head[-_TAIL:]
    if any(map(tail.__contains__, _CREDIT_SIGNS)) and _CREDIT_TAIL.search(tail):
        return "credit"
    if _APPEAL.match(low) and _OFFER.search(low) and not _SPEECH.search(head):
        return "newsletter"
    return None
