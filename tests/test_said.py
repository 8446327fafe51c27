"""Whatever people read in Discord is said through the catalogue: read from the syntax trees."""

import ast
import re
from pathlib import Path

import pytest

from tests.test_layers import imported

ROOT = Path(__file__).parents[1]


def _modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


OPERATORS = {
    *(f"bot/{name}.py" for name in ("__main__", "doctor", "logs", "metrics", "misspelt", "parts")),
    *(f"bot/{name}.py" for name in ("run", "settings")),
    "bot/rehearsal/",
    "claims/version.py",
}
"""What the bot's operator reads on a terminal, in English, and what a rehearsal's people say."""

COMMAND_LINE = {
    "claims/__main__.py",
    "claims/cli/",
    *(f"claims/ledger/history/{name}.py" for name in ("audit", "confirmations", "effects")),
    *(f"claims/ledger/keeping/{name}.py" for name in ("checks", "exporting")),
    *(
        f"claims/ledger/keeping/{name}.py"
        for name in ("importing", "restoring", "sheet", "transfer")
    ),
    *(f"claims/reading/{name}.py" for name in ("files", "parallel", "sheets")),
}
"""What the command line alone uses, whose people read English: the bot imports none of it, but
`reading.files` for the articles that are shipped with it, and `checks` for its backups, of which
operators read in the log."""

DATA = {
    "claims/digests/zone_names.py",  # cities and clocks, as typed
    "claims/folding.py",  # letters, and whose they are
    "claims/ledger/history/seals.py",  # columns, and what they are for `claims audit`
    *(f"claims/matching/{name}.py" for name in ("bounds", "month_or_modal", "swapped_roles")),
    "claims/matching/words.py",  # English that texts are compared by, as the three above
    *(f"claims/reading/{name}.py" for name in ("head", "markup")),  # what pages are written in
    "claims/rules/relays.py",  # hosts
    "claims/splitting/",  # the English that is read; of its own it says one thing, see below
}
"""Tables of words that nobody is shown."""

NOT_SHOWN = OPERATORS | COMMAND_LINE | DATA
PATHS = {str(path.relative_to(ROOT)): path for part in ("bot", "claims") for path in _modules(part)}
FILES = {
    name: ast.parse(path.read_text(encoding="utf-8"))
    for name, path in PATHS.items()
    if name == "claims/splitting/__init__.py"
    or not any(name == part or (part[-1] == "/" and name.startswith(part)) for part in NOT_SHOWN)
}
"""The files whose texts people see in Discord."""

SAID: dict[str, int | None] = {"say": 1, "phrase": 1, "Phrase": 1, "say_count": 2}
SAID |= dict.fromkeys(("ClaimsError", "LedgerError", "RefusedError", "StaleError"))
"""What takes a text, and how many; None is as many as there are."""

SQL = re.compile(
    r"\b(SELECT|FROM|WHERE|JOIN|UNION|LIMIT|ORDER BY|GROUP BY|UPDATE|INSERT|DELETE|TRIGGER|BEGIN"
    r"|PRAGMA|BETWEEN|EXISTS|IS|IN|AND|AS)\b|\b[a-z]+\.[a-z_]+\b|[ (]\+?:[a-z]|= [?:{\d]|json_each"
    r"|\} : |\(\?P<|^[a-z_.]+(, [a-z_.]+)+$"
)
"""Statements, conditions, lists of columns, patterns: what is no text for people in the ledger."""

COMMAND = re.compile(r"/[a-z]+( [a-z]+)?")
"""A command's name alone, which is the same in every language."""

AT_SYNC = {"describe", "Group", "context_menu", "command"}
"""What Discord is told at a sync, which `CommandTranslator` translates."""

FAULTS = {"ValueError"}
"""What is raised where a caller is wrong, for programmers: people are told a number instead."""

SHOWN = {"label", "text", "title", "description", "placeholder", "content"}
"""Arguments whose every letter is shown, were it one word."""

TWO_WORDS = re.compile(r"[^\W\d_]{2,}\W*\s\W*[^\W\d_]{2,}")
A_LETTER = re.compile(r"[^\W\d_]")


