"""Finds the files of resources/ in a checkout, a wheel or a bundle."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(name: str) -> Path:
    """Return the path of a resource, such as `icon.svg`.

    The wheel and the bundle carry the folder inside the package, a checkout beside it.
    """
    inside = _PACKAGE / "resources"
    folder = inside if inside.is_dir() else _PACKAGE.parent / "resources"
    return folder / name
