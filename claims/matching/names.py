"""What names of sources tell: titles and roles before a person's, and whose name it is. Pure."""

from claims.models import Source, SourceType
from claims.splitting.lexicon.titles import DOCUMENT, HONORIFICS, NAMES_TOO, PARTICLES, ROLES
from claims.splitting.sources.organisations import is_organisation


def named(source: Source) -> Source:
    """
    Return the source by name alone, with what stands before it as role where it had none.

    "NSC spokesperson Ida Lund" becomes "Ida Lund". Whatever is not clearly a person's name
    behind a title is returned as it is.
    """
    if source.type is not SourceType.PERSON:
        return source
    parts = source.name.split()
    cut = max((i for i, part in enumerate(parts) if _is_title(part)), default=-1) + 1
    before, name = parts[:cut], parts[cut:]
    if not before or not name or not all(_is_part(word) for word in name):
        return source
    if len(name) == 1 and before[-1].lower() in NAMES_TOO:
        return source
    role = source.role or " ".join(before)
    return source.model_copy(update={"name": " ".join(name), "role": role})


def parted(typed: str) -> tuple[str, str] | None:
    """
    Return name and role of a person typed as cards show them: "Ida Lund, mayor of Lund".

    None where what stands before the comma is not clearly a person's full name, or what stands
    behind it belongs to the name ("Jr.", "MP").
    """
    name, comma, role = (part.strip() for part in typed.partition(","))
    words = name.split()
    if not comma or not role or not 2 <= len(words) <= LONGEST or is_organisation(tuple(words)):
        return None
    if not all(_is_part(word) for word in words) or role.rstrip(".").lower() in BELONGS:
        return None
    return name, role


LONGEST = 6
"""Words of a full name: "María de los Ángeles Ruiz Prado"."""

BELONGS = frozenset(
    [
        "jr",
        "sr",
        "ii",
        "iii",
        "iv",
        "md",
        "phd",
        "mp",
        "mep",
        "qc",
        "kc",
        "esq",
        "obe",
        "mbe",
        "cbe",
        "dds",
    ]
)
"""What stands behind a comma and is part of the name."""


def type_of(name: str, usual: SourceType) -> SourceType:
    """
    Return of which type a source with this name is, so far as its words tell.

    One in lower case is a description of somebody whom nobody names, as in articles. A lone word
    may be a person's or a firm's: it is of the `usual` type where that is one of the two.
    """
    words = tuple(name.split())
    if words[-1].lower() in DOCUMENT:
        return SourceType.DOCUMENT
    if name.islower():
        return SourceType.UNNAMED
    if is_organisation(words):
        return SourceType.ORGANISATION
    lone = len(words) == 1 and usual is SourceType.ORGANISATION
    return usual if lone else SourceType.PERSON


def _is_title(word: str) -> bool:
    return word.lower().rstrip(",") in ROLES | HONORIFICS


def _is_part(word: str) -> bool:
    return word[0].isupper() or word in PARTICLES
