"""Reads the customers of XML, as a shop's service answers or exports them."""

from xml.etree import ElementTree as ET

from reamaze_gui.core.pasted.objects import read_objects
from reamaze_gui.core.pasted.paste import Paste


def read_xml(text: str) -> Paste:
    """Return the customers in XML, whose elements and attributes are read as JSON's members are.

    What declares entities of its own is not read: they can make gigabytes of a line.
    """
    if not text.lstrip().startswith("<") or "<!DOCTYPE" in text.upper():
        return Paste()
    try:
        root = ET.fromstring(text.strip())  # noqa: S314 - without a DOCTYPE there are no entities
    except (ET.ParseError, ValueError):
        return Paste()
    return read_objects({_name(root.tag): _value(root)})


def _value(element: ET.Element) -> object:
    """Return an element as JSON would have it; what stands there more than once is a list.

    The last of all are done first, so that no depth is too deep.
    """
    values: dict[ET.Element, object] = {}
    for each in reversed([*element.iter()]):
        members: dict[str, object] = {_name(name): text for name, text in each.attrib.items()}
        for child in each:
            name, value = _name(child.tag), values.pop(child)
            there = members.get(name)
            if name not in members:
                members[name] = value
            elif isinstance(there, list):
                there.append(value)
            else:
                members[name] = [there, value]
        values[each] = members if len(each) or members else (each.text or "").strip()
    return values[element]


def _name(tag: str) -> str:
    """Return a name without its section."""
    return tag.rpartition("}")[2]
