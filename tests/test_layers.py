"""Rules about the code itself, read from its syntax trees."""

import ast
import io
import re
import tokenize
from pathlib import Path

import pytest

from bot.commands import ALL

ROOT = Path(__file__).parents[1]
FILES = {
    str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8"))
    for package in ("bot", "claims")
    for path in sorted((ROOT / package).rglob("*.py"))
}
LEDGER = "claims/ledger/"
PURE = {
    *(f"claims/{name}.py" for name in ("models", "visible", "folding", "digests/compose")),
    *(f"claims/digests/{name}.py" for name in ("records", "stats")),
    *(name for name in FILES if name.startswith(("claims/records/", "claims/rules/"))),
}
"""What decides, or is decided on: values in, values out."""

FLOORS = (
    {"wording", "visible", "folding", "version"},
    {"errors", "models"},
    {"records"},
    {"splitting"},
    {"reading"},
    {"matching", "digests"},
    {"rules"},
    {"ledger"},
    {"cli"},
    {"__main__"},
)
"""The packages and modules of `claims`, from the ground up: each stands on lower ones only, and
those of a floor do not know each other."""

MENTION = re.compile(r"<[@#]|<t:|</\w[\w ]*:\d")
"""How Discord is told of people, roles, channels, times and commands, also cut off by a value."""

COMMAND = re.compile(rf"(?<![\w./:>-])/(?:{'|'.join(command.name for command in ALL)})(?![\w/.-])")
"""A command as one types it; no part of an address or a path."""

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


def modules() -> dict[str, str]:
    """Return every module's name with its file's."""
    return {name[:-3].replace("/", ".").removesuffix(".__init__"): name for name in FILES}


def targets(name: str) -> set[str]:
    """Return which other modules of ours a module imports, for type hints alone included."""
    mine = modules()
    found = imported(FILES[mine[name]])
    within = {each for each in found if each in mine}
    # `from package import module` names both; the package is meant where no module is named.
    packages = {m for m in within if any(o != m and o.startswith(f"{m}.") for o in within)}
    return within - packages - {name}


def circles(arrows: dict[str, set[str]]) -> list[list[str]]:
    """Return what imports itself by way of others: what is left when all leaves are taken off."""
    left = dict(arrows)
    while leaves := [name for name, to in left.items() if not to & left.keys()]:
        for name in leaves:
            del left[name]
    return [sorted(left)] if left else []


def floor(name: str) -> int:
    """Return the number of the floor on which a module of `claims` stands."""
    part = name.split(".")[1]
    return next(number for number, parts in enumerate(FLOORS) if part in parts)


def test_no_module_imports_itself_by_way_of_others():
    assert circles({name: targets(name) for name in modules()}) == []


