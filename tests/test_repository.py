"""What the forge, its helpers and newcomers read is well-formed and says what is true."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[1]
TRACKED = subprocess.check_output(
    ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, text=True
).splitlines()
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WORKFLOWS = [name for name in TRACKED if name.startswith(".github/workflows/")]
FORMS = [name for name in TRACKED if re.match(r"\.github/ISSUE_TEMPLATE/\d", name)]
PAGES = [name for name in TRACKED if name.endswith(".md")]
SCHEMAS = {
    "vendor.github-workflows": WORKFLOWS,
    "vendor.github-issue-forms": FORMS,
    "vendor.github-issue-config": [".github/ISSUE_TEMPLATE/config.yml"],
    "vendor.dependabot": [".github/dependabot.yml"],
}
"""What GitHub reads, by the name that check-jsonschema has for the schema of it."""


def parsed(name: str) -> Any:
    """Return what a YAML file holds, by YAML 1.2 as GitHub reads it; a doubled key is an error."""
    return YAML(typ="safe", pure=True).load((ROOT / name).read_text(encoding="utf-8"))


def jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each job of each workflow, with a name for it."""
    for name in WORKFLOWS:
        for job, steps in parsed(name)["jobs"].items():
            yield f"{name}:{job}", steps


def steps() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each step of each job, with a name for its job."""
    for name, job in jobs():
        for step in job["steps"]:
            yield name, step


def test_every_yaml_file_is_of_a_kind_that_is_judged() -> None:
    found = {name for name in TRACKED if name.endswith((".yml", ".yaml"))}
    judged = {name for names in SCHEMAS.values() for name in names}
    assert found == judged | {".pre-commit-config.yaml"}
    assert all(SCHEMAS.values())


@pytest.mark.parametrize("schema", SCHEMAS)
def test_what_github_reads_is_as_github_reads_it(schema: str) -> None:
    run("check-jsonschema", "--builtin-schema", schema, *SCHEMAS[schema])


def run(program: str, *arguments: str) -> None:
    """Run a program of this environment in the repository; what it says is shown if it fails."""
    done = subprocess.run(
        [Path(sys.executable).with_name(program), *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_all_is_checked_on_every_python_that_the_project_names() -> None:
    (job,) = (job for _, job in jobs() if ".ci/run" in [step.get("run") for step in job["steps"]])
    named = [
        each.rpartition(" ")[2]
        for each in PYPROJECT["project"]["classifiers"]
        if re.search(r":: 3\.\d+$", each)
    ]
    assert job["strategy"]["matrix"]["python"] == named
    assert PYPROJECT["project"]["requires-python"] == f">={named[0]}"
    assert PYPROJECT["tool"]["ruff"]["target-version"] == f"py{named[0].replace('.', '')}"


def test_only_the_newest_python_may_be_missing_and_then_nothing_is_said_to_be_checked() -> None:
    for name, job in jobs():
        pythons = job.get("strategy", {}).get("matrix", {}).get("python", [])
        for step in job["steps"]:
            if "continue-on-error" in step:
                assert step["uses"].startswith("actions/setup-python@"), name
                assert step["continue-on-error"] == f"${{{{ matrix.python == '{pythons[-1]}' }}}}"
                outcome = f"steps.{step['id']}.outcome"
                assert [s["if"] for s in job["steps"] if "if" in s] == [
                    f"{outcome} == 'success'",
                    f"{outcome} != 'success'",
                ]


def test_a_workflow_may_read_the_sources_and_nothing_else() -> None:
    for name in WORKFLOWS:
        assert parsed(name)["permissions"] == {}, name
        assert "secrets." not in (ROOT / name).read_text(encoding="utf-8")
        assert "pull_request_target" not in parsed(name)["on"]
    for name, job in jobs():
        assert job["permissions"] == {"contents": "read"}, name
    for name, step in steps():
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False, name


def test_a_workflow_ends_and_makes_way_for_a_newer_one() -> None:
    for name in WORKFLOWS:
        assert "github.ref" in parsed(name)["concurrency"]["group"]
    for name, job in jobs():
        assert job["timeout-minutes"] <= 60, name


def test_actions_are_pinned_to_a_commit_whose_version_is_told() -> None:
    for name in WORKFLOWS:
        used = re.findall(r"uses: (.*)", (ROOT / name).read_text(encoding="utf-8"))
        assert used
        for each in used:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each), each


def test_what_a_workflow_runs_is_there() -> None:
    scripts = [step["run"] for _, step in steps() if step.get("run", "").startswith(".ci/")]
    for script in scripts:
        assert (ROOT / script).stat().st_mode & 0o111, script
    assert ".ci/run" in scripts


def test_coverage_has_a_floor_that_one_command_and_the_workflow_hold() -> None:
    settings = PYPROJECT["tool"]["coverage"]
    assert 80 <= settings["report"]["fail_under"] < 100
    assert settings["run"]["source_pkgs"] == ["bot", "claims"]
    script = (ROOT / ".ci" / "coverage").read_text(encoding="utf-8")
    assert "coverage report" in script.splitlines()[-1]
    assert "fail-under" not in script
    assert [step for _, step in steps() if step.get("run") == ".ci/coverage"]
    assert "`.ci/coverage`" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_updates_are_looked_for_where_something_is_required() -> None:
    kinds = {"pip": "*.t*", "github-actions": ".github/workflows/*", "docker": "Dockerfile"}
    updates = parsed(".github/dependabot.yml")["updates"]
    assert {update["package-ecosystem"] for update in updates} == kinds.keys()
    for update in updates:
        for folder in update.get("directories") or [update["directory"]]:
            assert list((ROOT / folder.strip("/")).glob(kinds[update["package-ecosystem"]]))
        assert is_subject(f"{update['commit-message']['prefix']}: bump a from 1 to 2")


@pytest.mark.parametrize("name", FORMS)
def test_a_form_can_be_sent_and_its_fields_told_apart(name: str) -> None:
    form = parsed(name)
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    ids = [field["id"] for field in fields]
    assert len(set(ids)) == len(ids)
    assert any(field.get("validations", {}).get("required") for field in fields)
    assert set(form["labels"]) <= {"bug", "enhancement"}, "GitHub drops a label that is not there"


def test_every_program_and_file_that_a_form_names_exists() -> None:
    for name in FORMS:
        text = (ROOT / name).read_text(encoding="utf-8")
        for program in re.findall(r"`([a-z]+)[ `]", text):
            assert program in PYPROJECT["project"]["scripts"], (name, program)
        for page in re.findall(r"\b([A-Z_]+\.md)\b", text):
            assert (ROOT / page).is_file(), (name, page)


def hooks() -> list[dict[str, Any]]:
    """Return what pre-commit runs: hooks of this repository, as nothing may be fetched."""
    (repo,) = parsed(".pre-commit-config.yaml")["repos"]
    assert repo["repo"] == "local"
    return list(repo["hooks"])


def test_the_hooks_are_the_quick_checks_of_ci_by_the_same_tools() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    checks = re.findall(r"^\$uv run (.*)$", script, re.MULTILINE)
    quick = [check for check in checks if "pytest" not in check]
    entries = [hook["entry"] for hook in hooks() if hook["language"] == "system"]
    assert entries == [f".venv/bin/{run}" for run in quick]
    assert len(entries) == 3
    assert all(hook["language"] in {"system", "pygrep"} for hook in hooks())


def test_pre_commit_accepts_its_configuration() -> None:
    run("pre-commit", "validate-config")


def is_subject(message: str) -> bool:
    """Whether the hook takes a commit's message; pygrep reads a file at once by these flags."""
    (hook,) = (hook for hook in hooks() if hook.get("stages") == ["commit-msg"])
    assert hook["args"] == ["--multiline", "--negate"]
    return re.search(hook["entry"], message, re.MULTILINE | re.DOTALL) is not None


