"""A value of any length is read whole, and does not keep the others from being read."""

import html
import json
from urllib.parse import urlencode

import pytest

from reamaze_gui.core.diagnosis import Verdict
from reamaze_gui.core.reader import read
from tests.core.diagnosed import first_report
from tests.core.forms import CUSTOMER, DEFINED, FORM, KEY
from tests.core.reading import user_in

PICTURE = "data:image/png;base64," + "iVBORw0KGgo/AAA+" * 16_384
TEXT = "Zoe Day, " * 30_000


def _user(name: str) -> str:
    return f"id: '48151623', email: 'zoe@example.org', name: '{name}', authkey: '{KEY}'"


def _forms(name: str) -> dict[str, str]:
    entries = {**CUSTOMER, "name": name}
    snippet = f"<script>_support['user'] = {{{_user(name)}}};</script>"
    as_php = json.dumps(entries).replace("/", "\\/")
    return {
        "a snippet": snippet,
        "a page": f"<!doctype html><head>{DEFINED}</head><img src='{PICTURE}'>{snippet}",
        "code alone": f"_support.user = {{{_user(name)}}}",
        "key by key": "_support.user = {};\n"
        + "".join(f"_support.user.{key} = '{value}';\n" for key, value in entries.items()),
        "JSON": json.dumps(entries, ensure_ascii=False),
        "JSON of PHP": f"<script>_support.user = {as_php}</script>",
        "JSON that is parsed": f"_support.user = JSON.parse('{json.dumps(entries)}')",
        "what a console prints": f"{{{_user(name)}}}",
        "double quotes": snippet.replace("'", '"'),
        "a script in a string": f"eval({json.dumps(f'_support.user = {{{_user(name)}}}')})",
        "escaped for HTML": html.escape(snippet, quote=False),
    }


@pytest.mark.parametrize("form", _forms(""))
@pytest.mark.parametrize("name", [PICTURE, TEXT], ids=["picture", "text"])
def test_a_value_longer_than_a_script_is_read_as_any_other(form: str, name: str) -> None:
    page = read(_forms(name)[form])
    assert page.user
    sent = {entry.name: entry.text for entry in page.user.entries}
    assert sent.pop("name") == name
    assert sent == {key: value for key, value in CUSTOMER.items() if key != "name"}
    assert page.sightings == read(_forms("Zoë")[form]).sightings


def test_its_escapes_mean_what_they_mean_in_a_script() -> None:
    user = user_in(f"_support.user = {json.dumps({**CUSTOMER, 'name': 'Zoë/Day, ' * 150_000})}")
    assert user.entries[2].text == "Zoë/Day, " * 150_000


def test_a_customer_with_such_a_value_is_diagnosed() -> None:
    assert first_report(_forms(PICTURE)["a snippet"], {}).verdict is Verdict.NO_SECRET


@pytest.mark.parametrize("name", ["id", "email", "authkey"])
def test_no_value_is_too_long_for_a_diagnosis(name: str) -> None:
    entries = {**CUSTOMER, name: PICTURE}
    page = f"_support.user = {json.dumps(entries)}"
    assert first_report(page, {}).verdict is Verdict.NO_SECRET


def test_a_long_string_that_holds_the_customer_is_not_set_aside() -> None:
    user = user_in(
        f"curl 'https://acme.reamaze.com' --data '{urlencode(FORM)}&note={'a' * 60_000}'"
    )
    assert {entry.name: entry.text for entry in user.entries} == CUSTOMER


def test_a_mark_of_our_own_in_a_string_is_text() -> None:
    user = user_in(f"_support.user = {{{_user(PICTURE)}, plan: '\\ufdd80\\ufdd9 \\ufdd87\\ufdd9'}}")
    (plan,) = [entry.text for entry in user.entries if entry.name == "plan"]
    assert plan in {f"{PICTURE} \ufdd87\ufdd9", "\ufdd80\ufdd9 \ufdd87\ufdd9"}
