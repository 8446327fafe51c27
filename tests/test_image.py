"""What an image is built from: the files that get into it, the versions, and its health check."""

import http.server
import io
import os
import re
import shutil
import subprocess
import tarfile
import threading
import time
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
DOCKERFILE = (ROOT / "deploy" / "Dockerfile").read_text(encoding="utf-8")
LINES = DOCKERFILE.replace("\\\n", " ").splitlines()
PINS = {name: ROOT / "deploy" / f"{name}.txt" for name in ("requirements", "build-requirements")}
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SHIPPED = ("bot", "claims", "seeds")
SECRET = b"planted where it must not be taken from"
PLANTED = (
    ".env", ".env.live", "claims.db", "claims.db-wal", "claims.db-shm", "claims.db.lock",
    "claims.db.erasures", "backups/claims.db", ".git/config", ".venv/bin/python", "uv.lock",
    "tests/test_it.py", ".ci/run", "deploy/claimbot.env", "bot/.env", "bot/claims.db",
    "claims/ledger/old.db.lock", "claims/__pycache__/records.pyc", "seeds/claims.db-wal",
    "notes.txt", "key.pem",
)  # fmt: skip


def copied() -> list[str]:
    """Return what the Dockerfile takes from outside, in the order of its lines."""
    copies = [line.split()[1:-1] for line in LINES if line.startswith("COPY")]
    return [path for each in copies for path in each if not each[0].startswith("--from=")]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a copy of the checkout, with what an image must not have planted in it."""
    folder = tmp_path / "checkout"
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.check_output(listed, cwd=ROOT, text=True).split():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    for name in PLANTED:
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(SECRET)
    return folder


class Builder(http.server.BaseHTTPRequestHandler):
    """As much of a Docker engine as `docker build` needs to send what it would build from."""

    context: bytes

    def log_message(self, *_: object) -> None:
        """Be quiet."""

    def _greet(self) -> None:
        self.send_response(200)
        self.send_header("Api-Version", "1.41")
        self.end_headers()

    do_HEAD = do_GET = _greet  # noqa: N815  # http.server's names

    def do_POST(self) -> None:
        type(self).context = b"".join(self._chunks())
        self.send_response(200)
        self.end_headers()

    def _chunks(self) -> Iterator[bytes]:
        while size := int(self.rfile.readline(), 16):
            yield self.rfile.read(size)
            self.rfile.readline()


@pytest.fixture
def context(checkout: Path, tmp_path: Path) -> dict[str, bytes]:
    """Return the files that the docker program itself sends to an engine, by its own rules."""
    if shutil.which("docker") is None:
        pytest.skip("no docker program here: its rules for .dockerignore were not applied")
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Builder) as engine:
        thread = threading.Thread(target=engine.serve_forever)
        thread.start()
        host = f"tcp://127.0.0.1:{engine.server_port}"
        sent = subprocess.run(
            ["docker", "build", "-f", "deploy/Dockerfile", "."],
            cwd=checkout,
            env={**os.environ, "HOME": str(tmp_path), "DOCKER_HOST": host, "DOCKER_BUILDKIT": "0"},
            capture_output=True,
            text=True,
            check=False,
        )
        engine.shutdown()
        thread.join()
    assert sent.returncode == 0, sent.stderr
    with tarfile.open(fileobj=io.BytesIO(Builder.context)) as tar:
        files = {each.name: tar.extractfile(each) for each in tar.getmembers() if each.isfile()}
        return {name: file.read() for name, file in files.items() if file}


def test_nothing_secret_or_superfluous_reaches_the_engine(context: dict[str, bytes]) -> None:
    assert not [name for name, content in context.items() if SECRET in content]
    # The docker program adds these two by itself; no COPY names them.
    allowed = ("deploy/Dockerfile", ".dockerignore", *copied())
    assert {name for name in context if not name.startswith(allowed)} == set()
    kinds = {Path(name).suffix for name in context if name.startswith(SHIPPED)}
    assert kinds <= {".py", ".sql", ".toml", ".tsv", ".txt", ".typed"}


def test_all_that_the_program_consists_of_reaches_it(context: dict[str, bytes]) -> None:
    listed = subprocess.check_output(["git", "ls-files", *SHIPPED], cwd=ROOT, text=True)
    needed = {name for name in listed.split() if not name.endswith(".md")}
    assert needed - context.keys() == set()
    taken = copied()
    assert [path for path in taken if not any(name.startswith(path) for name in context)] == []


def test_no_layer_takes_more_than_it_names() -> None:
    assert "." not in copied()
    assert not [line for line in LINES if line.startswith("ADD")]
    final = DOCKERFILE[DOCKERFILE.rindex("FROM") :]
    assert re.findall(r"^COPY (.*)", final, re.MULTILINE) == [
        "--from=built /opt/claimbot /opt/claimbot"
    ]


def test_what_only_installs_stays_in_the_stage_that_built_it() -> None:
    assert "venv --without-pip /opt/claimbot " in DOCKERFILE


def test_it_runs_as_an_ordinary_user_with_its_ledger_on_a_volume() -> None:
    final = LINES[max(n for n, line in enumerate(LINES) if line.startswith("FROM")) :]
    for line in ("USER claimbot", "VOLUME /data", "STOPSIGNAL SIGTERM", 'CMD ["claimbot"]'):
        assert line in final
    assert any("CLAIMBOT_LEDGER=/data/" in line for line in final)


def test_the_health_check_is_passed_by_a_fresh_sign_of_life_only(tmp_path: Path) -> None:
    check = next(line for line in LINES if line.startswith("HEALTHCHECK")).split("CMD ", 1)[1]
    alive = tmp_path / "claims.db.alive"

    def healthy() -> bool:
        return (
            subprocess.run(
                ["sh", "-c", check],
                env={"PATH": os.environ["PATH"], "CLAIMBOT_LEDGER": str(tmp_path / "claims.db")},
                check=False,
                capture_output=True,
            ).returncode
            == 0
        )

    assert not healthy()
    alive.touch()
    assert healthy()
    os.utime(alive, times=(time.time() - 100,) * 2)
    assert not healthy()


def pins(name: str) -> dict[str, list[Requirement]]:
    """Return what a file of pins holds, each with its hashes checked to be there."""
    entries = PINS[name].read_text(encoding="utf-8").replace("\\\n", "").splitlines()
    found: dict[str, list[Requirement]] = {}
    for entry in entries:
        if entry.startswith("#"):
            continue
        wanted, *hashes = re.split(r"\s+--hash=", entry)
        assert hashes, entry
        assert all(re.fullmatch("sha256:[0-9a-f]{64}", each) for each in hashes), entry
        requirement = Requirement(wanted)
        assert [each.operator for each in requirement.specifier] == ["=="], entry
        found.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return found


@pytest.fixture(params=["x86_64", "aarch64"])
def machine(request: pytest.FixtureRequest) -> dict[str, str]:
    """Return what markers see in the image on such a machine."""
    python = re.search(r"^ARG PYTHON=python:(\d+\.\d+)", DOCKERFILE, re.MULTILINE)
    assert python
    return {
        "platform_machine": request.param,
        "sys_platform": "linux",
        "platform_system": "Linux",
        "os_name": "posix",
        "python_version": python[1],
        "python_full_version": f"{python[1]}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "extra": "",
    }


def versions(name: str, machine: dict[str, str]) -> dict[str, str]:
    """Return the one version of each distribution that such a machine gets."""
    return {
        distribution: next(iter(requirement.specifier)).version
        for distribution, requirements in pins(name).items()
        for requirement in requirements
        if requirement.marker is None or requirement.marker.evaluate(machine)
    }


def unmet(wanted: list[Requirement], pinned: dict[str, str], machine: dict[str, str]) -> list[str]:
    """Return what applies on the machine and is not pinned within its bounds."""
    return [
        str(each)
        for each in wanted
        if (each.marker is None or each.marker.evaluate(machine))
        and not each.specifier.contains(pinned.get(canonicalize_name(each.name), "0"))
    ]


@pytest.mark.parametrize("name", PINS)
def test_all_that_is_required_is_pinned_within_its_bounds(
    name: str, machine: dict[str, str]
) -> None:
    project = PYPROJECT["project"]
    wanted = {
        "requirements": project["dependencies"] + project["optional-dependencies"]["metrics"],
        "build-requirements": PYPROJECT["build-system"]["requires"],
    }[name]
    pinned = versions(name, machine)
    assert unmet([Requirement(each) for each in wanted], pinned, machine) == []


def test_what_is_pinned_needs_nothing_that_is_not(machine: dict[str, str]) -> None:
    """As far as these versions are installed here, whose metadata say what they need."""
    pinned = versions("requirements", machine)
    looked_at = 0
    for name, version in pinned.items():
        try:
            here = metadata.distribution(name)
        except metadata.PackageNotFoundError:  # only for another Python than this one
            continue
        if here.version == version:
            looked_at += 1
            wanted = [Requirement(each) for each in here.requires or ()]
            assert unmet(wanted, pinned, machine) == [], name
    assert looked_at > 0


@pytest.mark.parametrize("name", PINS)
def test_the_pins_name_no_index(name: str) -> None:
    text = PINS[name].read_text(encoding="utf-8")
    assert not re.search(r"://|index|find-links|@", text)


def test_the_build_group_is_what_the_build_needs() -> None:
    assert PYPROJECT["dependency-groups"]["build"] == PYPROJECT["build-system"]["requires"]
