"""The examples in the docstrings of the splitter are true."""

import doctest
import pkgutil
from importlib import import_module

import pytest

import claims.splitting

MODULES = [
    name for _, name, _ in pkgutil.walk_packages(claims.splitting.__path__, "claims.splitting.")
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0


def test_there_are_examples_to_run() -> None:
    modules = [import_module(name) for name in MODULES]
    assert sum(doctest.testmod(module).attempted for module in modules) >= 5
