"""Tells a template tag from a customer's value."""

import re
from collections.abc import Iterator

from reamaze_gui.core.remark import Remark, warning

_TAG = re.compile(
    r"""
    \{\{.*?\}\} | \{%.*?%\} | \{\#.*?\#\}      # Liquid, Twig, Jinja, Django, Mustache, Vue, Blade
    | <%.*?%> | <\?.*?\?>                      # ERB, EJS, JSP, ASP, PHP
    | [$\#!*@]\{[^{}]*\} | \{[$!=][^{}]*\}     # JSP, Thymeleaf, Velocity, Pug, Smarty
    | \[[\[%=].*?\]                            # Thymeleaf, Template Toolkit, FreeMarker
    | \*\|.*?\|\* | %%[\w.]+%% | «[^»]+»       # mail merges
    | (?<![^\s"'>(,;:=])@(?:\(|[A-Za-z_]\w*[.(\[])  # Razor, Blade
    # These may be part of a value, so they count only as the whole of it:
    | ^(?:\{[^{}]+\} | \[[\w.:=" -]+\] | <[\w. :,'’-]+> | [\#%`]{1,3}\w[\w.]*[\#%`]{1,3}
        | \$[A-Za-z_][\w>.-]*)$
    """,
    re.VERBOSE | re.DOTALL,
)


def holds_tag(text: str) -> bool:
    """Return whether a text contains a tag of any template language.

    >>> [holds_tag(text) for text in ("{{ customer.id }}", "$user->id", "#1001", "zoe@example.org")]
    [True, True, False, False]
    """
    return _TAG.search(text) is not None


def check_tag(text: str) -> Iterator[Remark]:
    """Yield a warning if a text contains a template tag."""
    if holds_tag(text):
        yield warning("Looks like a template tag, which nothing fills in. Enter the value itself.")