def unsaid(tree: ast.AST) -> list[str]:
    """Return the texts for people that do not go through `say`, `say_count` or `phrase`."""
    found: list[str] = []
    _look(tree, found)
    return [text for text in found if not COMMAND.fullmatch(text)]


def _look(node: ast.AST, found: list[str]) -> None:
    match node:
        case ast.Expr(value=ast.Constant(value=str())):  # a docstring
            return
        case ast.Assert():
            _look(node.test, found)
            return
        case ast.arg():  # its annotation, which may be a string
            return
        case ast.AnnAssign():
            if node.value is not None:
                _look(node.value, found)
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
            if name in AT_SYNC | FAULTS or ast.unparse(node.func).startswith("log."):
                return
            taken = node.args[: SAID.get(name, 0)]
            for argument in (*node.args[len(taken) :], *node.keywords):
                _look(argument, found)
            for argument in taken:
                if not isinstance(argument, ast.Constant):
                    _look(argument, found)
            _look(node.func, found)
            return
    for name, field in ast.iter_fields(node):
        if name != "returns":  # an annotation too
            for child in field if isinstance(field, list) else [field]:
                if isinstance(child, ast.AST):
                    _look(child, found)


def test_there_is_code_to_judge():
    some = {"bot/errors.py", "bot/answers/forms.py", "bot/jobs/notices.py", "bot/worker/worker.py"}
    some |= {"claims/errors.py", "claims/rules/workflow.py", "claims/reading/formats.py"}
    some |= {"claims/ledger/store/files.py", "claims/splitting/__init__.py"}
    assert some <= set(FILES)


def test_what_is_not_judged_is_there():
    there = [part for part in NOT_SHOWN if any(name.startswith(part) for name in PATHS)]
    assert sorted(there) == sorted(NOT_SHOWN)


def test_the_bot_uses_nothing_that_speaks_to_the_command_line():
    speaking = {part.removesuffix(".py").rstrip("/").replace("/", ".") for part in COMMAND_LINE}
    used = {
        (name, module)
        for name, tree in FILES.items()
        for module in imported(tree)
        if any(module == each or module.startswith(f"{each}.") for each in speaking)
    }
    assert {(name, module) for name, module in used if module in speaking} == {
        ("claims/reading/seeds.py", "claims.reading.files"),
        ("claims/ledger/keeping/backups.py", "claims.ledger.keeping.checks"),
    }


def test_what_is_sql_is_told_from_words():
    for words in ("There is no ledger at {path}.", "{who} changed this claim {when}: {what}."):
        assert not SQL.search(words)
    for statement in ("claim.number {} :number", "SELECT 1", "name, type", "x.at < :to"):
        assert SQL.search(statement)


@pytest.mark.parametrize("name", FILES)
def test_every_text_is_said(name):
    found = unsaid(FILES[name])
    if name.startswith("claims/ledger/"):
        found = [text for text in found if not SQL.search(text)]
    assert found == []


FINDS = [
    'send("Two words")',
    'send(f"{count} claims found")',
    'x = "One sentence. " + say("Another one.")',
    'say("Rated by {who}", who=f"the {role} moderator")',
    'say(f"{count} more claims")',
    'say_count("one claim", "many claims", n, by="the two moderators")',
    'WORDS = {"a": "two words"}',
    'raise RefusedError(f"Not so {speed}.")',
    'raise RefusedError("Not so {speed}.", speed="very fast")',
    'raise OtherError("Not so fast.")',
    'Phrase("Rated by {who}", who="the second moderator")',
    'def f(x: "int | None" = "two words"): pass',
    'x: str = "two words"',
    'send("/claim list shows them")',
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
    'raise RefusedError("Not so fast.")',
    'raise ValueError("no such weekday")',
    'raise StaleError("{who} was first.", who=Who(7))',
    'Phrase("Rated by {who}", who=Who(7))',
    'def f(x: "int | None") -> "str | None": pass',
    'WHERE = {Where.CLAIMS: "/claim list"}',
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
