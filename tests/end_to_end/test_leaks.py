"""After a whole run the secret is nowhere but in the keyring."""

import base64
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tests.desktop import Desktop
from tests.program import TITLE, Program
from tests.screen_reader import Node

SECRET = "unique-and-secret-5d41402abc4b2a76"
CUSTOMER = {"Customer ID": "48151623", "Email": "zoe@example.org"}


def in_disguise(secret: str) -> set[bytes]:
    """Return the secret as it may stand in a file: in UTF-8, UTF-16, hex or base64."""
    utf_8, utf_16 = secret.encode(), secret.encode("utf-16-be")
    hexadecimal = utf_8.hex().encode()
    # What base64 makes of its middle depends on how many bytes stand before it.
    base64s = {base64.b64encode(utf_8[skip:])[:-4] for skip in range(3)}
    return {utf_8, utf_16, utf_16[1:-1], hexadecimal, hexadecimal.upper(), *base64s}


DISGUISES = in_disguise(SECRET)


def holds(content: bytes | str) -> bool:
    raw = content.encode() if isinstance(content, str) else content
    return any(disguise in raw for disguise in DISGUISES)


def in_files(directory: Path) -> Iterator[str]:
    for file in directory.rglob("*"):
        content = b""
        with suppress(FileNotFoundError):  # it has gone meanwhile
            content = file.read_bytes() if file.is_file() else b""
        if holds(file.name) or holds(content):
            yield f"file {file.relative_to(directory)}"


def in_selections(desktop: Desktop) -> Iterator[str]:
    """Look at every selection of the X server, in every format that its owner offers."""
    for selection in ("clipboard", "primary", "secondary"):
        read = ("xclip", "-out", "-selection", selection, "-target")
        for target in output(desktop, *read, "TARGETS").decode().split():
            if holds(output(desktop, *read, target)):
                yield f"{selection} as {target}"


def in_windows(desktop: Desktop) -> Iterator[str]:
    """Look at every property of every window of the X server, and so at its title."""
    for window in output(desktop, "xdotool", "search", "").decode().split():
        for line in output(desktop, "xprop", "-id", window).splitlines():
            if holds(line):
                yield f"window's {line.decode().partition('(')[0]}"


def in_process(program: Program) -> Iterator[str]:
    for name in ("cmdline", "environ", "comm"):
        if holds(Path(f"/proc/{program.process.pid}/{name}").read_bytes()):
            yield f"process's {name}"


def in_accessible(window: Node) -> Iterator[str]:
    for node in window.walk():
        for what in ("name", "description", "text"):
            if holds(getattr(node, what)):
                yield f"{what} of {node.role}"


def places(desktop: Desktop, directory: Path, program: Program) -> set[str]:
    """Return every place on the desktop where the secret can be read."""
    return {
        *in_files(directory),
        *in_selections(desktop),
        *in_windows(desktop),
        *in_process(program),
        *in_accessible(program.window),
    }


def output(desktop: Desktop, *command: str) -> bytes:
    ended = subprocess.run(
        command, env=desktop.environment, capture_output=True, timeout=120, check=False
    )
    return ended.stdout


def test_a_whole_run_leaves_the_secret_nowhere_but_in_the_keyring(tmp_path: Path) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    with Desktop(tmp_path) as desktop, Program(desktop, TMPDIR=str(temporary)) as program:
        program.fill({"Account": "acme", "SSO secret": SECRET} | CUSTOMER)
        program.wait_to_hear("not saved yet")
        assert program.read("Authkey")
        assert places(desktop, tmp_path, program) == set()
        desktop.activate(TITLE)
        copy_by_keys(desktop, program)
        desktop.press("space")  # "Show secret"
        program.wait_to_read("SSO secret", SECRET)
        copy_by_keys(desktop, program)
        desktop.press("space")
        program.wait_until(lambda: program.read("SSO secret") != SECRET)
        assert places(desktop, tmp_path, program) == set()
        program.press("Save secret")
        program.wait_to_hear("Saved in GNOME Keyring.")
        program.press("Change secret")
        program.wait_until(lambda: program.allows("SSO secret"))
        program.fill({"SSO secret": f" {SECRET}\t"})
        program.part("Remove the white space")
        program.fill({"Phone": "555"})
        program.wait_to_hear("Phone: ")
        program.fill({"Phone": ""})
        program.press("Copy snippet")
        program.wait_to_hear("Copied: ")
        assert places(desktop, tmp_path, program) == set()
        assert not any(map(holds, program.reader.announcements()))
        assert program.quit() == 0
        assert not holds(program.output)
        assert desktop.saved_secret("acme") == SECRET
        assert set(in_files(tmp_path)) | set(in_selections(desktop)) == set()


def copy_by_keys(desktop: Desktop, program: Program) -> None:
    """Try to copy the secret as from any other field, and go on to the button behind it."""
    program.part("SSO secret").focus()
    desktop.press("ctrl+a", "ctrl+c", "ctrl+Insert", "shift+Home", "Tab")
    program.wait_until(lambda: "focused" in program.part("Show secret").states)


def test_the_search_finds_the_secret_wherever_it_is_planted(tmp_path: Path) -> None:
    (tmp_path / "settings.ini").write_bytes(b"a=" + base64.b64encode(b"x" + SECRET.encode()))
    (tmp_path / "log").write_text(SECRET, encoding="utf-16")
    (tmp_path / SECRET).mkdir()
    with Desktop(tmp_path) as desktop, Program(desktop, "--name", SECRET, HINT=SECRET) as program:
        assert program.read("Name") == SECRET
        titled = ("search", "--sync", "--onlyvisible", "--name", TITLE)
        output(desktop, "xdotool", *titled, "set_window", "--name", SECRET)
        copy = ("xclip", "-in", "-selection", "primary", "-loops", "9", "-quiet", tmp_path / "copy")
        (tmp_path / "copy").write_text(SECRET)
        desktop.popen(*copy)
        program.wait_until(lambda: bool(set(in_selections(desktop))))
        assert places(desktop, tmp_path, program) == {
            "file copy",
            "file log",
            f"file {SECRET}",
            "file settings.ini",
            "name of frame",
            "primary as UTF8_STRING",
            "process's cmdline",
            "process's environ",
            "text of frame",
            "text of text",
            "window's WM_NAME",
            "window's _NET_WM_NAME",
        }
