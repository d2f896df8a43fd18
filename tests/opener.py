"""A fake browser for the program to open."""

from pathlib import Path


def path_with_browser(folder: Path, does: str = "") -> str:
    """Install a browser that fetches no page; return a PATH that finds it first."""
    programs = folder / "programs"
    programs.mkdir(parents=True)
    program = programs / "xdg-open"
    program.write_text(f"#!/bin/sh\n{does}\n")
    program.chmod(0o700)
    return f"{programs}:/usr/bin:/bin"
