"""The workflow does what it says, as far as that can be told without running it."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*"))
TEXT = "\n".join(path.read_text() for path in WORKFLOWS)
JOBS: dict[str, Any] = {
    name: job
    for path in WORKFLOWS
    for name, job in yaml.safe_load(path.read_text())["jobs"].items()
}
STEPS: list[dict[str, Any]] = [step for job in JOBS.values() for step in job["steps"]]
COMMANDS = sorted({line for step in STEPS for line in step.get("run", "").splitlines()})
MADE = {"dist/reamaze-gui-linux.tar.gz"}  # by the workflow itself


@pytest.mark.parametrize("job", JOBS)
def test_a_job_knows_where_it_runs_and_when_to_give_up(job: str) -> None:
    assert JOBS[job]["runs-on"]
    assert 0 < JOBS[job]["timeout-minutes"] <= 120
    assert all(("run" in step) is not ("uses" in step) for step in JOBS[job]["steps"])


@pytest.mark.parametrize("action", sorted({step["uses"] for step in STEPS if "uses" in step}))
def test_an_action_is_pinned_to_a_version(action: str) -> None:
    assert re.fullmatch(r"[\w-]+/[\w-]+@v[0-9]+(\.[0-9]+)*", action)


def test_it_has_no_secrets_and_may_only_read() -> None:
    assert "secrets." not in TEXT
    for path in WORKFLOWS:
        assert yaml.safe_load(path.read_text())["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake ([\w-]+)", "\n".join(COMMANDS)))))
def test_make_knows_what_it_is_asked_to_make(target: str) -> None:
    subprocess.run(["make", "--dry-run", target], cwd=ROOT, capture_output=True, check=True)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_files_that_a_command_names_are_there(command: str) -> None:
    named = re.findall(r"(?<![\w./-])[\w.-]+(?:/[\w.-]+)+|\b[\w-]+\.(?:spec|txt)\b", command)
    assert [name for name in named if name not in MADE and not (ROOT / name).exists()] == []


@pytest.mark.parametrize("command", [each for each in COMMANDS if each.startswith("python -m ")])
def test_the_modules_that_a_command_runs_are_installed(command: str) -> None:
    module = command.split()[2]
    subprocess.run([sys.executable, "-c", f"import {module}"], cwd=ROOT, check=True)


@pytest.mark.parametrize("system", ["ubuntu", "windows", "macos"])
def test_every_system_is_built_and_tested_on(system: str) -> None:
    text = str([job["steps"] for job in JOBS.values() if f"{system}-" in str(job)])
    assert "make bundle" in text or "PyInstaller" in text
    assert ".ci/run" in text or "pytest" in text
    assert "upload-artifact" in text


def test_the_oldest_python_is_tested_and_newer_ones_as_well() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text())
    oldest = config["project"]["requires-python"].removeprefix(">=")
    elsewhere = {each["python"] for each in JOBS["elsewhere"]["strategy"]["matrix"]["include"]}
    assert oldest in elsewhere
    assert len(elsewhere) > 1
    assert "debian:12" in JOBS["linux"]["strategy"]["matrix"]["container"]  # which has the oldest
    assert len(JOBS["linux"]["strategy"]["matrix"]["container"]) > 1


@pytest.mark.parametrize("folder", ["/", "/tests/formats"])
def test_newer_versions_of_what_we_depend_on_are_proposed(folder: str) -> None:
    updates = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text())["updates"]
    assert folder in {each["directory"] for each in updates}
    names = {"pip": "pyproject.toml", "npm": "package.json", "github-actions": ".github/workflows"}
    for each in updates:
        assert (ROOT / each["directory"][1:] / names[each["package-ecosystem"]]).exists()
