"""Writes the page for trying a customer's widget in a browser."""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from html import escape
from string import Template
from urllib.parse import quote

from reamaze_gui.core.customer import FIELDS, Customer
from reamaze_gui.core.javascript import literal
from reamaze_gui.core.preview import Mode, Preview
from reamaze_gui.core.snippets import LOADER, WEB_PAGE
from reamaze_gui.resources import resource

# Tried whichever format is chosen, since all formats produce the same page.
TRIED = replace(WEB_PAGE, needs_account=True)

# The widget's scripts, pages, fonts and sounds come from cdn., push. and the account's own name;
# pictures (avatars, attachments) may come from anywhere.
_WIDGET = "https://*.reamaze.com https://*.reamaze.io"
_POLICY = {
    "default-src": "'none'",
    "style-src": f"'unsafe-inline' {_WIDGET}",
    "font-src": f"data: {_WIDGET}",
    "img-src": "data: blob: https:",
    "media-src": f"data: blob: {_WIDGET}",
    "connect-src": f"{_WIDGET} wss://*.reamaze.com wss://*.reamaze.io",
    "frame-src": _WIDGET,
    "form-action": _WIDGET,
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
_POLICY_WITHOUT_WIDGET = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; "
    "base-uri 'none'; frame-ancestors 'none'"
)

_SIGNS = {
    Mode.AUTHENTICATED: (
        "the contact form does not ask for name and email, and",
        "past conversations of this customer show. Try a customer who has some.",
    ),
    Mode.WEAK: (
        "the contact form has the email (and name, if given) filled in, and",
        "past conversations stay hidden: Weak SSO proves nothing, so nobody gets to see them.",
    ),
}
_DIFFERENCE = {
    Mode.AUTHENTICATED: (
        "Weak SSO looks much the same at first: the form is filled in, but past conversations stay "
        "hidden. What the widget does with a wrong authkey is not documented."
    ),
    Mode.WEAK: "With an authkey, nothing is asked for, and past conversations show too.",
}
_COMPARE = (
    "Compare the SSO secret in the program with the one in Re:amaze: Account Settings, Account "
    "IDs and Secret. If they differ, the authkey is wrong although the snippet looks right."
)
_ANSWER_FIRST = "The program has a question about the customer or the account. Answer it there."
_OWN_PAGE = (
    "If it works here but not on the customer's own page, the mistake is in that page: paste it "
    "under Diagnose."
)
_REMEDIES = {
    Mode.AUTHENTICATED: (_COMPARE, _OWN_PAGE),
    Mode.WEAK: (_OWN_PAGE,),
}


@dataclass(frozen=True, slots=True)
class TryPage:
    """A page, and the Content-Security-Policy to serve it with."""

    html: str
    policy: str


def write_try_page(preview: Preview, customer: Customer, account: str, mode: Mode) -> TryPage:
    """Return the page for a preview that `compose` made in the format `TRIED`.

    Without a snippet, the page has no widget, and says what is still missing or, if nothing is,
    that the program has a question.
    """
    common = {"icon": _icon(), "style": _part("style.css")}
    if not preview.snippet:
        page = _fill(
            "waiting.html", common | {"obstacle": escape(preview.obstacle or _ANSWER_FIRST)}
        )
        return TryPage(page, _POLICY_WITHOUT_WIDGET)
    watch, installation = _part("watch.js"), _installation(account)
    parts = common | {
        "who": escape(customer.name or customer.email),
        "account": escape(account),
        "mode": escape(mode.value),
        "watch": watch,
        "installation": installation,
        "snippet": preview.snippet,
        "loader": LOADER,
        "signs": _listed(_SIGNS[mode]),
        "difference": escape(_DIFFERENCE[mode]),
        "remedies": _listed(_REMEDIES[mode]),
        "identity": "\n".join(_identity(preview, customer, mode)),
        "shown_snippet": escape(preview.snippet),
    }
    return TryPage(
        _fill("page.html", parts), _policy(watch, installation, _script_in(preview.snippet))
    )


def _installation(account: str) -> str:
    return (
        f"var _support = _support || {{ ui: {{}}, user: {{}} }};"
        f" _support['account'] = {literal(account)};"
    )


def _listed(sentences: Iterable[str]) -> str:
    return "\n".join(f"<li>{escape(each)}</li>" for each in sentences)


def _identity(preview: Preview, customer: Customer, mode: Mode) -> Iterator[str]:
    """Yield, as HTML, what the page sends about the customer, and which text was signed."""
    sent = {field.label: getattr(customer, field.name) for field in FIELDS if mode.sends(field)}
    for label, value in {**sent, "Signed text": preview.message}.items():
        if value:
            yield f"<dt>{escape(label)}</dt><dd><bdi>{escape(value)}</bdi></dd>"


def _script_in(snippet: str) -> str:
    """Return the code between the tags; literals contain neither < nor >."""
    return snippet.partition(">")[2].rpartition("</script>")[0]


def _policy(*scripts: str) -> str:
    """Return a policy that allows the widget and, of inline scripts, only these.

    They are allowed by hash: with a nonce, the snippet would not be exactly as previewed.
    """
    hashes = (b64encode(sha256(each.encode()).digest()).decode() for each in scripts)
    ours = " ".join(f"'sha256-{each}'" for each in hashes)
    directives = _POLICY | {"script-src": f"{ours} {_WIDGET}"}
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def _fill(name: str, parts: dict[str, str]) -> str:
    return Template(_part(name)).substitute(parts)


def _icon() -> str:
    return f"data:image/svg+xml,{quote(resource('icon.svg').read_text(encoding='utf-8'))}"


def _part(name: str) -> str:
    return resource(f"try/{name}").read_text(encoding="utf-8")
