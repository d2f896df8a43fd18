"""Debian's package installs, starts and leaves nothing behind, on each release that it is for."""

import gzip
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from reamaze_gui import APPLICATION_ID, __version__
from tests.bundle import ROOT, build_bundle

pytestmark = pytest.mark.slow

ENVIRONMENT = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}

# In namespaces of its own, whose mounts go with it: the bundle asks /proc where it is.
APART = ("unshare", "--mount", "--pid", "--fork", "--mount-proc")
INSTALL = "apt-get install -qy --no-install-recommends"


def run(*command: str | Path, directory: Path = ROOT) -> str:
    ended = subprocess.run(
        command, cwd=directory, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the package as `make deb` does."""
    directory = tmp_path_factory.mktemp("deb")
    build_bundle(directory / "dist")
    shutil.copytree(ROOT / "debian", directory / "debian")
    (directory / "resources").symlink_to(ROOT / "resources")
    run("debian/rules", "binary", directory=directory)
    (built,) = (directory / "dist").glob("*.deb")
    return built


def test_lintian_finds_no_error(package: Path) -> None:
    run("lintian", "--allow-root", "--fail-on", "error", package)


def test_it_holds_the_program_and_what_desktops_look_for(package: Path, tmp_path: Path) -> None:
    run("dpkg-deb", "--extract", package, tmp_path)
    share = ROOT / "resources" / "share"
    looked_for = {"usr/share" / path.relative_to(share): path for path in share.rglob("*.*")}
    assert f"usr/share/applications/{APPLICATION_ID}.desktop" in map(str, looked_for)
    for at, source in looked_for.items():
        assert (tmp_path / at).read_bytes() == source.read_bytes()
    assert (tmp_path / "usr/bin/reamaze-gui").resolve().is_relative_to(tmp_path / "usr/lib")
    manual = gzip.decompress((tmp_path / "usr/share/man/man1/reamaze-gui.1.gz").read_bytes())
    assert "--screenshot" in manual.decode().replace("\\", "")
    assert run("dpkg-deb", "--field", package, "Version") == f"{__version__}\n"


@pytest.mark.skipif(
    subprocess.run((*APART, "true"), capture_output=True, check=False).returncode != 0,
    reason="a bare Debian needs a root who may mount",
)
@pytest.mark.parametrize("release", ["bookworm", "trixie"])
def test_on_a_bare_debian_it_installs_starts_and_leaves_nothing_behind(
    package: Path, release: str, tmp_path: Path
) -> None:
    debian = tmp_path / release
    run("debootstrap", "--variant=minbase", release, debian)
    shutil.copy(package, debian / "program.deb")

    def inside(command: str) -> str:
        return run(*APART, f"--root={debian}", "sh", "-ec", f"cd /; {command}")

    def files() -> set[str]:
        return set(inside("find / -xdev -path /proc -prune -o -path /var -prune -o -print").split())

    before = files()
    inside(f"apt-get update -q && {INSTALL} ./program.deb")
    assert inside("reamaze-gui --version") == f"Re:amaze SSO {__version__}\n"
    inside("QT_QPA_PLATFORM=offscreen reamaze-gui --demo --screenshot window.png")
    picture = debian / "window.png"
    assert picture.read_bytes().startswith(b"\x89PNG")
    picture.unlink()
    inside("apt-get purge -qy --autoremove reamaze-gui")
    assert files() == before
