"""Claims as lines, so that a table can state all that a text claims and nothing else."""

from claims.models import Article, Claim
from claims.splitting import split


def claims_of(text: str) -> list[str]:
    """
    Return every claim of `text` in order, one line each: source, content and kind.

    `Ada Brun: rents fell [indirect]`; `mayor (via report): rents fell [indirect]` where the report
    passes on what the mayor found. What nobody is named for is `unnamed`'s, narration is
    `the publisher`'s.
    """
    return [line_of(claim) for claim in split(Article(text=text))]


def line_of(claim: Claim) -> str:
    """Return a claim as one line."""
    via = f" (via {', '.join(source.name for source in claim.via)})" if claim.via else ""
    return f"{claim.source.name}{via}: {claim.text} [{claim.kind}]"
