"""The pictures that are made from resources/icon.svg, and where they belong.

`make icons` makes them. Desktops on Linux look for sizes in the hicolor layout; Windows and macOS
want them in one file.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from reamaze_gui import APPLICATION_ID

RESOURCES = Path(__file__).parent.parent / "resources"
SOURCE = RESOURCES / "icon.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)  # pixels, each way

_ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
_ICNS_KINDS = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512}


def with_mnemonic(size: int) -> QImage:
    """Return the icon at this size."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter, QRectF(image.rect()))
    painter.end()
    return image


def files() -> Iterator[tuple[Path, bytes]]:
    """Yield every file that is made from the icon, with what belongs in it."""
    for size in SIZES:
        yield png_path(size), _png(size)
    yield RESOURCES / "icon.ico", _ico()
    yield RESOURCES / "icon.icns", _icns()


def png_path(size: int) -> Path:
    """Return where desktops on Linux look for this size, below share/."""
    folder = RESOURCES / "share" / "icons" / "hicolor" / f"{size}x{size}" / "apps"
    return folder / f"{APPLICATION_ID}.png"


def _png(size: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(with_mnemonic(size))
    return bytes(buffer.data().data())


def _ico() -> bytes:
    """Return the sizes as Windows wants them: a directory, then the pictures as PNG."""
    pictures = [(size, _png(size)) for size in _ICO_SIZES]
    directory = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(directory) + 16 * len(pictures)
    for size, picture in pictures:
        side = size % 256  # where 0 stands for 256
        directory += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return directory + b"".join(picture for _, picture in pictures)


def _icns() -> bytes:
    """Return the sizes as macOS wants them: each behind its kind and length."""
    pictures = [(kind, _png(size)) for kind, size in _ICNS_KINDS.items()]
    entries = b"".join(_icns_part(kind, picture) for kind, picture in pictures)
    return _icns_part(b"icns", entries)


def _icns_part(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">4sI", kind, 8 + len(content)) + content


if __name__ == "__main__":
    for path, content in files():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
