"""What may have been made of id and email before it was signed?"""

import json
from collections.abc import Callable, Mapping
from urllib.parse import urlencode

from reamaze_gui.core.mistakes import Slip, changing
from reamaze_gui.core.mistakes.changes import CHANGES, is_number, utf_8
from reamaze_gui.core.mistakes.unfilled import MISSING_TEXTS, NAMES_AS_TEXT

_JOIN_FIX = "Sign the id, a colon and the email, with nothing else: id:email."
_SEPARATORS = {
    "": "nothing",
    ": ": "a colon and a space",
    " : ": "a colon between spaces",
    "|": "a bar",
    "-": "a hyphen",
    "_": "an underscore",
    ",": "a comma",
    ";": "a semicolon",
    ".": "a point",
    "/": "a slash",
    "+": "a plus sign",
    "&": "an ampersand",
    " ": "a space",
    "\n": "a line break",
}
_RARE_SEPARATORS = {
    " :": "a space and a colon",
    "::": "two colons",
    ", ": "a comma and a space",
    "; ": "a semicolon and a space",
    " | ": "a bar between spaces",
    "||": "two bars",
    " - ": "a hyphen between spaces",
    "--": "two hyphens",
    "=": "an equals sign",
    "#": "a number sign",
    "@": "an at sign",
    "~": "a tilde",
    "*": "an asterisk",
    "^": "a circumflex",
    "\\": "a backslash",
    "\t": "a tab",
    "\r\n": "a Windows line break",
    "\\n": "a backslash and an n",
    "\0": "a NUL character",
    "%3A": "a colon that was URL-encoded (%3A)",
    "&#58;": "a colon that was escaped for HTML",
    "\uff1a": "a wide colon, as Chinese and Japanese keyboards type it",
    " + ": "a plus sign between spaces",
    "+':'+": "what was to join them (+':'+)",
}
_TURNED = ("", "|", "-", ",", " ")


def _always(value: str) -> Callable[..., str]:
    return lambda *_values: value


def _joined(separator: str, end: str = "") -> Callable[[str, str], str]:
    return lambda id, email: f"{id}{separator}{email}{end}"


def _turned(separator: str) -> Callable[[str, str], str]:
    return lambda id, email: f"{email}{separator}{id}"


def _compact(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


_DATA: dict[str, Callable[[str, str], str]] = {
    "form data": lambda id, email: f"id={id}&email={email}",
    "URL-encoded form data": lambda id, email: urlencode(
        {"id": id, "email": email}, errors="surrogatepass"
    ),
    "a JSON object": lambda id, email: _compact({"id": id, "email": email}),
    "a JSON object with spaces": lambda id, email: json.dumps({"id": id, "email": email}),
    "a JSON object, the id as a number": lambda id, email: (
        f'{{"id":{id},"email":{json.dumps(email)}}}'
    ),
    "a JSON list": lambda id, email: _compact([id, email]),
}
_RARE_DATA: dict[str, Callable[[str, str], str]] = {
    "a JSON object, the email first": lambda id, email: _compact({"email": email, "id": id}),
    "a JSON list with spaces": lambda id, email: json.dumps([id, email]),
    "a JSON list, the id as a number": lambda id, email: f"[{id},{json.dumps(email)}]",
    "form data, the email first": lambda id, email: f"email={email}&id={id}",
    "form data with names of its own": lambda id, email: f"user_id={id}&email={email}",
    "names and values": lambda id, email: f"id:{id}:email:{email}",
    "names and values with a comma": lambda id, email: f"id:{id},email:{email}",
    "a list of Python": lambda id, email: str([id, email]),
    "a tuple of Python": lambda id, email: str((id, email)),
    "a dictionary of Python": lambda id, email: str({"id": id, "email": email}),
    "a list of Ruby": lambda id, email: (
        f"[{json.dumps(id, ensure_ascii=False)}, {json.dumps(email, ensure_ascii=False)}]"
    ),
    "a list of Java": lambda id, email: f"[{id}, {email}]",
    "a map of Java": lambda id, email: f"{{id={id}, email={email}}}",
    "what PHP serializes": lambda id, email: (
        f'a:2:{{s:2:"id";s:{len(utf_8(id))}:"{id}";s:5:"email";s:{len(utf_8(email))}:"{email}";}}'
    ),
}


def _added(id: str, email: str) -> str:
    return f"{int(id) + ord(':')}{email}" if is_number(id) else f"{id}:{email}"


def _join_slip(says: str, make: Callable[[str, str], str], *, rare: bool = False) -> Slip:
    return Slip(says, _JOIN_FIX, make, rare=rare)


JOIN = (
    _join_slip("Nothing was signed: the text was empty.", _always("")),
    _join_slip("Only the email was signed.", lambda _id, email: email),
    _join_slip("Only the id was signed.", lambda id, _email: id),
    _join_slip("The email was put before the id.", _turned(":")),
    *(
        _join_slip(
            f"Id and email were joined with {name}, not with a colon.",
            _joined(separator),
        )
        for separator, name in _SEPARATORS.items()
    ),
    *(
        _join_slip(
            f"The email was put before the id, and joined with {name}.",
            _turned(separator),
            rare=separator not in _TURNED,
        )
        for separator, name in _SEPARATORS.items()
    ),
    *(
        _join_slip(
            f"Id and email were joined with {name}, not with a colon.",
            _joined(separator),
            rare=True,
        )
        for separator, name in _RARE_SEPARATORS.items()
    ),
    _join_slip("A colon stands after the email too.", _joined(":", ":")),
    _join_slip("A colon stands before the id too.", lambda id, email: f":{id}:{email}"),
    _join_slip(
        "The colon was added to the id as a number, 58, not written after it (Java, C#).", _added
    ),
    *(_join_slip(f"Id and email were signed as {what}.", join) for what, join in _DATA.items()),
    *(
        _join_slip(f"Id and email were signed as {what}.", join, rare=True)
        for what, join in _RARE_DATA.items()
    ),
    *(
        _join_slip(
            f"The names of the variables were signed, not their values: “{text}”.",
            _always(text),
            rare=True,
        )
        for text in NAMES_AS_TEXT
    ),
    *(
        _join_slip(
            f"Id and email were both missing when the text was signed: “{text}” stood there.",
            _always(text),
            rare=True,
        )
        for text in MISSING_TEXTS
    ),
)


def appended(values: Mapping[str, str]) -> tuple[Slip, ...]:
    """Return the slips of signing a further value, by what each is called: "the name"."""
    return tuple(
        _join_slip(
            f"Not only id and email were signed, but {name} too.",
            _joined(":", f":{value}"),
        )
        for name, value in values.items()
    )


TEXT = (
    *changing("text of id and email", CHANGES),
    Slip(
        "The text of id and email was signed twice over.",
        "Give the text to the HMAC only once.",
        lambda text: text * 2,
        rare=True,
    ),
    Slip(
        "The shell signed -n too, and a line break: not every echo knows -n.",
        "Write printf '%s' instead of echo -n.",
        lambda text: f"-n {text}\n",
    ),
    *(
        Slip(f"The text was signed with {what}.", _JOIN_FIX, make, rare=True)
        for what, make in {
            "two line breaks at its end": lambda text: f"{text}\n\n",
            "a backslash and an n at its end": lambda text: f"{text}\\n",
            "a semicolon at its end": lambda text: f"{text};",
            "a point at its end": lambda text: f"{text}.",
            "braces around it": lambda text: f"{{{text}}}",
            "brackets around it": lambda text: f"[{text}]",
            "angle brackets around it": lambda text: f"<{text}>",
        }.items()
    ),
)
