"""Judge every request, and what this Discord itself says, by Discord's own description."""

from .judge import Judge, Problem
from .schema import Schema, find_openapi

__all__ = ["Judge", "Problem", "Schema", "find_openapi"]
