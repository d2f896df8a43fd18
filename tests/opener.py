"""The browser that a program opens in the place of the system's."""

from pathlib import Path


def path_with_browser(folder: Path, does: str = "") -> str:
    """Put a browser there that asks for no page; return the search path that finds it first."""
    programs = folder / "programs"
    programs.mkdir(parents=True)
    program = programs / "xdg-open"
    program.write_text(f"#!/bin/sh\n{does}\n")
    program.chmod(0o700)
    return f"{programs}:/usr/bin:/bin"
