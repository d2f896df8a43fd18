"""Parses the command line."""

import sys
from dataclasses import dataclass

from reamaze_gui import __version__
from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import FIELDS, Customer

_NOBODY = Customer()

DEMO_SECRET = Secret("not-a-real-secret")
DEMO_ACCOUNT = "demo-shop"
DEMO_CUSTOMER = Customer(
    id="48151623",
    email="zoe.quinn@example.org",
    name="Zoë Quinn",
    phone="+14155552671",
    avatar="https://example.org/zoe.png",
)


@dataclass(frozen=True, slots=True)
class Arguments:
    """What the window starts with. A secret is never an argument: other users could see it."""

    account: str = ""
    customer: Customer = _NOBODY
    demo: bool = False
    screenshot: str = ""


def read_arguments() -> Arguments:
    """Parse sys.argv; exits after printing the help, the version or an error."""
    if not sys.argv[1:]:
        return Arguments()
    import argparse  # most starts have no arguments, and save its import

    parser = argparse.ArgumentParser(
        prog="reamaze-gui",
        description="Build the snippet that signs a customer in to Re:amaze's chat widget.",
        epilog="The SSO secret is typed in the window and kept in the system's keyring; "
        "no argument takes it.",
        allow_abbrev=False,
    )
    parser.add_argument("--account", default="", help="the acme of acme.reamaze.com")
    for field in FIELDS:
        parser.add_argument(f"--{field.name}", default="", help=f"prefill {field.label}")
    parser.add_argument("--demo", action="store_true", help="a sample customer, a demo secret")
    parser.add_argument(
        "--screenshot", metavar="FILE", default="", help="write the window to a PNG and exit"
    )
    parser.add_argument("--version", action="version", version=f"Re:amaze SSO {__version__}")
    given = vars(parser.parse_args())
    for name, value in given.items():
        if isinstance(value, str) and not _is_text(value):
            parser.error(f"--{name} is not valid text in this system's encoding")
    customer = Customer(**{field.name: given.pop(field.name) for field in FIELDS})
    if given["demo"] and customer == _NOBODY:
        customer = DEMO_CUSTOMER
    if given["demo"] and not given["account"]:
        given["account"] = DEMO_ACCOUNT
    return Arguments(customer=customer, **given)


def _is_text(value: str) -> bool:
    """Whether every byte could be decoded: Python replaces the others with surrogates."""
    return not any("\ud800" <= character <= "\udfff" for character in value)
