"""Whatever people read in Discord is said through the catalogue: read from the syntax trees."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PLACES = ("answers", "commands", "jobs", "messages")
FILES = {
    str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "bot").rglob("*.py"))
    if path.parent.name in PLACES
    or path.name in {"errors.py", "interaction.py", "pace.py", "permissions.py"}
}
"""The files whose texts people see in Discord."""

SAID = {"say": 1, "phrase": 1, "say_count": 2}
"""What takes a text, and how many."""

AT_SYNC = {"describe", "Group", "context_menu", "command"}
"""What Discord is told at a sync, which `CommandTranslator` translates."""

SHOWN = {"label", "text", "title", "description", "placeholder", "content"}
"""Arguments whose every letter is shown, were it one word."""

TWO_WORDS = re.compile(r"[^\W\d_]{2,}\W*\s\W*[^\W\d_]{2,}")
A_LETTER = re.compile(r"[^\W\d_]")


def unsaid(tree: ast.AST) -> list[str]:
    """Return the texts for people that do not go through `say`, `say_count` or `phrase`."""
    found: list[str] = []
    _look(tree, found)
    return found


def _look(node: ast.AST, found: list[str]) -> None:
    match node:
        case ast.Expr(value=ast.Constant(value=str())):  # a docstring
            return
        case ast.Assert():
            _look(node.test, found)
            return
        case ast.Constant(value=str() as text):
            if TWO_WORDS.search(text):
                found.append(text)
            return
        case ast.JoinedStr():
            parts = [str(p.value) if isinstance(p, ast.Constant) else "{}" for p in node.values]
            if TWO_WORDS.search("".join(parts)):
                found.append("".join(parts))
            for part in node.values:
                if isinstance(part, ast.FormattedValue):
                    _look(part.value, found)
            return
        case ast.keyword(arg=str() as name, value=ast.Constant(value=str() as text)):
            if name in SHOWN and A_LETTER.search(text):
                found.append(text)
                return
        case ast.Call():
            name = ast.unparse(node.func).rpartition(".")[2]
            if name in AT_SYNC or ast.unparse(node.func).startswith("log."):
                return
            for argument in (*node.args[SAID.get(name, 0) :], *node.keywords):
                _look(argument, found)
            for argument in node.args[: SAID.get(name, 0)]:
                if not isinstance(argument, ast.Constant):
                    _look(argument, found)
            _look(node.func, found)
            return
    for child in ast.iter_child_nodes(node):
        _look(child, found)


def test_there_is_code_to_judge():
    assert {"bot/errors.py", "bot/answers/forms.py", "bot/jobs/notices.py"} <= set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_every_text_is_said(name):
    assert unsaid(FILES[name]) == []


FINDS = [
    'send("Two words")',
    'send(f"{count} claims found")',
    'x = "One sentence. " + say("Another one.")',
    'say("Rated by {who}", who=f"the {role} moderator")',
    'say(f"{count} more claims")',
    'say_count("one claim", "many claims", n, by="the two moderators")',
    'WORDS = {"a": "two words"}',
    'raise RefusedError("Not so fast.")',
    'Button(label="Open")',
    'class F(Form, title="Rate"): pass',
    'def f():\n    return "no docstring"',
]
LEAVES_ALONE = [
    '"""A docstring of words."""',
    'X = 1\n"""What X is about."""',
    'say("Two words")',
    'say("Rated by {who}", who="Lund")',
    'say_count("{count} claim here", "{count} claims here", n)',
    'WORDS = {"a": phrase("two words")}',
    'log.info("two words of %s", x)',
    'assert x, "two words of explanation"',
    '@app_commands.describe(number="The claim\'s number")\ndef f(): pass',
    'app_commands.Group(name="claim", description="Look claims up.")',
    'Button(label=say("Open"), custom_id="claim:show:1:0")',
    'Label(text="→")',
    'x = f"<t:{moment}:R> · **{name}**"',
]


@pytest.mark.parametrize("code", FINDS)
def test_the_rule_finds(code):
    assert unsaid(ast.parse(code))


@pytest.mark.parametrize("code", LEAVES_ALONE)
def test_the_rule_leaves_alone(code):
    assert not unsaid(ast.parse(code))
