"""Measures performance, alternating each measurement with its baseline in the same run.

`python -m tests.benchmarks` or `make bench`; exit status 1 if a bound is not met.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from tests.benchmarks import big_list, diagnosing
from tests.desktop import Desktop

STARTS = 100  # of each program, since times on a shared machine vary
FRAME = 1000 / 60  # ms
AS_INSTALLED = {"PYTHONDONTWRITEBYTECODE": ""}  # caches bytecode, as when installed


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: the measurement, its baseline, and the target ratio."""

    what: str
    unit: str
    baseline: str
    measured: float
    compared: float
    bound: float

    @property
    def ratio(self) -> float:
        """The ratio to the baseline."""
        return self.measured / self.compared


def first_paint(desktop: Desktop) -> Iterator[Figure]:
    """Yield the time from process start to first paint, and the memory at that time."""
    times: dict[str, list[float]] = {"bare": [], "program": []}
    memory: dict[str, list[float]] = {"bare": [], "program": []}
    for turn in range(STARTS + 1):
        for which in ("bare", "program"):
            started = time.perf_counter()
            script = str(Path(__file__).with_name("first_paint.py"))
            with desktop.popen(sys.executable, script, which, **AS_INSTALLED) as process:
                assert process.stdout
                resident = float(process.stdout.readline())
                taken = (time.perf_counter() - started) * 1000
            if turn:  # the first start of each only fills the caches
                times[which].append(taken)
                memory[which].append(resident)
    form = "bare form of six fields"
    for what, unit, got, bound in (
        ("start to first paint", "ms", times, 1.9),
        ("memory then", "MB", memory, 1.35),
    ):
        yield Figure(what, unit, form, median(got["program"]), median(got["bare"]), bound)


def keystrokes(desktop: Desktop) -> Iterator[Figure]:
    """Yield the time from a key event to the repainted snippet."""
    script = str(Path(__file__).with_name("keystroke.py"))
    with desktop.popen(sys.executable, script, **AS_INSTALLED) as process:
        output, _ = process.communicate()
    bare, program = ([float(each) for each in line.split()] for line in output.splitlines())
    worst = quantiles(program, n=100)[98]
    line_edit = "line edit, HMAC, setPlainText"
    yield Figure("keystroke, median", "ms", line_edit, median(program), median(bare), 2.5)
    yield Figure("keystroke, 99th percentile", "ms", "one frame at 60 Hz", worst, FRAME, 0.5)


def keystrokes_in_search(desktop: Desktop) -> Iterator[Figure]:
    """Yield the time of keystrokes in Build during a search in Diagnose."""
    script = str(Path(__file__).with_name("keystroke_in_search.py"))
    with desktop.popen(sys.executable, script, **AS_INSTALLED) as process:
        output, _ = process.communicate()
    alone, during = ([float(each) for each in line.split()] for line in output.splitlines())
    slowest = quantiles(during, n=100)[98]
    without = "the same without one"
    yield Figure("keystroke in a search, median", "ms", without, median(during), median(alone), 2.5)
    yield Figure("keystroke in a search, 99th", "ms", "one frame at 60 Hz", slowest, FRAME, 1.2)


def diagnoses() -> Iterator[Figure]:
    """Yield the time of the search for mistakes, and of reading a page of 1.5 MB."""
    found, bare = diagnosing.searching()
    yield Figure("search through three slips", "ms", "as many bare HMACs", found, bare, 1.5)
    read, parsed = diagnosing.reading()
    yield Figure("reading a page of 1.5 MB", "ms", "parsing it alone", read, parsed, 1.3)


def lists() -> Iterator[Figure]:
    """Yield the time and memory of checking a list of a million rows."""
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "list.csv"
        big_list.write(path)
        alone = big_list.bare(path)
        script = str(Path(big_list.__file__))
        output = subprocess.check_output([sys.executable, script, path], text=True)
        seconds, memory = map(float, output.split())
    bare = "as many bare HMACs and csv.reader"
    yield Figure("a list of a million rows", "s", bare, seconds, alone, 2.5)
    yield Figure("memory then", "MB", "what is allowed", memory, 500, 1)


def main() -> int:
    """Print the table; return 1 if a target is missed."""
    # In memory, as XDG_RUNTIME_DIR is on a real desktop, where the program writes its lock.
    memory = tempfile.TemporaryDirectory(dir="/dev/shm")
    with memory as directory, Desktop(Path(directory)) as desktop:
        figures = [*first_paint(desktop), *keystrokes(desktop)]
        figures += [*keystrokes_in_search(desktop), *diagnoses(), *lists()]
    print(f"{'what':30} {'measured':>11}   {'baseline':42} {'ratio':>6} {'at most':>8}")
    for each in figures:
        measured = f"{each.measured:.2f} {each.unit}"
        baseline = f"{each.compared:.2f} {each.unit} ({each.baseline})"
        print(f"{each.what:30} {measured:>11}   {baseline:42} {each.ratio:6.2f} {each.bound:8.2f}")
    return int(any(each.ratio > each.bound for each in figures))


if __name__ == "__main__":
    sys.exit(main())
