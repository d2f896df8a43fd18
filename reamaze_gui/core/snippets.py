"""In which formats can the snippet be written?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reamaze_gui.core.javascript import literal


@dataclass(frozen=True, slots=True)
class Snippet:
    """One format: its name in the program, and how it is written.

    `lexer` is Pygments' name for the language; `file_name` what a saved snippet is called at
    first; `write` takes what is sent (key in the snippet, value as typed; in order).
    """

    name: str
    lexer: str
    file_name: str
    write: Callable[[Mapping[str, str]], str]


def _this_customer(sent: Mapping[str, str]) -> str:
    """Return the vendor's own form for a web page, with the values of one customer."""
    entries = ",\n".join(f"    {key}: {literal(value)}" for key, value in sent.items())
    return f"""\
<script type="text/javascript">
  _support['user'] = {{
{entries}
  }}
</script>
"""


WEB_PAGE = Snippet("Web page (this customer)", "html", "reamaze-sso.html", _this_customer)

SNIPPETS = (WEB_PAGE,)
