"""Reads customers from XML, as in a shop's API responses or exports."""

from xml.etree import ElementTree as ET

from reamaze_gui.core.pasted.objects import read_objects
from reamaze_gui.core.pasted.paste import Paste


def read_xml(text: str) -> Paste:
    """Return the customers in XML, whose elements and attributes are read like members in JSON.

    A document with a DOCTYPE is not read: its entities could expand to gigabytes.
    """
    if not text.lstrip().startswith("<") or "<!DOCTYPE" in text.upper():
        return Paste()
    try:
        root = ET.fromstring(text.strip())  # noqa: S314 - without a DOCTYPE there are no entities
    except (ET.ParseError, ValueError):
        return Paste()
    return read_objects({_name(root.tag): _value(root)})


def _value(element: ET.Element) -> object:
    """Return an element as a JSON value; repeated elements become a list.

    Works from the last element to the first, without recursion, so that no depth is too deep.
    """
    values: dict[ET.Element, object] = {}
    for each in reversed([*element.iter()]):
        children: dict[str, list[object]] = {_name(key): [it] for key, it in each.attrib.items()}
        for child in each:
            children.setdefault(_name(child.tag), []).append(values.pop(child))
        members = {name: found[0] if len(found) == 1 else found for name, found in children.items()}
        values[each] = members or (each.text or "").strip()
    return values[element]


def _name(tag: str) -> str:
    """Return a name without its namespace."""
    return tag.rpartition("}")[2]
