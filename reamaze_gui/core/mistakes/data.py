"""Id and email as data that was signed: JSON, a query string, what languages print of a record."""

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import chain, permutations, product
from urllib.parse import quote, quote_plus

from reamaze_gui.core.mistakes import ODD, RARE
from reamaze_gui.core.mistakes.changes import is_number, utf_8

Items = tuple[tuple[str, str], ...]  # names and values, in order
Join = Callable[[str, str], str]


def _raw(text: str) -> str:
    return text


def _coded(text: str) -> str:
    return quote_plus(text, errors="surrogatepass")


def _percent(text: str) -> str:
    return quote(text, safe="", errors="surrogatepass")


def _unescaped(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _slashes(text: str) -> str:
    return json.dumps(text).replace("/", "\\/")


def _single(text: str) -> str:
    return repr(text)


class _Form:
    """A way to write names and values; `value` writes one that is no number."""

    def __init__(
        self, pair: str, join: str, around: str = "{}", value: Callable[[str], str] = _raw
    ) -> None:
        self._pair, self._join, self._around, self._value = pair, join, around, value

    def write(self, items: Items, *, number: bool) -> str:
        written = (
            self._pair.format(name, text if number and is_number(text) else self._value(text))
            for name, text in items
        )
        return self._around.replace("{}", self._join.join(written), 1)

    @property
    def tells_numbers(self) -> bool:
        """Whether a number looks different from a text."""
        return self._value not in {_raw, _coded, _percent}


def _json(join: str, pair: str, around: str = "{{}}") -> dict[str, _Form]:
    return {
        escapes: _Form(pair, join, around, write)
        for escapes, write in (
            ("", json.dumps),
            (" with its letters unescaped", _unescaped),
            (" with its slashes escaped", _slashes),
        )
    }


_FORMS: dict[str, _Form] = {
    **{f"a JSON object{how}": form for how, form in _json(",", '"{}":{}').items()},
    **{f"a JSON object with spaces{how}": form for how, form in _json(", ", '"{}": {}').items()},
    **{
        f"a JSON object in lines{how}, indented by {size}": form
        for size, indent in (("2 spaces", "  "), ("4 spaces", "    "), ("a tab", "\t"))
        for how, form in _json(f",\n{indent}", '"{}": {}', f"{{\n{indent}{{}}\n}}").items()
    },
    "form data": _Form("{}={}", "&"),
    "URL-encoded form data": _Form("{}={}", "&", value=_coded),
    "form data URL-encoded with %20 for a space": _Form("{}={}", "&", value=_percent),
    "names and values": _Form("{}:{}", ","),
    "names and values joined with colons": _Form("{}:{}", ":"),
    "names and values with a space": _Form("{}: {}", ", "),
    "names and values joined with bars": _Form("{}={}", "|"),
    "names and values with semicolons": _Form("{}={}", ";"),
    "names and values with commas": _Form("{}={}", ","),
    "lines of YAML": _Form("{}: {}", "\n", "{}\n"),
    "lines of YAML without a line break after them": _Form("{}: {}", "\n"),
    "lines of names and values": _Form("{}={}", "\n"),
    "elements of XML": _Form("<{0}>{1}</{0}>", ""),
    "a dictionary of Python": _Form("'{}': {}", ", ", "{{}}", _single),
    "a hash of Ruby": _Form(":{}=>{}", ", ", "{{}}", _unescaped),
    "a hash of Ruby 3.4": _Form("{}: {}", ", ", "{{}}", _unescaped),
    "a hash of Ruby with names as text": _Form('"{}"=>{}', ", ", "{{}}", _unescaped),
    "an object as Node.js shows it": _Form("{}: {}", ", ", "{ {} }", _single),
    "a map of Java": _Form("{}={}", ", ", "{{}}"),
    "a record of Java": _Form("{}={}", ", ", "User[{}]"),
    "a data class of Kotlin": _Form("{}={}", ", ", "User({})"),
    "an anonymous object of C#": _Form("{} = {}", ", ", "{ {} }"),
    "a map of Go": _Form("{}:{}", " ", "map[{}]"),
    "a struct of Go with names": _Form("{}:{}", " ", "{{}}"),
    "an array as PHP prints it": _Form("    [{}] => {}\n", "", "Array\n(\n{})\n"),
}
_LISTS: dict[str, _Form] = {
    **{f"a JSON list{how}": form for how, form in _json(",", "{1}", "[{}]").items()},
    **{f"a JSON list with spaces{how}": form for how, form in _json(", ", "{1}", "[{}]").items()},
    "a list of Python": _Form("{1}", ", ", "[{}]", _single),
    "a tuple of Python": _Form("{1}", ", ", "({})", _single),
    "a list of Java": _Form("{1}", ", ", "[{}]"),
    "a tuple of C#": _Form("{1}", ", ", "({})"),
    "a tuple of Rust or Swift": _Form("{1}", ", ", "({})", _unescaped),
    "a pointer to a struct of Go": _Form("{1}", " ", "&{{}}"),
    "a struct of Go": _Form("{1}", " ", "{{}}"),
    "quoted cells": _Form('"{1}"', ","),
    "quoted cells with semicolons": _Form('"{1}"', ";"),
    "values in single quotes": _Form("'{1}'", ","),
    "values in double quotes with a colon": _Form('"{1}"', ":"),
    "values in single quotes with a colon": _Form("'{1}'", ":"),
}
# What id, email and name are called.
_NAMES = (
    *(("id", "email", "name"), ("user_id", "email", "name"), ("userId", "email", "name")),
    *(("customer_id", "email", "name"), ("customerId", "email", "name")),
    *(("user_id", "user_email", "user_name"), ("userId", "userEmail", "userName")),
    *(("customer_id", "customer_email", "customer_name"), ("ID", "Email", "Name")),
    *(("Id", "Email", "Name"), ("uid", "email", "name"), ("user[id]", "user[email]", "user[name]")),
)
_OFTEN = {"a JSON object", "a JSON object with spaces", "form data", "URL-encoded form data"}


def data(name: str) -> Iterator[tuple[str, int, Join]]:
    """Yield as what id and email were signed, how likely that is, and the function that does it.

    `name` is the customer's, which is tried as a third value if there is one.
    """
    orders = [*chain.from_iterable(permutations(range(3 if name else 2), size) for size in (2, 3))]
    for order, number in product((each for each in orders if {0, 1} <= {*each}), (False, True)):
        for what, form in _FORMS.items():
            if number and not form.tells_numbers:
                continue
            for names in _NAMES:
                often = what in _OFTEN and names[0] == "id" and order == (0, 1)
                yield (
                    f"{what}: {_listed(names, order, number=number)}",
                    RARE if often else ODD,
                    _join(form, names, order, name, number=number),
                )
        for what, form in _LISTS.items():
            if form.tells_numbers or not number:
                said = _listed(("id", "email", "name"), order, number=number)
                yield f"{what}: {said}", ODD, _join(form, _NAMES[0], order, name, number=number)
    yield "what PHP serializes", ODD, _serialized
    yield "what PHP serializes of a list", ODD, _serialized_list


def _listed(names: tuple[str, ...], order: tuple[int, ...], *, number: bool) -> str:
    said = ", ".join(names[at] for at in order)
    return f"{said}, the id as a number" if number else said


def _join(
    form: _Form, names: tuple[str, ...], order: tuple[int, ...], name: str, *, number: bool
) -> Join:
    def join(id: str, email: str) -> str:
        values = (id, email, name)
        return form.write(tuple((names[at], values[at]) for at in order), number=number)

    return join


def _serialized_list(id: str, email: str) -> str:
    inner = "".join(
        f'i:{at};s:{len(utf_8(value))}:"{value}";' for at, value in enumerate((id, email))
    )
    return f"a:2:{{{inner}}}"


def _serialized(id: str, email: str) -> str:
    values: Mapping[str, str] = {"id": id, "email": email}
    inner = "".join(
        f's:{len(name)}:"{name}";s:{len(utf_8(value))}:"{value}";' for name, value in values.items()
    )
    return f"a:2:{{{inner}}}"
