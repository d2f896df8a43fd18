"""The committed pictures are those drawn from icon.svg, on every system's terms."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon, QImage, QImageReader

from reamaze_gui import APPLICATION_ID
from tests import drawn_icons as icons
from tests.ui.widgets.test_style import contrast

# Anti-aliasing differs a little between versions of Qt; a changed icon differs much.
ALIKE = 8  # of 255, in any channel, at the mean


def difference(one: QImage, other: QImage) -> float:
    """Return the mean difference of two pictures' channels; 255 where even the size differs."""
    if one.size() != other.size():
        return 255
    mine, theirs = channels(one), channels(other)
    return sum(abs(a - b) for a, b in zip(mine, theirs, strict=True)) / len(mine)


def channels(image: QImage) -> bytes:
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return bytes(plain.constBits())


@pytest.mark.parametrize("size", icons.SIZES)
def test_every_size_is_drawn_from_the_svg(size: int) -> None:
    assert difference(QImage(str(icons.png_path(size))), icons.with_mnemonic(size)) < ALIKE


def test_all_that_is_made_is_committed_and_nothing_else() -> None:
    kinds = ("*.png", "*.ico", "*.icns")
    found = {path for kind in kinds for path in icons.RESOURCES.rglob(kind)}
    screenshots = set((icons.RESOURCES / "screenshots").glob("*"))
    assert {path for path, _ in icons.files()} == found - screenshots


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("size", icons.SIZES)
def test_a_desktop_finds_the_icon_by_the_name_of_the_program(size: int, tmp_path: Path) -> None:
    shutil.copytree(icons.RESOURCES / "share" / "icons", tmp_path, dirs_exist_ok=True)
    (tmp_path / "hicolor" / "index.theme").write_text(index_of_theme())
    before = QIcon.themeSearchPaths(), QIcon.themeName()
    QIcon.setThemeSearchPaths([str(tmp_path)])
    QIcon.setThemeName("hicolor")
    found = QIcon.fromTheme(APPLICATION_ID).pixmap(size, size).toImage()
    QIcon.setThemeSearchPaths(before[0])
    QIcon.setThemeName(before[1])
    assert difference(found, icons.with_mnemonic(size)) < ALIKE


def index_of_theme() -> str:
    """Return what every desktop has beside the icons of its programs."""
    folders = [f"{size}x{size}/apps" for size in icons.SIZES]
    about = f"[Icon Theme]\nName=Hicolor\nComment=Fallback\nDirectories={','.join(folders)}\n"
    each = (f"[{folder}]\nSize={folder.partition('x')[0]}\nType=Fixed\n" for folder in folders)
    return "\n".join((about, *each))


@pytest.mark.parametrize(
    ("name", "sizes"),
    [
        pytest.param("icon.ico", {16, 24, 32, 48, 64, 128, 256}, id="Windows"),
        pytest.param("icon.icns", {16, 32, 128, 256, 512}, id="macOS"),
    ],
)
def test_one_file_holds_every_size(name: str, sizes: set[int]) -> None:
    reader = QImageReader(str(icons.RESOURCES / name))
    pictures = []
    for at in range(reader.imageCount()):
        assert reader.jumpToImage(at)
        pictures.append(reader.read())
    assert {image.width() for image in pictures} == sizes
    for image in pictures:
        assert difference(image, icons.with_mnemonic(image.width())) < ALIKE


@pytest.mark.parametrize("ground", ["#ffffff", "#f6f7f9", "#1e2125", "#000000"])
def test_the_bubble_stands_out_from_light_and_dark(ground: str) -> None:
    image = icons.with_mnemonic(64)
    for place in ((8, 10), (52, 44)):  # where it is lightest, and where it is darkest
        assert contrast(image.pixelColor(*place), QColor(ground)) >= 2.9


def test_the_keyhole_stands_out_from_the_bubble_at_the_smallest_size() -> None:
    image = icons.with_mnemonic(16)
    assert contrast(image.pixelColor(8, 5), image.pixelColor(3, 5)) >= 2.9
