"""Tells a template's tag from a customer's value."""

import re

_TAG = re.compile(
    r"""
    \{\{.*?\}\} | \{%.*?%\} | \{\#.*?\#\}      # Liquid, Twig, Jinja, Django, Mustache, Vue, Blade
    | <%.*?%> | <\?.*?\?>                      # ERB, EJS, JSP, ASP, PHP
    | [$\#!*@]\{[^{}]*\} | \{[$!=][^{}]*\}     # JSP, Thymeleaf, Velocity, Pug, Smarty
    | \[[\[%=].*?\]                            # Thymeleaf, Template Toolkit, FreeMarker
    | \*\|.*?\|\* | %%[\w.]+%% | «[^»]+»       # mail merges
    | (?<![^\s"'>(,;:=])@(?:\(|[A-Za-z_]\w*[.(\[])  # Razor, Blade
    # What may also be within a value, where it is all of it:
    | ^(?:\{[^{}]+\} | \[[\w.:=" -]+\] | <[\w. -]+> | [\#%`]\w[\w.]*[\#%`] | \$[A-Za-z_][\w>.-]*)$
    """,
    re.VERBOSE | re.DOTALL,
)


def holds_tag(text: str) -> bool:
    """Whether a text has a tag in it, of whichever template language.

    >>> [holds_tag(text) for text in ("{{ customer.id }}", "$user->id", "#1001", "zoe@example.org")]
    [True, True, False, False]
    """
    return _TAG.search(text) is not None
