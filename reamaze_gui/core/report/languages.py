"""Recognises the language of a shop's server, and knows the lines that make an authkey in it."""

import re
from dataclasses import dataclass

from reamaze_gui.core.snippets import SNIPPETS


@dataclass(frozen=True, slots=True)
class Language:
    """A language: `marks` recognise its pages and programs, `signs` the lines of our `format`."""

    name: str
    marks: str
    format: str
    signs: str

    @property
    def lines(self) -> str:
        """The lines that sign in our own format, without their indentation."""
        (source,) = (each.write({}, "") for each in SNIPPETS if each.name == self.format)
        found = [line.strip() for line in source.splitlines() if re.search(self.signs, line)]
        code = [line for line in found if not line.startswith(("//", "#", "import"))]
        return "\n".join(code).rstrip(",")


_LANGUAGES = (
    Language(
        "Shopify's Liquid",
        r"cdn\.shopify\.com|\bShopify\.|hmac_sha256\s*:|\{%-?\s*(?:assign|liquid|render|schema)\b",
        "Shopify Liquid",
        r"assign (?:id|authkey)\b",
    ),
    Language(
        "WordPress",
        r"wp-(?:content|includes|json)|\bwp_\w+\(|add_action\(",
        "WordPress",
        r"hash_hmac",
    ),
    Language(
        "Ruby on Rails",
        r"csrf-param|authenticity_token|OpenSSL::HMAC",
        "Ruby on Rails",
        r"HMAC",
    ),
    Language(
        "Django",
        r"csrfmiddlewaretoken|\{%\s*(?:load|csrf_token|static)\b|django",
        "Django",
        r"message",
    ),
    Language(
        "ASP.NET",
        r"__VIEWSTATE|\.aspx\b|\.cshtml\b|HMACSHA256\(",
        "C# (ASP.NET)",
        r"hmac|digest",
    ),
    Language(
        "Java",
        r"jsessionid|\.jsp\b|<%@|javax\.crypto|Mac\.getInstance",
        "Java (JSP)",
        r"\bmac\b|digest",
    ),
    Language("Go", r"hmac\.New\(|\bfunc \w+\(", "Go (html/template)", r"\bmac\b"),
    Language(
        "Python",
        r"\bhmac\.(?:new|digest)\(|\bdef \w+\(|\bos\.environ",
        "Python (Flask)",
        r"message",
    ),
    Language(
        "PHP",
        r"<\?php|<\?=|hash_hmac\(|PHPSESSID|\.php\b|/(?:skin|static)/frontend/|Mage\.|laravel",
        "PHP",
        r"hash_hmac",
    ),
    Language(
        "Node.js",
        r"__NEXT_DATA__|__next_f|/_next/|__NUXT|/_nuxt/|createHmac|require\(|\bprocess\.env\b",
        "Node.js (Express)",
        r"createHmac\('",
    ),
)
_LONGEST = 200_000  # characters of a page that are searched


def language_of(source: str) -> Language | None:
    """Return the language of the server that a page or a program shows; None if it shows none.

    >>> language_of("<link href='/wp-content/themes/lamps.css'>").name
    'WordPress'
    """
    start = source[:_LONGEST]
    return next((each for each in _LANGUAGES if re.search(each.marks, start)), None)
