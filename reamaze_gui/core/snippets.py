"""Writes the snippet in each of its formats.

To add one: a source file under resources/snippets/, and a line in `SNIPPETS`.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from reamaze_gui.core.attributes import Scalar
from reamaze_gui.core.javascript import literal
from reamaze_gui.resources import resource

Entries = Mapping[str, str | Mapping[str, Scalar]]
"""What a page sends, by key: values as typed, and the attributes by label under `data`."""

GROUPS = ("Web page", "Server code")

LOADER = "https://cdn.reamaze.com/assets/reamaze-loader.js"


@dataclass(frozen=True, slots=True)
class Snippet:
    """One format: its name in the program, and how it is written.

    `lexer` is Pygments' name for the language; `file_name` the suggested name of a saved snippet.
    `write` takes what is sent, in order, and the account. `only` names the single field that the
    snippet sets, and is empty if it sets all. `of_customer` is false for code that is the same for
    every customer, `signs` for code that makes no authkey.
    """

    name: str
    group: str
    lexer: str
    file_name: str
    write: Callable[[Entries, str], str]
    only: str = ""
    of_customer: bool = True
    needs_account: bool = False
    signs: bool = True

    @property
    def has_modes(self) -> bool:
        """Whether the snippet differs between the two modes."""
        return self.of_customer and not self.only

    def uses(self, field: str) -> bool:
        """Return whether this format needs a field (or `secret`, `account`)."""
        if field == "account":
            return self.needs_account
        return self.of_customer and self.only in ("", field)


def _this_customer(sent: Entries, _account: str) -> str:
    """Return the snippet in the vendor's own form, with the values of one customer."""
    entries = ",\n".join(f"    {key}: {_written(value)}" for key, value in sent.items())
    return f"""\
<script type="text/javascript">
  _support['user'] = {{
{entries}
  }}
</script>
"""


def _written(value: Scalar | Mapping[str, Scalar]) -> str:
    if isinstance(value, Mapping):
        lines = (f"      {literal(label)}: {_written(each)}" for label, each in value.items())
        return "{\n" + ",\n".join(lines) + "\n    }"
    return literal(value) if isinstance(value, str) else json.dumps(value)


def _complete_page(sent: Entries, account: str) -> str:
    """Return a page with nothing but an account's installation code and the snippet.

    The account is a checked subdomain or UUID, which needs no escaping in HTML.
    """
    return f"""\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Re:amaze SSO: {account}</title>
<script async src="{LOADER}"></script>
<script type="text/javascript">
  var _support = _support || {{ ui: {{}}, user: {{}} }};
  _support['account'] = {literal(account)};
</script>
{_this_customer(sent, account)}</head>
<body>
</body>
</html>
"""


def _avatar_line(sent: Entries, _account: str) -> str:
    """Return the line that adds a picture to the customer already set in the page."""
    return f"""\
<script type="text/javascript">
  _support['user']['avatar'] = {_written(sent["avatar"])}
</script>
"""


def _page(
    name: str,
    file_name: str,
    write: Callable[[Entries, str], str],
    only: str = "",
    *,
    needs_account: bool = False,
) -> Snippet:
    return Snippet(name, GROUPS[0], "html", file_name, write, only, needs_account=needs_account)


def _server(name: str, lexer: str, source: str, file_name: str, *, signs: bool = True) -> Snippet:
    """Return a format whose text is a file in resources/snippets/, the same for every customer."""

    def write(_sent: Entries, _account: str) -> str:
        return _source(source)

    return Snippet(name, GROUPS[1], lexer, file_name, write, of_customer=False, signs=signs)


@cache
def _source(name: str) -> str:
    return resource(f"snippets/{name}").read_text(encoding="utf-8")


WEB_PAGE = _page("Web page (this customer)", "reamaze-sso.html", _this_customer)

SNIPPETS = (
    WEB_PAGE,
    _page(
        "Web page (complete, with the installation)",
        "reamaze-sso-page.html",
        _complete_page,
        needs_account=True,
    ),
    _page("Web page (avatar line alone)", "reamaze-avatar.html", _avatar_line, only="avatar"),
    _server("PHP", "php", "php.php", "reamaze-sso.php"),
    _server("WordPress", "php", "wordpress.php", "reamaze-sso.php"),
    _server("Ruby (ERB)", "rhtml", "ruby.erb", "reamaze_sso.erb"),
    _server("Ruby on Rails", "rhtml", "rails.html.erb", "_reamaze_sso.html.erb"),
    _server("Python (Flask)", "python", "flask.py", "reamaze.py"),
    _server("Django", "python", "django.py", "reamaze.py"),
    _server("Node.js (Express)", "javascript", "express.js", "reamaze.js"),
    _server("Node.js with crypto-js", "javascript", "crypto-js.js", "reamaze.js"),
    _server("Shopify Liquid", "html+jinja", "shopify.liquid", "reamaze-sso.liquid"),
    _server("Java (JSP)", "jsp", "java.jsp", "reamaze.jsp"),
    _server("C# (ASP.NET)", "csharp", "aspnet.cs", "Reamaze.cs"),
    _server("Go (html/template)", "go", "go.go", "reamaze.go"),
    _server("Shell (openssl)", "bash", "openssl.sh", "reamaze-authkey.sh"),
    _server(
        "Template without HMAC (Weak SSO)",
        "html",
        "weak.html",
        "reamaze-weak-sso.html",
        signs=False,
    ),
)