@pytest.mark.parametrize(
    "message",
    [
        "digest: say which hours are quiet",
        "digest, notices: say which hours are quiet\n\nWhy it is so, at any length. " + "x" * 90,
        "ci: " + "x" * 68,
        "Merge branch 'main'",
        'Revert "digest: say which hours are quiet"',
        "fixup! digest: say which hours are quiet",
    ],
)
def test_a_subject_is_taken(message: str) -> None:
    assert is_subject(message)


@pytest.mark.parametrize(
    "message",
    [
        "say which hours are quiet",
        "Digest: say which hours are quiet",
        "digest: say which hours are quiet.",
        "digest:say which hours are quiet",
        "digest: ",
        "ci: " + "x" * 69,
        "What happened\n\ndigest: say which hours are quiet",
        "\ndigest: say which hours are quiet",
        "",
    ],
)
def test_a_subject_is_refused(message: str) -> None:
    assert not is_subject(message)


def links(text: str) -> list[str]:
    """Return where links and pictures of a Markdown text lead, those in code left aside."""
    prose = re.sub(r"^```.*?^```|`[^`\n]*`", "", text, flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"\]\(([^)\s]+)\)", prose)


def anchors(text: str) -> set[str]:
    """Return how a Markdown text's headings can be linked to, as GitHub names them."""
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", each.lower()).strip().replace(" ", "-") for each in headings}


@pytest.mark.parametrize("name", PAGES)
def test_every_link_of_a_page_leads_somewhere(name: str) -> None:
    page = ROOT / name
    for link in links(page.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", link):
            assert link.startswith("https://"), link
            continue
        path, _, anchor = link.partition("#")
        target = page.parent / path if path else page
        assert target.exists(), link
        if anchor:
            assert anchor in anchors(target.read_text(encoding="utf-8")), link


def test_links_are_found_in_prose_only() -> None:
    text = "[a](b.md) ![c](d.png) `[e](f)`\n```\n[g](h)\n```\n[i](j#k)"
    assert links(text) == ["b.md", "d.png", "j#k"]
    assert anchors("# Go live\n## What's `new`, now?\n") == {"go-live", "whats-new-now"}


def test_pages_that_newcomers_look_for_are_there_and_say_how_to_reach_us() -> None:
    for name in ("SECURITY.md", "CODE_OF_CONDUCT.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "*Security* → *Report a vulnerability*" in text
        assert "@" not in text, "no address: it would be somebody's"
    assert {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"} <= set(TRACKED)


def test_every_package_of_the_wheel_says_that_it_is_typed() -> None:
    for package in PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]:
        assert f"{package}/py.typed" in TRACKED
        assert (ROOT / package / "py.typed").read_bytes() == b""
