"""
Sites whose addresses lead to pages of somebody else: archives, caches, redirects, short links.

The addresses are as each service documents or shows them in November 2026. What is not listed
here is taken for a publisher of its own; that errs towards two origins, and a moderator has to
see it.
"""

import re
from typing import NamedTuple


def _hosts(domains: str) -> re.Pattern[str]:
    """Return what matches these domains and whatever lies under them."""
    return re.compile(rf"(?:.*\.)?(?:{'|'.join(map(re.escape, domains.split()))})")


_GOOGLE = r"google\.(?:com|(?:com?\.)?[a-z]{2})"
_SCHEME = r"(?:https?|ftp)(?::|%(?:25)*3a)"
_TIME = r"(?:\d[\d*]*|\*)(?:[a-z]{2}_)?/+"
"""A day, as far as it is given, and how the page is to be served: `2024`, `*`, `20240101id_`."""

_ARCHIVE_ORG = _hosts("archive.org web.archive.bibalex.org")
_ARCHIVE_TODAY = _hosts(
    "archive.today archive.ph archive.is archive.li archive.md archive.vn archive.fo"
    " archivecaslytosk.onion archiveiya74codqgiixo33q62qlrqtkgmcitqx5u2oeqnmn5bpcbiyd.onion"
)
_REPLAY = _hosts(
    "archive-it.org arquivo.pt webarchive.nationalarchives.gov.uk webarchive.parliament.uk"
    " webarchive.proni.gov.uk webarchive.org.uk webarchive.loc.gov webarchives.loc.gov"
    " swap.stanford.edu vefsafn.is webarchiv.cz webarchiv.onb.ac.at webarchive.nla.gov.au"
    " webarchive.bac-lac.gc.ca veebiarhiiv.digar.ee webharvest.gov langzeitarchivierung.bib-bvb.de"
    " padi.cat webarchive.unesco.org conifer.rhizome.org perma-archives.org"
)
_MEMENTO = _hosts("timetravel.mementoweb.org")
_MEGALODON = _hosts("megalodon.jp")
_READERS = _hosts("12ft.io r.jina.ai txtify.it")
_GOOGLE_CACHE = _hosts("webcache.googleusercontent.com")
_AMP = _hosts("cdn.ampproject.org bing-amp.com")
_BLANK = _hosts("href.li anonym.to")
_SHORT = _hosts(
    # shortened for anybody
    "adf.ly b.link bit.do bit.ly bitly.com bl.ink buff.ly chilp.it clck.ru cutt.ly dlvr.it dub.sh"
    " flip.it goo.gl ift.tt is.gd j.mp lnk.to lnkd.in ow.ly po.st qr.ae rb.gy rebrand.ly s.id"
    " short.io shorturl.at snip.ly soo.gd su.pr surl.li t.co t.ly tiny.cc tinyurl.com tny.im tr.im"
    " trib.al u.to ur1.ca v.gd vk.cc w.wiki wp.me x.co zpr.io"
    # shortened by one publisher, who may link to others
    " amzn.to apple.news bbc.in bloom.bg cnn.it dpaq.de econ.st g.co gu.com nyti.ms politi.co"
    " reut.rs spon.de sz.de ti.me wapo.st"
    # permanent names of what lies elsewhere
    " doi.org dx.doi.org hdl.handle.net n2t.net nbn-resolving.de nbn-resolving.org purl.org"
    " w3id.org"
)
_NO_ADDRESS = _hosts(
    "perma.cc ghostarchive.org webcitation.org freezepage.com archive.wikiwix.com cc.bingj.com"
    " news.google.com translate.goog discordapp.net urldefense.com urldefense.proofpoint.com"
)
_LEAVING = _hosts(
    "l.facebook.com lm.facebook.com l.instagram.com out.reddit.com t.umblr.com slack-redir.net"
    " safelinks.protection.outlook.com exit.sc away.vk.com r.search.yahoo.com"
)

OPAQUE = (
    _ARCHIVE_ORG,
    _ARCHIVE_TODAY,
    _REPLAY,
    _MEMENTO,
    _MEGALODON,
    _READERS,
    _GOOGLE_CACHE,
    _AMP,
    _BLANK,
    _SHORT,
    _NO_ADDRESS,
    _LEAVING,
)
"""Hosts that have nothing of their own: where no address is found inside, none can be told."""


