"""The system's clock is put forward or back by years."""

import time
from pathlib import Path

from tests.desktop import Desktop
from tests.program import Program

FAKE = {
    "LD_PRELOAD": "/usr/$LIB/faketime/libfaketime.so.1",  # the loader fills in the architecture
    "FAKETIME_DONT_FAKE_MONOTONIC": "1",  # as no jump does
    "FAKETIME_CACHE_DURATION": "1",  # seconds after which a jump is noticed
}
NOTICED = 1.5  # seconds after a jump


def test_a_jump_clears_no_clipboard_early_and_none_too_late(tmp_path: Path) -> None:
    clock = tmp_path / "clock"
    clock.write_text("+0")
    fake = FAKE | {"FAKETIME_TIMESTAMP_FILE": str(clock)}
    with Desktop(tmp_path) as desktop, Program(desktop, "--demo", **fake) as program:
        program.press("Copy authkey")
        program.wait_to_hear("Copied: ")
        copied = program.read("Authkey")
        for jump in ("+10y", "-10y"):
            clock.write_text(jump)
            time.sleep(NOTICED)
            program.fill({"Email": f"zoe{jump}@example.org"})
            program.wait_until(lambda: program.read("Authkey") != copied)
            assert desktop.clipboard() == copied
        assert (program.quit(), program.output) == (0, "")
        assert desktop.clipboard() == ""
