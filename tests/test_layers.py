"""Rules about the code itself, read from its syntax trees."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = {
    str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8"))
    for package in ("bot", "claims")
    for path in sorted((ROOT / package).rglob("*.py"))
}
EVERY_FILE = pytest.mark.parametrize("name", FILES)

LEDGER = "claims/ledger/"
PURE = {
    f"claims/{name}.py"
    for name in (
        "digest",
        "digest_records",
        "evidence",
        "identity",
        "merging",
        "models",
        "objections",
        "origins",
        "rating",
        "records",
        "relays",
        "terms",
        "viewing",
        "visible",
        "workflow",
    )
}
"""What decides, or is decided on: values in, values out."""

REHEARSAL = "bot/rehearsal/"
PROGRAM = "bot/__main__.py"
BORDERS = {
    "claims/__main__.py",
    "bot/__main__.py",
    "bot/client.py",
    "bot/errors.py",
    "bot/worker/child.py",
}
"""Where a person is told of any error at all: the two programs, the bot's command tree, and the
worker, which has to hand every error over to it."""


def imported(tree: ast.AST) -> set[str]:
    """Names of the modules that a file imports, anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            assert node.module
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def tops(tree: ast.AST) -> set[str]:
    """Names of the packages that a file imports from."""
    return {name.split(".")[0] for name in imported(tree)}


def simulated(tree: ast.AST) -> set[str]:
    """What a file imports of the simulated Discord."""
    return {
        n for n in imported(tree) if n.split(".")[0] == "simcord" or n.startswith("bot.rehearsal")
    }


def broad_handlers(tree: ast.AST) -> list[ast.ExceptHandler]:
    """Handlers that catch everything and do not raise it again."""
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and _is_broad(node.type)
        and not (isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None)
    ]


def _is_broad(caught: ast.expr | None) -> bool:
    if caught is None:
        return True
    kinds = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return any(ast.unparse(kind) in {"Exception", "BaseException"} for kind in kinds)


def statements(tree: ast.AST) -> list[str]:
    """Strings in the code that begin as an SQL statement does, and calls that run one."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            first, _, rest = node.value.strip().partition(" ")
            second = rest.split(" ")[0]
            openings = {"INSERT": ("INTO", "OR"), "DELETE": ("FROM",), "CREATE": ("TABLE", "INDEX")}
            if first in {"SELECT", "UPDATE", "PRAGMA"} or second in openings.get(first, ()):
                found.append(node.value)
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in {"execute", "executemany", "executescript"}
        ):
            found.append(ast.unparse(node))
    return found


def test_there_is_code_to_judge():
    some = {"bot/__init__.py", "claims/rules/workflow.py", "claims/ledger/store/connection.py"}
    assert some <= set(FILES)


@EVERY_FILE
def test_claims_knows_nothing_of_discord_or_the_bot(name):
    if name.startswith("claims/"):
        assert not tops(FILES[name]) & {"bot", "discord", "apscheduler", "simcord"}


@EVERY_FILE
def test_messages_know_nothing_of_who_sends_them(name):
    if name.startswith("bot/messages/"):
        senders = ("bot.answers", "bot.client", "bot.commands", "bot.jobs", "bot.rehearsal")
        assert not [n for n in imported(FILES[name]) if n.startswith(senders)]
        assert "asyncio" not in tops(FILES[name])


@EVERY_FILE
def test_sql_stands_in_the_ledger_only(name):
    if not name.startswith(LEDGER):
        assert not tops(FILES[name]) & {"sqlite3", "aiosqlite"}
        assert statements(FILES[name]) == []


@EVERY_FILE
def test_the_simulated_discord_is_loaded_for_a_rehearsal_only(name):
    if name != PROGRAM and not name.startswith(REHEARSAL):
        assert not simulated(FILES[name])
    if name == PROGRAM:  # only within the function that starts a rehearsal
        for node in FILES[name].body:
            if isinstance(node, ast.Import | ast.ImportFrom):
                assert not simulated(node)


@EVERY_FILE
def test_every_error_is_caught_by_name_but_at_the_borders(name):
    if name not in BORDERS:
        assert [handler.lineno for handler in broad_handlers(FILES[name])] == []


@pytest.mark.parametrize("name", sorted(PURE))
def test_decisions_are_made_of_values_alone(name):
    allowed = {"claims.errors", "claims.wording"} | {pure[:-3].replace("/", ".") for pure in PURE}
    own = {n for n in imported(FILES[name]) if n in {f[:-3].replace("/", ".") for f in FILES}}
    assert own <= allowed
    assert not tops(FILES[name]) & {"asyncio", "pathlib", "os", "socket", "logging"}
    calls = {ast.unparse(n.func) for n in ast.walk(FILES[name]) if isinstance(n, ast.Call)}
    assert not calls & {"datetime.now", "date.today", "time.time", "open", "print"}


@EVERY_FILE
def test_no_file_is_a_drawer_for_whatever_is_left(name):
    assert Path(name).stem not in {"utils", "util", "helpers", "common", "misc"}


FINDS = {
    "import sqlite3": lambda tree: tops(tree) == {"sqlite3"},
    "def f():\n    from discord import ui": lambda tree: tops(tree) == {"discord"},
    "from simcord.pytest_plugin import env": simulated,
    "def f():\n    from bot import rehearsal": simulated,
    "try: f()\nexcept: pass": broad_handlers,
    "try: f()\nexcept (ValueError, Exception) as e: log(e)": broad_handlers,
    "try: f()\nexcept Exception as e: raise ValueError from e": broad_handlers,
    "x = 'SELECT 1'": statements,
    "x = f'DELETE FROM {table}'": statements,
    "db.execute(x)": statements,
}

LEAVES_ALONE = {
    "try: f()\nexcept BaseException:\n    g()\n    raise": broad_handlers,
    "try: f()\nexcept (ValueError, KeyError): pass": broad_handlers,
    "x = 'Select a claim'": statements,
    "x = 'INSERT coin'": statements,
    "x.run(y)": statements,
}


@pytest.mark.parametrize("code", FINDS)
def test_the_rules_find(code):
    assert FINDS[code](ast.parse(code))


@pytest.mark.parametrize("code", LEAVES_ALONE)
def test_the_rules_leave_alone(code):
    assert not LEAVES_ALONE[code](ast.parse(code))