class Inside(NamedTuple):
    """`host` has the page's address in its path and query, as the group `page` of `form`."""

    host: re.Pattern[str]
    form: re.Pattern[str]


def _form(text: str) -> re.Pattern[str]:
    return re.compile(rf"{text}(?P<page>.+)", re.IGNORECASE)


INSIDE = (
    Inside(_ARCHIVE_ORG, _form(rf"/+(?:web/+(?:{_TIME})?|save/+|{_TIME}|(?={_SCHEME}))")),
    Inside(
        _ARCHIVE_TODAY,
        _form(
            r"/+(?:(?:newest|oldest|\d{4}|\d{6}|\d{8}|\d{12}|\d{14}"
            rf"|\d{{4}}\.\d\d\.\d\d(?:-\d+)?)/+|(?={_SCHEME}))"
        ),
    ),
    Inside(
        _REPLAY,
        _form(rf"/+(?:[\w+~-]+/+)*?(?:(?:{_TIME})(?={_SCHEME}|[^/?]+\.[^/?])|(?={_SCHEME}))"),
    ),
    Inside(_MEMENTO, _form(r"/+(?:memento|list|timegate)/+(?:\d+/+)?")),
    Inside(_MEGALODON, _form(r"/+(?:ref/+)?\d{4}-\d{4}-\d{4}-\d\d/+")),
    Inside(_READERS, _form(rf"/+(?={_SCHEME})")),
    Inside(
        _GOOGLE_CACHE,
        re.compile(
            r"/search\?q=cache(?::|%3a)(?:[\w-]{12}(?::|%3a))?(?P<page>[^+&%\s]+"
            r"(?:%3a%2f%2f[^+&%\s]+)?)",
            re.IGNORECASE,
        ),
    ),
    Inside(_AMP, _form(r"/+[a-z]{1,3}/+(?:s/+)?(?=[^/?]+\.)")),
    Inside(re.compile(rf"(?:www\.)?{_GOOGLE}"), _form(r"/+amp/+(?:s/+)?")),
    Inside(_BLANK, _form(r"/*\?")),
)

HYPHENATED = re.compile(r"(?P<page>[^.]+)\.(?:translate\.goog|cdn\.ampproject\.org|bing-amp\.com)")
"""Hosts that name another host in their first label: a dot as one hyphen, a hyphen as two."""


class Query(NamedTuple):
    """Pages of `host` at `path` lead to the address that the query has under one of `names`."""

    host: re.Pattern[str]
    path: re.Pattern[str]
    names: frozenset[str]


def _query(host: re.Pattern[str], path: str, names: str) -> Query:
    return Query(host, re.compile(path), frozenset(names.split()))


QUERIES = (
    _query(re.compile(rf"(?:www\.)?{_GOOGLE}"), r"/url", "q url"),
    _query(re.compile(rf"translate\.{_GOOGLE}"), r".*", "u"),
    _query(_hosts("facebook.com"), r"/l\.php", "u"),
    _query(_hosts("youtube.com"), r"/redirect", "q"),
    _query(_hosts("steamcommunity.com"), r"/linkfilter/?", "url u"),
    _query(_hosts("linkedin.com"), r"/(?:redir/redirect|safety/go)/?", "url"),
    _query(_hosts("duckduckgo.com"), r"/l/?", "uddg"),
    _query(_hosts("vk.com"), r"/away\.php", "to"),
    _query(_hosts("webcitation.org"), r"/query(?:\.php)?", "url"),
    _query(_hosts("archive.wikiwix.com"), r"/cache/.*", "url"),
    _query(_hosts("bing.com"), r"/ck/a", "url"),
    _query(_LEAVING, r".*", "u url z to"),
)

RELAYS = (
    *OPAQUE,
    *(inside.host for inside in INSIDE),
    *(query.host for query in QUERIES),
)
"""All hosts that can lead elsewhere."""

REPLAYED = re.compile(rf".*?/\d{{14}}(?:[a-z]{{2}}_)?/+{_SCHEME}", re.IGNORECASE)
"""How archives write the address of a copy. On a site that is not listed, it cannot be told."""

ALSO = {
    "fb.com": "facebook.com",
    "fb.watch": "facebook.com",
    "redd.it": "reddit.com",
    "telegram.me": "t.me",
    "twitter.com": "x.com",
    "youtu.be": "youtube.com",
}
"""Second domains at which one platform shows the very same pages."""
