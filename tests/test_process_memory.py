"""The secret stays in the memory of its process, whatever becomes of it and whoever looks."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desktop import Desktop
from tests.program import Program

if sys.platform != "linux":
    pytest.skip("what Linux keeps from others", allow_module_level=True)

# Both become an ordinary user: the first holds a secret, the second tries to read it.
LOOKED_AT = """
import ctypes, os, resource, sys  # loaded while it still may read where Python is
from reamaze_gui.process_memory import protect_memory
if os.getuid() == 0:
    os.setuid(65534)
    ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)  # as any program is that was started by its user
if sys.argv[1] == "protected":
    protect_memory()
looked_at = os.getpid()
if os.fork():
    os.wait()
    sys.exit()
ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)
try:
    open(f"/proc/{looked_at}/mem", "rb").close()
    print("open")
except PermissionError:
    print("closed")
"""


@pytest.mark.parametrize(("kind", "found"), [("protected", "closed"), ("bare", "open")])
def test_no_other_program_of_the_user_can_read_the_memory(kind: str, found: str) -> None:
    command = [sys.executable, "-c", LOOKED_AT, kind]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    assert told.stdout.split() == [found]


def test_a_crash_of_the_program_leaves_no_core(desktop: Desktop, tmp_path: Path) -> None:
    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))
    with Program(desktop) as program:
        program.part("Copy snippet")
        limits = Path(f"/proc/{program.process.pid}/limits").read_text()
        program.process.kill()
    [cores] = [line.split() for line in limits.splitlines() if line.startswith("Max core")]
    assert cores[4:6] == ["0", "0"]
    assert list(tmp_path.rglob("core*")) == []
