"""Classes of words go by their names: no module but the one that names them spells one out."""

import ast
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
NAMING = "claims.splitting.syntax.word_classes"
TAGS = {"tags", "tag"}
"""What a unit's classes, and one of them, are called."""
MATCHING = {"match", "fullmatch", "search", "finditer", "findall"}


class Module:
    """A module's code, with what its names stand for."""

    def __init__(self, code: str) -> None:
        self.tree = ast.parse(code)

    @cached_property
    def values(self) -> dict[str, ast.expr]:
        """What is assigned to the module's names."""
        found: dict[str, ast.expr] = {}
        for node in self.tree.body:
            match node:
                case ast.Assign(targets=[ast.Name(name)], value=value):
                    found[name] = value
                case ast.AnnAssign(target=ast.Name(name), value=ast.expr() as value):
                    found[name] = value
        return found

    @cached_property
    def imports(self) -> dict[str, str]:
        """The modules that names are imported from."""
        return {
            alias.asname or alias.name: node.module or ""
            for node in self.tree.body
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }


MODULES = {
    str(path.relative_to(ROOT).with_suffix("")).replace("/", "."): Module(
        path.read_text(encoding="utf-8")
    )
    for path in sorted((ROOT / "claims/splitting").rglob("*.py"))
}


class Finder:
    """Finds where a module tells classes by what is written in place of their names."""

    def __init__(self, module: Module, others: Mapping[str, Module] = MODULES) -> None:
        self.module = module
        self.others = others

    def found(self) -> list[str]:
        """Return the lines and the code of all such places."""
        functions = [n for n in ast.walk(self.module.tree) if isinstance(n, ast.FunctionDef)]
        places = {
            node.lineno: ast.unparse(node)
            for function in functions
            for node in self._spelled(function)
        }
        return [f"{line}: {code}" for line, code in sorted(places.items())]

    def _spelled(self, function: ast.FunctionDef) -> Iterator[ast.expr]:
        called = TAGS | _called(function)
        for node in ast.walk(function):
            match node:
                case ast.Compare(left=left, comparators=[right]):
                    if self._tells(left, right, called) or self._tells(right, left, called):
                        yield node
                case ast.Call(func=ast.Attribute(ast.Name(name), method), args=[first, *_]) if (
                    method in MATCHING and _is_tags(first, called)
                ):
                    if not self._is_pattern(name):
                        yield node
                case ast.Call(func=ast.Attribute(text, _), args=args) if _is_tags(text, called):
                    if any(self._literals(arg) for arg in args):
                        yield node

    def _tells(self, one: ast.expr, other: ast.expr, called: set[str]) -> bool:
        return _is_tags(one, called) and self._literals(other)

    def _literals(self, node: ast.expr) -> bool:
        """Whether a value is made of a string that is written there; the empty one is no class."""
        for part in _parts(node):
            if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value:
                return True
            if isinstance(part, ast.Name) and self._meant(part.id, lambda at, v: at._literals(v)):
                return True
        return False

    def _is_pattern(self, name: str) -> bool:
        """Whether a name is one of a pattern that is written in names."""
        return self._meant(name, lambda _, value: ast.unparse(value).startswith("pattern("))

    def _meant(self, name: str, holds: Callable[["Finder", ast.expr], bool]) -> bool:
        """Whether something holds of the value of a name, be it imported."""
        if name in self.module.values:
            return holds(self, self.module.values[name])
        home = self.module.imports.get(name, "")
        if home == NAMING or home not in self.others:
            return False
        return Finder(self.others[home], self.others)._meant(name, holds)


def _parts(node: ast.expr) -> Iterator[ast.AST]:
    """Yield what a value is made of; what is looked up by an index is not part of it."""
    yield node
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr) and not isinstance(node, ast.Subscript | ast.Compare):
            yield from _parts(child)


def _is_tags(node: ast.expr, called: set[str]) -> bool:
    """Whether a value is a unit's classes, or some of them."""
    match node:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name in called
        case ast.Subscript(value=value):
            return _is_tags(value, called)
        case ast.NamedExpr(value=value):
            return _is_tags(value, called)
        case ast.Call(func=ast.Name("guess")):
            return True
    return False


def _called(function: ast.FunctionDef) -> set[str]:
    """Return the names that a function gives to classes."""
    found: set[str] = set()
    for node in ast.walk(function):
        match node:
            case (
                ast.Assign(targets=[ast.Name(name)], value=value)
                | ast.NamedExpr(target=ast.Name(name), value=value)
            ) if _is_tags(value, TAGS | found):
                found.add(name)
            case (
                ast.For(target=ast.Name(name), iter=value)
                | ast.comprehension(target=ast.Name(name), iter=value)
            ) if _is_tags(value, TAGS | found):
                found.add(name)
    return found


def test_classes_are_told_by_their_names() -> None:
    found = {
        name: places
        for name, module in MODULES.items()
        if name != NAMING and (places := Finder(module).found())
    }
    assert not found


FINDS = (
    'tags[at] == "N"',
    'unit.tags[at - 1] != "N"',
    'tags[at : at + 2] in {"TX", "TV"}',
    'tags[at : at + 1] in set("NU")',
    '"XI" in tags',
    'tags[at] in SOME',
    'tags[at] in MORE',
    'tags.rfind("XI", at)',
    "LIST.match(tags, at)",
    "LIST.search(unit.tags)",
    '(tag := unit.tags[at]) and tag == "N"',
    '[letter for letter in tags if letter in "NU"]',
    "tags.find(PAIR)",
    'guess(lows[at]) == "NV"',
)  # fmt: skip

LEAVES_ALONE = (
    "tags[at] == NOUN",
    'tags[at : at + 1] in {"", NOUN}',
    "tags[at] in SET",
    "WRITTEN.match(tags, at)",
    "tags.rfind(NOUN, at)",
    'lows[at] == "to" and tags[at] == TO',
    'LIST.match(words["tags"])',
    "(lows[at] == 'to') == (tags[at] == TO)",
)

TOP = """
import re
from claims.splitting.syntax.word_classes import NOUN, TO, pattern
SOME = frozenset("NU")
MORE = {NOUN} | SOME
PAIR = NOUN + "U"
SET = frozenset({NOUN, TO})
LIST = re.compile("NU")
WRITTEN = pattern("NOUN TO")
def f(unit, tags, lows, words, at):
    return """


@pytest.mark.parametrize("code", FINDS)
def test_what_is_spelled_out_is_found(code: str) -> None:
    assert Finder(Module(TOP + code)).found()


@pytest.mark.parametrize("code", LEAVES_ALONE)
def test_what_has_its_name_is_left_alone(code: str) -> None:
    assert not Finder(Module(TOP + code)).found()


def test_what_is_imported_is_looked_up_where_it_stands() -> None:
    others = {"there": Module(TOP + "at")}
    code = "from there import LIST, WRITTEN\ndef f(tags): return {}.match(tags)"
    assert Finder(Module(code.format("LIST")), others).found()
    assert not Finder(Module(code.format("WRITTEN")), others).found()
