"""The workflow does what it says, as far as that can be told without running it."""

import re
import subprocess
import sys
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
