"""An ordinary page of a shop, of 1.5 MB."""

import random

_WORDS = ("cart", "price", "size", "colour", "ship", "gift", "sale", "new", "shoe", "coat", "blue")

_SNIPPET = """<script async src="https://cdn.reamaze.com/assets/reamaze.js"></script>
<script>
var _support = _support || {'ui': {}, 'user': {}};
_support['account'] = 'acme';
_support['user'] = {
  id: '48151623',
  email: 'zoe@example.org',
  name: 'Zoë Day',
  authkey: 'aa747c502a898200f9e4fa21bac68136f886a0e27aec70ba06daf2e2a5cb5597'
};
</script>
"""


def big_page(elements: int = 23_000, bundled: int = 500_000) -> str:
    """Return a page of so many elements, with so many characters of bundled scripts.

    The customer stands near its end, as themes have it. The same page every time.
    """
    chance = random.Random(1)  # noqa: S311 - not for secrets
    bundles = [_bundle(chance, bundled // 4) for _ in range(4)]
    head = "".join(f"<script>{bundle}</script>\n" for bundle in bundles)
    body = "".join(_element(chance, at) for at in range(elements // 4))
    return (
        "<!DOCTYPE html>\n<html lang='en'><head><title>Acme</title>\n"
        f"{head}</head>\n<body>\n{body}{_SNIPPET}</body></html>\n"
    )


def _element(chance: random.Random, at: int) -> str:
    first, second, third = chance.choices(_WORDS, k=3)
    return (
        f'<div class="{first}-{second} grid__item" data-id="{at}" id="item-{at}">'
        f'<a href="/products/{first}-{third}?variant={at * 7919}" title="{second}">'
        f'<img src="/files/{third}_{at}.jpg?v=16{at}" alt="{first}"></a>'
        f"<p>{first} {second} {third}</p></div>\n"
    )


def _bundle(chance: random.Random, length: int) -> str:
    parts: list[str] = []
    size = 0
    while size < length:
        a, b, c = chance.choices("abcdefgh", k=3)
        word = chance.choice(_WORDS)
        part = (
            f"function {word}{size}({a},{b}){{var {c}={a}.{word}||{{}};if({b}&&{c}.on){{return "
            f'{c}.get("{word}",{size},function(e){{return e?{a}[e]:[{b},"{a}",{size}]}})}}'
            f"return!{a}.{word}&&{b}>{size}}}"
        )
        parts.append(part)
        size += len(part)
    return "".join(parts)
