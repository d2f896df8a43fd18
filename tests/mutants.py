"""Which line of the core could be wrong without a test that fails? mutmut, on a sample.

`python -m tests.mutants [--seed WORD] [--draws N] [MODULE …]` draws N places in the functions of
the core, from each module its share, changes one at a time, and runs the quick tests that get
there. Each word draws others, the same ones each time: write tests for what one sample showed, and
measure with another. Of modules that are named (`phone`, `reader/*`), only tests of the same folder
run. Prints a table, and each change that no test noticed.

mutmut loads this file as a plugin of pytest, too, in the process that tries a change.
"""

import argparse
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, chain
from math import sqrt
from pathlib import Path
from statistics import NormalDist

import pytest
from hypothesis import HealthCheck, Phase, settings

ROOT = Path(__file__).parents[1]
WORK = ROOT / "build" / "mutants"
CORE = Path("reamaze_gui/core")
SECONDS = 40  # of tests for one change
ENOUGH = 200  # seconds, after which they hang

# Tests that are slow for the little that they would notice: of time, and of very many values.
LEFT_OUT = (
    *(
        "takes_no_longer",
        "no_more_than_a_few_times",
        "about_twice_the_work",
        "a_huge_web",
        "too_strange",
        "ten_thousand",
    ),
    *("nowhere_in_a_report", "nowhere_in_the_report", "begins_like_a_digest", "what_was_tried_is"),
    *("three_slips", "rare_slips_at_once", "the_longest_texts"),
)
SETTINGS = """
[tool.mutmut]
source_paths = ["reamaze_gui"]
only_mutate = {paths}
also_copy = ["resources", "preloaded.txt"]
pytest_add_cli_args = [
  "--confcutdir=tests/core", "--hypothesis-profile=quick", "-p", "tests.mutants",
]
pytest_add_cli_args_test_selection = {tests}
process_isolation = "forkserver"  # no process remembers what another one found out
forkserver_warmup = "import"
preload_modules_file = "preloaded.txt"
timeout_multiplier = 1
timeout_constant = {enough}
use_git_change_detection = false
"""
# Nothing of ours, which may run changed code while it is imported, and no plugin of pytest, which
# wants to import itself.
PRELOADED = (
    *("pytest", "selectolax.lexbor", "ada_url", "phonenumbers", "email_validator"),
    *("tree_sitter_javascript", "PySide6.QtQml"),
)

# How mutmut numbers what became of a change.
FAILED = (1, 3)
SURVIVED = (0, 5, 33)
LEFT = 34

# The same few examples every time, and none is made smaller.
settings.register_profile(
    "quick",
    deadline=None,
    max_examples=10,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[*HealthCheck],
)


