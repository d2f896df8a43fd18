"""The shell snippet prints the authkey of a customer, and shows the secret to nobody."""

import hashlib
import hmac
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reamaze_gui.core.customer import Customer
from tests.formats.shop import SNIPPETS, VARIABLE, needs
from tests.formats.visitors import ORDINARY, SECRET, SIGNED_IN, openssl_authkey

# What a process can be given: no NUL, and nothing that UTF-8 can't write.
texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1)


def run(
    *arguments: str, shell: str = "sh", secret: str | None = SECRET, path: str = os.environ["PATH"]
) -> subprocess.CompletedProcess[str]:
    """Run the snippet to its end, whichever it is."""
    for part in (shell, "openssl"):
        needs(shutil.which(part), f"{part} is missing: apt install {part}")
    environment = {} if secret is None else {VARIABLE: secret}
    return subprocess.run(
        [shell, SNIPPETS / "openssl.sh", *arguments],
        capture_output=True,
        check=False,
        text=True,
        env={"PATH": path, **environment},
    )


def python_authkey(secret: str, customer: Customer) -> str:
    message = f"{customer.id}:{customer.email}".encode()
    return hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()


@pytest.mark.parametrize("shell", ["dash", "bash"])
@pytest.mark.parametrize("visitor", SIGNED_IN)
def test_the_authkey_is_the_one_of_openssl_and_python(visitor: str, shell: str) -> None:
    customer = SIGNED_IN[visitor]
    answer = run(customer.id, customer.email, shell=shell)
    assert (answer.stdout, answer.stderr) == (f"{openssl_authkey(customer)}\n", "")
    assert answer.stdout.strip() == python_authkey(SECRET, customer)


@given(secret=texts, id=texts, email=texts)
@example("s" * 63, "1", "a@example.org")
@example("s" * 64, "1", "a@example.org")
@example("s" * 65, "1", "a@example.org")
@example("é" * 200, "1", "a@example.org")
@example("a line break at its end\n", "1", "a@example.org")
@example("-n", "-e", "--help")
@example(r"%s\n\0101*$(id)`id`", r"%s\n\0101", r"* %d\c")
def test_any_secret_id_and_email_are_signed_as_they_are(secret: str, id: str, email: str) -> None:
    answer = run(id, email, secret=secret)
    assert answer.stdout == f"{python_authkey(secret, Customer(id, email))}\n"


def test_no_program_is_given_the_secret_as_an_argument(tmp_path: Path) -> None:
    for program in ("openssl", "od", "printf", "echo", "env", "cat", "xxd", "tr", "wc", "cut"):
        real = shutil.which(program)
        witness = tmp_path / program
        witness.write_text(f'#!/bin/sh\necho "{program} $*" >>{tmp_path}/seen\nexec {real} "$@"\n')
        witness.chmod(0o700)
    customer = replace(ORDINARY, id="an id that none is given either")
    answer = run(customer.id, customer.email, path=f"{tmp_path}:{os.environ['PATH']}")
    assert answer.stdout == f"{openssl_authkey(customer)}\n"
    seen = (tmp_path / "seen").read_text()
    assert "openssl dgst" in seen
    assert not [form for form in (SECRET, SECRET.encode().hex(), customer.id) if form in seen]


@pytest.mark.parametrize("secret", [None, ""], ids=["unset", "empty"])
def test_nothing_is_signed_while_the_secret_is(secret: str | None) -> None:
    answer = run(ORDINARY.id, ORDINARY.email, secret=secret)
    assert answer.returncode != 0
    assert answer.stdout == ""
    assert VARIABLE in answer.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [((), "customer ID"), (("7",), "email"), (("", "a@b.c"), "customer ID"), (("7", ""), "email")],
)
def test_what_is_missing_is_named_and_nothing_signed(arguments: tuple[str, ...], says: str) -> None:
    answer = run(*arguments)
    assert answer.returncode != 0
    assert answer.stdout == ""
    assert says in answer.stderr


def test_nothing_is_printed_where_openssl_is_missing(tmp_path: Path) -> None:
    (tmp_path / "od").symlink_to(shutil.which("od") or "")
    answer = run(ORDINARY.id, ORDINARY.email, shell=shutil.which("sh") or "", path=str(tmp_path))
    assert answer.returncode != 0
    assert answer.stdout == ""
    assert "openssl" in answer.stderr
