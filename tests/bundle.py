"""Builds the bundle for tests, like `make bundle`."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def build_bundle(directory: Path) -> Path:
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"),
            *("--distpath", str(directory), "--workpath", str(directory / "build")),
            "reamaze-gui.spec",
        ],
        cwd=ROOT,
        check=True,
    )
    return directory / "reamaze-gui"
