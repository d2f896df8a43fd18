"""Checks that hold for every sentence on screen: complete, and without shouting."""

import re

# In capitals because everybody writes them so.
_ABBREVIATIONS = {
    *("SSO", "ID", "IDs", "URL", "HMAC", "SHA", "MD5", "HTML", "XHTML", "JSON", "NUL", "UTF"),
    *("CSV", "HAR", "PHP", "JSP", "ERB", "NAME", "US", "SHA3", "SHA256", "ASCII", "NFC", "NFD"),
    *(
        "NET",
        "GUID",
        "SAP",
        "BLAKE2b",
        "BLAKE2s",
        "RIPEMD",
        "HKDF",
        "PBKDF2",
        "UUID",
        "YAML",
        "XML",
        "JWT",
        "SQL",
    ),
}
_NAMES = {each.lower(): each for each in ("Re:amaze", "SSO", "HMAC", "JavaScript", "Base64")}
_CODE = re.compile(r"'[^' ]*'|“[^”]*”|U\+\w+|\S*(?:_|@|://)\S*")  # values and code are as they are


def faults(text: str) -> list[str]:
    """Return words in capitals and wrong endings."""
    prose = _CODE.sub("…", text)
    shouted = [each for each in re.findall(r"\b[A-Z]{2,}\w*", prose) if each not in _ABBREVIATIONS]
    small = re.findall(r"(?:^|(?<=\S[.?!] ))[a-z]\w*", prose.replace("e.g.", ""))
    misspelt = [
        each for each in re.findall(r"[\w:]*\w", prose) if _NAMES.get(each.lower(), each) != each
    ]
    whole = text.endswith((".", "?", "…", ";", "'", "://"))
    return [*shouted, *small, *misspelt, *([] if whole else [text[-9:]])]
