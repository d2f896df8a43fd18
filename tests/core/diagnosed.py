"""A customer, two accounts, and pages to diagnose."""

import hashlib
import hmac
import json
from collections.abc import Mapping

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.diagnosis import Explanation, Report, Verdict, diagnose, investigate

ZOE = Customer("48151623", "Zoe.Quinn+vip@Example.org")
ACME = Secret("6f1d8a3b5c7e9f0a2b4c6d8e0f1a3b5c7d9e1f2a")
BETA = Secret("0e9d8c7b6a5f4e3d2c1b0a998877665544332211")
BOTH = {"acme": ACME, "beta": BETA}


def hmac_of(secret: Secret, text: str, algorithm: str = "sha256") -> str:
    return hmac.digest(secret.value.encode(), text.encode(), algorithm).hex()


RIGHT = hmac_of(ACME, f"{ZOE.id}:{ZOE.email}")
WRONG = hashlib.sha256(b"made by nobody").hexdigest()
BLANK = hmac_of(ACME, ":a@b.c")


def user(**entries: object) -> str:
    return f"<script>_support = {json.dumps({'account': 'acme', 'user': entries})}</script>"


def block(source: str) -> str:
    return f"<script>_support = {{account: 'acme', user: {{{source}}}}}</script>"


def first_report(source: str, secrets: Mapping[str, Secret]) -> Report:
    """Return the first report, for tests in which the complete search would not change it."""
    return next(each for each in investigate(source, secrets) if isinstance(each, Report))


def explained(source: str, *also: Customer) -> Explanation:
    report = diagnose(source, BOTH, also)
    assert report.verdict is Verdict.EXPLAINED
    assert report.explanation
    return report.explanation
