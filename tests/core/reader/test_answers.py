"""The customer in an API response is found, wherever the authkey is in it."""

import json

import pytest

from reamaze_gui.core.page import Entry, Place
from reamaze_gui.core.reader import read
from reamaze_gui.core.reader.evaluate.handed_on import key_for
from tests.core.forms import CUSTOMER, KEY
from tests.core.reading import user_in

SENT = {name: CUSTOMER[name] for name in ("id", "email", "authkey")}
USER = {"id": "48151623", "email": "zoe@example.org"}
CAMEL = {"userId": "48151623", "userEmail": "zoe@example.org"}
ANSWERS = {
    "beside": {"authkey": KEY, "user": USER},
    "beside, last": {"user": USER, "authkey": KEY},
    "within": {"user": SENT},
    "above": {"authkey": KEY, "data": {"customer": {"profile": USER}}},
    "below": {"user": {**USER, "reamaze": {"authkey": KEY}}},
    "in parallel": {"data": {"customer": USER, "reamaze": {"authkey": KEY}}},
    "with a prefix": {"reamazeAuthkey": KEY, "customer": USER},
    "with a prefix within": {"user": {**USER, "reamaze_auth_key": KEY}},
    "camelCase": {"authKey": KEY, **CAMEL},
    "camelCase beside": {"authKey": KEY, "user": CAMEL},
    "capitals": {"AuthKey": KEY, "User": {"Id": "48151623", "Email": "zoe@example.org"}},
    "snake_case": {"auth_key": KEY, "user_id": "48151623", "user_email": "zoe@example.org"},
    "GraphQL": {"data": {"viewer": {**USER, "reamazeAuthkey": KEY, "__typename": "Customer"}}},
    "GraphQL, apart": {"data": {"me": USER, "supportToken": {"authkey": KEY}}, "extensions": {}},
    "GraphQL, a node": {"data": {"node": {"customer": {"id": "48151623", "emailAddress": "zoe@example.org"}, "sso": {"authkey": KEY}}}},
    "a list": [{"status": "ok"}, {"user": USER, "authkey": KEY}],
    "a number": {"user": {"id": 48151623, "email": "zoe@example.org"}, "authkey": KEY},
    "others too": {"agent": {"id": "9", "name": "Bob"}, "user": USER, "authkey": KEY, "ok": True},
    "the right one of two": {"recent": [{"email": "a@b.c"}], "session": {"user": USER, "authkey": KEY}},
    "JSON:API": {"data": {"type": "users", "id": "48151623", "attributes": {"email": "zoe@example.org", "authkey": KEY}}},
    "GraphQL, edges": {"edges": [{"node": {"databaseId": 48151623, "email": "zoe@example.org", "reamaze": {"authkey": KEY}}}]},
    "a customer's number": {"id": 1, "kunde": {"customerNumber": "48151623", "email": "zoe@example.org"}, "authkey": KEY},
    "ID and email apart": {"user": {"customer_id": "48151623", "contact": {"email": "zoe@example.org"}}, "chat": {"auth_key": KEY}},
    "under the name of a token": {"auth": {"user": USER}, "reamaze": {"authkey": KEY}},
    "another's address first": {"shop": {"id": 1, "email": "a@b.c"}, "customer": USER, "sso": {"authkey": KEY}},
    "names and values": [{"name": "id", "value": "48151623"}, {"name": "email", "value": "zoe@example.org"}, {"name": "authkey", "value": KEY}],
    "keys and values within": {**USER, "metafields": [{"namespace": "reamaze", "key": "authkey", "value": KEY}, {"key": 7, "value": {}}, {"value": "of nobody"}]},
    "a token's claims": {"sub": "48151623", "email": "zoe@example.org", "https://acme.example/authkey": KEY},
    "an HMAC": {**USER, "hmac": KEY},
    "a hash": {"user": {**USER, "user_hash": KEY}},
}  # fmt: skip
AROUND = {
    "alone": "{}",
    "in a sentence": "The endpoint says {} but nobody is signed in.",
    "after a head": "HTTP/2 200\ncontent-type: application/json\n\n{}\n",
    "behind a guard": ")]}}',\n{}",
    "a call": "$ curl -s https://shop.example/reamaze.json\n{}",
    "a console": "> await (await fetch('/me')).json()\n< {}",
}


def _sent(text: str) -> dict[str, str]:
    user = read(text).user
    found = {key_for(entry.name): entry.text for entry in user.entries} if user else {}
    return {name: found.get(name, "") for name in SENT}


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("indent", [None, 2])
def test_the_customer_of_an_answer_is_found(name: str, indent: int | None) -> None:
    answer = json.dumps(ANSWERS[name], indent=indent)
    assert _sent(answer) == SENT
    assert user_in(answer).place in {Place.DATA, Place.OBJECT, Place.USER}


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("name", ["beside", "below", "GraphQL", "with a prefix"])
def test_an_answer_is_found_in_what_was_pasted_with_it(name: str, around: str) -> None:
    assert _sent(AROUND[around].replace("{}", json.dumps(ANSWERS[name]))) == SENT


def test_each_value_of_an_answer_has_its_line() -> None:
    user = user_in(json.dumps(ANSWERS["beside"], indent=1))
    assert user.entries == (
        Entry("id", "48151623", 4),
        Entry("email", "zoe@example.org", 5),
        Entry("authkey", KEY, 2),
    )


XML = {
    "plain": "<user><id>48151623</id><email>zoe@example.org</email><authkey>{}</authkey></user>",
    "attributes": "<r><user id='48151623' email=\"zoe@example.org\" authkey='{}'/></r>",
    "names and sections": "<a:user-id>48151623</a:user-id><a:user-email><![CDATA[zoe@example.org]]>"
    "</a:user-email><reamazeAuthkey type='hex'>{}</reamazeAuthkey>",
}


@pytest.mark.parametrize("answer", XML.values(), ids=XML)
def test_the_customer_of_an_answer_in_xml_is_found(answer: str) -> None:
    assert _sent(answer.format(KEY)) == SENT
    assert read(f"<html>{answer.format(KEY)}</html>").user is None


def test_an_answer_above_which_no_id_stands_has_none() -> None:
    deep = {"id": "1", "a": {"b": {"c": {"d": {"email": "zoe@example.org", "authkey": KEY}}}}}
    assert _sent(json.dumps(deep)) == {**SENT, "id": ""}
