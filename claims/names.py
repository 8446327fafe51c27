"""Names of persons without the titles and roles that stand before them. Pure."""

from claims.models import Source, SourceType
from claims.splitting.lexicon.titles import HONORIFICS, NAMES_TOO, PARTICLES, ROLES


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


def _is_title(word: str) -> bool:
    return word.lower().rstrip(",") in ROLES | HONORIFICS


def _is_part(word: str) -> bool:
    return word[0].isupper() or word in PARTICLES
