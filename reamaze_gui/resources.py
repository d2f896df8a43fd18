"""Finds the files of resources/ in a checkout, a wheel or a bundle."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(name: str) -> Path:
    """Return the path of a resource, such as `icon.svg`.

    The folder is inside the package in a wheel or bundle, and beside it in a checkout.
    """
    inside = _PACKAGE / "resources"
    folder = inside if inside.is_dir() else _PACKAGE.parent / "resources"
    return folder / name
