"""docs/splitting.md says all of what splitting gives, and nothing else."""

import re
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.table import Table

from claims.cli.article_tables import explanation, json_line
from claims.cli.trace_tables import trace_table
from claims.models import Article, Claim
from claims.splitting import split_fully
from claims.splitting.attribution.rules import RULES
from claims.splitting.left_out import Reason
from claims.splitting.trace import trace

DOCS = (Path(__file__).parents[3] / "docs" / "splitting.md").read_text(encoding="utf-8")


def rows(head: str) -> list[list[str]]:
    """The cells of the table whose first column has this head."""
    lines = DOCS.partition(f"| {head} |")[2].partition("\n\n")[0].splitlines()[2:]
    return [line.strip("| ").split(" | ") for line in lines]


def first_cells(head: str) -> list[str]:
    return [re.sub("`", "", cells[0]) for cells in rows(head)]


def test_it_names_each_field_of_a_claim() -> None:
    assert sorted(first_cells("Field of a claim")) == sorted(Claim.model_fields)


def test_it_names_each_reason_for_leaving_out() -> None:
    assert first_cells("Reason") == [str(reason) for reason in Reason]


def test_it_has_the_rules_as_they_are_tried() -> None:
    assert rows("Rule") == [
        [f"`{rule.name}`", rule.finds, rule.example.replace("\n\n", " ¶ ")] for rule in RULES
    ]


ARTICLE = Article(id="dam.txt", text=re.findall(r"^\$ printf '(.+?)'", DOCS, re.MULTILINE)[0])


def printed(table: Table) -> str:
    output = StringIO()
    Console(file=output, width=80).print(table)
    return "\n".join(line.rstrip() for line in output.getvalue().splitlines())


def test_the_claims_that_it_shows_are_those_printed() -> None:
    found = split_fully(ARTICLE)
    assert json_line(ARTICLE, found) in DOCS.splitlines()
    assert printed(explanation(ARTICLE, found)) in DOCS


def test_the_trace_that_it_shows_is_the_one_printed() -> None:
    [place] = re.findall(r"--trace '(.+?)'", DOCS)
    assert printed(trace_table(ARTICLE, trace(ARTICLE, place))) in DOCS
