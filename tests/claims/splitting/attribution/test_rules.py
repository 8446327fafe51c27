"""The table of rules: every rule finds its own example, and leaves what looks alike alone."""

import pytest

from claims.models import Article
from claims.splitting import split
from claims.splitting.attribution.patterns import RuleName
from claims.splitting.attribution.rules import RULES, Rule


def rules_of(text: str) -> list[str]:
    return [claim.rule for claim in split(Article(text=text))]


def by_name(rule: Rule) -> str:
    return rule.name


@pytest.mark.parametrize("rule", RULES, ids=by_name)
def test_a_rule_finds_its_example(rule: Rule) -> None:
    assert rules_of(rule.example)[-1:] == [rule.name]


@pytest.mark.parametrize("rule", RULES, ids=by_name)
def test_a_rule_leaves_what_looks_alike_alone(rule: Rule) -> None:
    assert rule.name not in rules_of(rule.leaves_alone)


def test_the_table_has_each_name_once() -> None:
    assert sorted(rule.name for rule in RULES) == sorted(RuleName)
