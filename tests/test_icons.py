"""The committed pictures are those drawn from icon.svg, on every system's terms."""

import pytest
from PySide6.QtGui import QImage, QImageReader

from tests import drawn_icons as icons

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