def test_circles_are_found():
    assert circles({"a": {"b"}, "b": {"a"}, "c": {"a"}, "d": set()}) == [["a", "b", "c"]]
    assert circles({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def test_each_package_of_claims_stands_on_lower_floors_only():
    upwards = [
        (name, to)
        for name in modules()
        if name.startswith("claims.")
        for to in targets(name)
        if to.startswith("claims.")
        and name.split(".")[1] != to.split(".")[1]
        and floor(to) >= floor(name)
    ]
    assert upwards == []


def test_claims_knows_nothing_of_discord_or_the_bot():
    knowing = {
        name: tops(tree) & {"bot", "discord", "apscheduler", "simcord"}
        for name, tree in FILES.items()
        if name.startswith("claims/")
    }
    assert not {name: known for name, known in knowing.items() if known}


def discordant(source: str) -> list[str]:
    """Return strings and comments that hold what only Discord shows as something, or a command."""
    texts = [
        node.value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    lines = io.StringIO(source).readline
    texts += [t.string for t in tokenize.generate_tokens(lines) if t.type == tokenize.COMMENT]
    return [text for text in texts if MENTION.search(text) or COMMAND.search(text)]


def test_claims_writes_nothing_as_discord_shows_it_and_names_none_of_its_commands():
    found = {
        name: discordant((ROOT / name).read_text(encoding="utf-8"))
        for name in FILES
        if name.startswith("claims/")
    }
    assert not {name: texts for name, texts in found.items() if texts}


def test_messages_know_nothing_of_who_sends_them_nor_of_the_ledger():
    others = ("answers", "client", "commands", "gathering", "interaction", "jobs", "rehearsal")
    unknown = (*(f"bot.{other}" for other in others), "claims.ledger")
    for name, tree in FILES.items():
        if name.startswith("bot/messages/"):
            assert not [n for n in imported(tree) if n.startswith(unknown)], name
            assert "asyncio" not in tops(tree), name


def test_jobs_know_nothing_of_what_people_ask_for():
    for name, tree in FILES.items():
        if name.startswith("bot/jobs/"):
            assert not [n for n in imported(tree) if n.startswith(("bot.answers", "bot.commands"))]


def test_sql_stands_in_the_ledger_only():
    for name, tree in FILES.items():
        if not name.startswith(LEDGER):
            assert not tops(tree) & {"sqlite3", "aiosqlite"}, name
            assert statements(tree) == [], name


def test_values_of_sql_have_their_place_or_a_name_and_no_number() -> None:
    """With numbers Python 3.12.0 to 3.12.3 warn, of an error to come (CPython issue 117995)."""
    for name, tree in FILES.items():
        if name.startswith(LEDGER):
            assert not [text for text in texts(tree) if re.search(r"\?\d", text)], name


def texts(tree: ast.AST) -> list[str]:
    """Return the strings of a file, those between places for values included."""
    constants = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return [value for value in constants if isinstance(value, str)]


def test_the_simulated_discord_is_loaded_for_a_rehearsal_only():
    for name, tree in FILES.items():
        if name != PROGRAM and not name.startswith(REHEARSAL):
            assert not simulated(tree), name
    for node in FILES[PROGRAM].body:  # there only within the function that starts a rehearsal
        if isinstance(node, ast.Import | ast.ImportFrom):
            assert not simulated(node)


def test_every_error_is_caught_by_name_but_at_the_borders():
    broad = {name: broad_handlers(tree) for name, tree in FILES.items() if name not in BORDERS}
    assert not {name: found for name, found in broad.items() if found}


def test_decisions_are_made_of_values_alone():
    mine = {name[:-3].replace("/", ".") for name in FILES}
    allowed = {"claims.errors", "claims.wording", "claims.wording.phrases"}
    allowed |= {pure[:-3].replace("/", ".") for pure in PURE}
    for name in sorted(PURE):
        tree = FILES[name]
        assert {n for n in imported(tree) if n in mine} <= allowed, name
        assert not tops(tree) & {"asyncio", "pathlib", "os", "socket", "logging"}, name
        calls = {ast.unparse(n.func) for n in ast.walk(tree) if isinstance(n, ast.Call)}
        assert not calls & {"datetime.now", "date.today", "time.time", "open", "print"}, name


def test_no_file_is_a_drawer_for_whatever_is_left():
    drawers = {"utils", "util", "helpers", "common", "misc"}
    assert not [name for name in FILES if Path(name).stem in drawers]


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


@pytest.mark.parametrize(
    "code",
    [
        'x = "<@7>"',
        'x = f"<@{user_id}>"',
        'x = "<@&" + role + ">"',
        'x = f"<t:{seconds}:R>"',
        'x = re.compile(r"<t:(\\d+):R>")',
        'x = "</claim list:12>"',
        'raise RefusedError("Ask for it anew: /claim list.")',
        'x = f"{name}: /stats"',
        'def f():\n    """As /review take does."""',
        "x = 1  # by then they found /help",
    ],
)
def test_what_only_discord_shows_is_found(code):
    assert discordant(code)


@pytest.mark.parametrize(
    "code",
    [
        'x = "https://a.example/claim/7"',
        'x = "claims/review.py, or a claim/source"',
        'x = "</table>"',
        'x = "`claims list` has them."',
        'x = "{where} shows which there are."',
        "x = a < t  # and a/help",
    ],
)
def test_what_everybody_may_read_is_left_alone(code):
    assert not discordant(code)
