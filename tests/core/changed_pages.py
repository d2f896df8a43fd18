"""Builds a page from another one and a diff."""


def changed(page: str, hunks: str) -> str:
    """Return a page with the hunks of a diff applied, in page order and without line numbers.

    >>> print(changed("one\\ntwo\\nthree\\n", " one\\n-two\\n@@\\n-three\\n+four\\n"), end="")
    one
    four
    """
    text, rest = "", page.splitlines(keepends=True)
    for hunk in hunks.split("@@\n"):
        lines = hunk.splitlines(keepends=True)
        old, new = ([line[1:] for line in lines if line[0] in kept] for kept in (" -", " +"))
        place = next(at for at in range(len(rest)) if rest[at : at + len(old)] == old)
        text += "".join(rest[:place] + new)
        rest = rest[place + len(old) :]
    return text + "".join(rest)