def main() -> None:
    """Try the changes, and print what came of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants")
    parser.add_argument("--seed", default="core")
    parser.add_argument("--draws", type=int, default=300)
    parser.add_argument("modules", nargs="*", default=["*"])
    arguments = parser.parse_args()
    _prepare(arguments.modules)
    # With a name that no change has, it makes the changes, looks which test gets where, and stops.
    _mutmut("none", check=False)
    _draw(arguments.seed, arguments.draws)
    _mutmut(check=True)
    _report()


def _prepare(modules: list[str]) -> None:
    shutil.rmtree(WORK, ignore_errors=True)
    for part in ("reamaze_gui", "resources", "tests/core"):
        shutil.copytree(ROOT / part, WORK / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(__file__, WORK / "tests")
    (WORK / "mutants").mkdir()  # Python keeps in mind that a folder of its path is not there
    settings = SETTINGS.format(
        paths=json.dumps([f"{CORE}/{each}.py" for each in modules]),
        tests=json.dumps(
            [*_tests(modules), "-k", " and ".join(f"not {each}" for each in LEFT_OUT)]
        ),
        enough=ENOUGH,
    )
    ours = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (WORK / "pyproject.toml").write_text(ours + settings, encoding="utf-8")
    (WORK / "preloaded.txt").write_text("\n".join(PRELOADED), encoding="utf-8")


def _tests(modules: list[str]) -> Iterator[str]:
    """Yield the files of tests that may notice, without those that try very many pages."""
    folders = {Path("tests/core", each).parent for each in modules if each != "*"}
    found = (path.relative_to(ROOT) for path in (ROOT / "tests/core").rglob("test_*.py"))
    for path in sorted(found):
        is_near = not folders or path.parent in folders
        if is_near and not path.stem.endswith("_fuzz"):
            yield str(path)


def _mutmut(*names: str, check: bool) -> None:
    surroundings = {"PYTHONPATH": str(WORK / "mutants"), "QT_QPA_PLATFORM": "offscreen"}
    surroundings["PYTHONDONTWRITEBYTECODE"] = ""  # or each change compiles all tests anew
    command = [_command(), "run", "--max-children", "2", *names]
    subprocess.run(command, cwd=WORK, env=os.environ | surroundings, check=check)


def _command() -> str:
    return str(Path(sys.executable).with_name("mutmut"))


def _results() -> Iterator[Path]:
    """Yield the file of each module in which mutmut keeps what became of its changes."""
    yield from sorted((WORK / "mutants" / CORE).rglob("*.meta"))


def _draw(seed: str, draws: int) -> None:
    """Leave out all changes but these many, strewn over the modules as long as they are."""
    known = {path: json.loads(path.read_text(encoding="utf-8")) for path in _results()}

    def mixed(name: str) -> bytes:
        return hashlib.sha256(f"{seed} {name}".encode()).digest()

    names = [
        name for each in known.values() for name in sorted(each["exit_code_by_key"], key=mixed)
    ]
    draws = min(draws, len(names))
    drawn = {names[(2 * number + 1) * len(names) // (2 * draws)] for number in range(draws)}
    for path, each in known.items():
        codes = {name: None if name in drawn else LEFT for name in each["exit_code_by_key"]}
        path.write_text(json.dumps(each | {"exit_code_by_key": codes}), encoding="utf-8")


def _report() -> None:
    rows: list[tuple[int, int, int]] = []
    survivors: list[str] = []
    endless = 0
    print(f"{'Module':40}{'changes':>9}{'tried':>9}{'noticed':>9}")
    for path in _results():
        codes = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
        unnoticed = [name for name, code in codes.items() if code in SURVIVED]
        tried = sum(code not in {None, LEFT} for code in codes.values())
        rows.append((len(codes), tried, tried - len(unnoticed)))
        survivors += unnoticed
        endless += sum(code not in {*FAILED, *SURVIVED, LEFT, None} for code in codes.values())
        module = path.with_suffix("").relative_to(WORK / "mutants" / CORE)
        print(f"{module!s:40}{len(codes):9}{tried:9}{tried - len(unnoticed):9}")
    total, tried, noticed = (sum(column) for column in zip(*rows, strict=True))
    print(f"{'':40}{total:9}{tried:9}{noticed:9}")
    low, high = _interval(noticed, tried)
    print(f"Noticed: {noticed / tried:.1%}; of all, likely (95 %) {low:.1%} to {high:.1%}.")
    print(f"{endless} of them because the tests did not end.")
    for name in survivors:
        subprocess.run([_command(), "show", name], cwd=WORK, check=True)


def _interval(hits: int, tries: int) -> tuple[float, float]:
    """Return between which shares the true one lies with 95 %, after Wilson (1927)."""
    z = NormalDist().inv_cdf(0.975)
    centre = (hits + z**2 / 2) / (tries + z**2)
    reach = z / (tries + z**2) * sqrt(hits * (tries - hits) / tries + z**2 / 4)
    return centre - reach, centre + reach


def pytest_load_initial_conftests(args: list[str]) -> None:
    """Run whole files for a change, and those of its own folder where nobody knows which."""
    if (function := _changed()) is None:
        return
    known = [each for each in args if each.startswith("tests/core")]
    files = dict.fromkeys(each.partition("::")[0] for each in known)
    if len(known) < 2:
        files[str(Path("tests/core", *function.split(".")[2:-2]))] = None
    args[:] = [*(each for each in args if each not in known), *files]
    signal.alarm(ENOUGH)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests that get to the changed function: its own first, that get to few others."""
    if (function := _changed()) is None:
        return
    known = json.loads(Path("mutmut-stats.json").read_text(encoding="utf-8"))
    durations = known["duration_by_test"]
    reached = known["tests_by_mangled_function_name"]
    there = set(reached.get(function, ()))
    reach = Counter(chain.from_iterable(reached.values()))
    folder = "/".join(["tests/core", *function.split(".")[2:-2]])
    own = [each for each in items if each.nodeid.startswith(folder) and each.nodeid in durations]
    # What runs only while it is imported is noted at one test, and any may notice.
    kept = [each for each in items if each.nodeid in there] if len(there) > 1 else own
    kept.sort(key=lambda each: (each not in own, reach[each.nodeid]))
    spent = accumulate(durations.get(each.nodeid, 0) for each in kept)
    items[:] = [each for each, seconds in zip(kept, spent, strict=True) if seconds < SECONDS]


def _changed() -> str | None:
    """Return the changed function as mutmut names it, where a change is tried."""
    name, mark, _ = os.environ.get("MUTANT_UNDER_TEST", "").partition("__mutmut_")
    return name if mark else None


if __name__ == "__main__":
    main()
