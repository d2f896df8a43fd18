"""Who visits the merchant's page, what it must send for them, and what a browser makes of it."""

import json
import subprocess
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from reamaze_gui.core.customer import Customer

SECRET = "K9-a secret with a space, an 'apostrophe' and an é"

ORDINARY = Customer(
    "48151623", "zoe.quinn@example.org", "Zoë Quinn", "+14155552671", "https://example.org/z.png"
)

SIGNED_IN = {
    "ordinary": ORDINARY,
    "only what is required": Customer("7", "zoe@example.org"),
    "hostile": Customer(
        "a:b</script><script>evil=1</script>",
        "o'neil+tag&co@example.org",
        "</script><!--<script> \"Zoë\" 'O\\' \u2028 \u2029 \U0001f600 ]]> ${x} #{x} {{x}} <%=x%>",
        "+442079460958",
        "https://example.org/?a=1&b='<z>'",
    ),
    "not ASCII": Customer("ідентифікатор-1", "zoë@exämple.org", "Ζωή Κουίν 東京"),
    "phone not in E.164": Customer("8", "zoe@example.org", "Zoë", "(415) 555-2671"),
    "phone with a line break": Customer("9", "zoe@example.org", "Zoë", "+14155552671\n"),
}

_EVALUATE = """
const vm = require('vm');
const context = vm.createContext({_support: {}});
for (const script of JSON.parse(require('fs').readFileSync(0, 'utf8')))
  vm.runInContext(script, context);
const globals = Object.keys(context).filter(name => name !== '_support');
process.stdout.write(JSON.stringify({user: context._support.user ?? null, globals}));
"""


def sent(customer: Customer) -> dict[str, str]:
    """Return what `_support.user` must be for a customer who is signed in."""
    fields = {
        "id": customer.id,
        "email": customer.email,
        "name": customer.name,
        "phone": customer.phone if customer.phone in {"+14155552671", "+442079460958"} else "",
        "avatar": customer.avatar,
        "authkey": openssl_authkey(customer),
    }
    return {name: value for name, value in fields.items() if value}


def openssl_authkey(customer: Customer) -> str:
    """Return the authkey as openssl computes it."""
    message = f"{customer.id}:{customer.email}".encode()
    command = ["openssl", "dgst", "-sha256", "-mac", "HMAC", "-macopt"]
    key = f"hexkey:{SECRET.encode().hex()}"
    answer = subprocess.run([*command, key], input=message, capture_output=True, check=True)
    return answer.stdout.decode().split()[-1]


def user_in(page: str) -> Any:  # noqa: ANN401 - whatever the page's script made of it
    """Return what a page leaves in `_support.user` (None for nothing), as a browser would see it.

    Its scripts are found by an HTML5 parser and run by Node; other globals than `_support` mean
    that something got out of its string.
    """
    scripts = [node.text() for node in LexborHTMLParser(page).css("script")]
    answer = subprocess.run(
        ["node", "-e", _EVALUATE],
        input=json.dumps(scripts).encode(),
        capture_output=True,
        check=True,
    )
    found = json.loads(answer.stdout)
    assert found["globals"] == []
    return found["user"]
