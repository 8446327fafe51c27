"""What was wrong so far, with this Discord's own mistakes kept apart from the bot's."""

from dataclasses import dataclass, field

from tests.e2e.loopback.errors import ApiError, invalid_body

from .schema import Schema


@dataclass(frozen=True)
class Problem:
    """One refused request."""

    method: str
    path: str
    status: int
    code: int
    message: str
    details: tuple[str, ...] = ()

    def __str__(self) -> str:
        text = f"{self.method} {self.path} → {self.status} {self.code} {self.message}"
        return "\n    ".join((text, *self.details))


@dataclass
class Judge:
    """
    Remembers each refusal; a test ends well only when there is none left.

    Without a schema only the rules that the file lacks are applied.
    """

    schema: Schema | None
    problems: list[Problem] = field(default_factory=list)
    gateway_problems: list[str] = field(default_factory=list)
    own_mistakes: list[str] = field(default_factory=list)
    judged: int = 0

    def request(self, method: str, template: str, body: object) -> None:
        """Refuse a body that Discord's description does not allow."""
        self.judged += 1
        if self.schema and (details := self.schema.request(method, template, body)):
            raise invalid_body(details)

    def answer(self, method: str, template: str, status: int, body: object) -> None:
        """Check what this Discord answers, and note where it is itself at fault."""
        if self.schema:
            found = self.schema.answer(method, template, status, body)
            self.own_mistakes += [f"{method} {template} {status}: {each}" for each in found]

    def event(self, like: tuple[str, str], body: object) -> None:
        """Check a part of a gateway event, which has the shape that an HTTP operation answers."""
        self.answer(*like, 200, body)

    def refused(self, method: str, path: str, error: ApiError) -> None:
        """Note a refusal."""
        self.problems.append(
            Problem(method, path, error.status, error.code, error.message, error.details)
        )

    def excuse(self, code: int) -> Problem:
        """Take one refusal with this code off the list, for a test that provoked it."""
        found = next((each for each in self.problems if each.code == code), None)
        assert found, f"no request was refused with {code}; refused were: {self.problems}"
        self.problems.remove(found)
        return found

    def verdict(self) -> str:
        """Say all that is wrong; empty when nothing is."""
        return "\n".join([*map(str, self.problems), *self.gateway_problems, *self.own_mistakes])
