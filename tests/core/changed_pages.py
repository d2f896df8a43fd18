"""A page that is another one but for some lines, as a diff tells of them."""


def changed(page: str, hunks: str) -> str:
    """Return a page with its hunks put in: they stand in its order, and have no line numbers.

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
