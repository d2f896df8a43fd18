"""The output of languages, databases and consoles is read correctly, and no customers are mixed up."""

import json

import pytest

from reamaze_gui.core.page import Kind, Place
from reamaze_gui.core.reader import read
from reamaze_gui.core.rules import judge
from reamaze_gui.core.rules.entries import is_template
from tests.core.forms import KEY, PAIRS
from tests.core.reading import user_in

SENT = {"id": "48151623", "email": "zoe@example.org", "authkey": KEY}
ID, EMAIL, _ = SENT.values()
RULE = "-" * 64
JSON = json.dumps(SENT)
PRINTED = {
    "Go": f"{{ID:{ID} Email:{EMAIL} Name:Zoë Day AuthKey:{KEY}}}",
    "Go, in a log": f"2026/11/29 10:11:12 user: &{{ID:{ID} Email:{EMAIL} Authkey:{KEY}}}",
    "Go's code": f'main.User{{ID:"{ID}", Email:"{EMAIL}", Authkey:"{KEY}"}}',
    "Go's map": f"map[authkey:{KEY} email:{EMAIL} id:{ID}]",
    "Go's map as code": f'map[string]any{{"authkey":"{KEY}", "email":"{EMAIL}", "id":"{ID}"}}',
    "Ruby's object": f'#<User:0x0078 @id={ID}, @email="{EMAIL}", @authkey="{KEY}">',
    "Ruby's struct": f'#<struct Sso id="{ID}", email="{EMAIL}", authkey="{KEY}">',
    "Rails": f'#<User id: {ID}, email: "{EMAIL}", authkey: "{KEY}">',
    "Python's None": f"{{'id': {ID}, 'email': '{EMAIL}', 'name': None, 'authkey': '{KEY}'}}",
    "Python's type": f"{{'id': Decimal('{ID}'), 'email': '{EMAIL}', 'authkey': '{KEY}'}}",
    "Python's pairs": f"[('id', '{ID}'), ('email', '{EMAIL}'), ('authkey', '{KEY}')]",
    "a document": f'{{"_id": 1, "id": NumberLong({ID}), "email": "{EMAIL}", "authkey": "{KEY}"}}',
    "print_r of an object": f"User Object\n(\n    [id:protected] => {ID}\n"
    f"    [email:protected] => {EMAIL}\n    [authkey:User:private] => {KEY}\n)",
    "var_dump": f'array(3) {{\n  ["id"]=>\n  int({ID})\n  ["email"]=>\n  string(15) "{EMAIL}"\n'
    f'  ["authkey":"Sso":private]=>\n  string(64) "{KEY}"\n}}',
    "var_dump of Xdebug": f"array (size=3)\n  'id' => int {ID}\n  'email' => string '{EMAIL}' "
    f"(length=15)\n  'authkey' => string '{KEY}' (length=64)",
    "Symfony": f'App\\Sso {{#312 ▼\n  +id: {ID}\n  +email: "{EMAIL}"\n  -authkey: "{KEY}"\n}}',
    "serialize": f'a:3:{{s:2:"id";i:{ID};s:5:"email";s:15:"{EMAIL}";s:7:"authkey";s:64:"{KEY}";}}',
    "Java": f"User[id={ID}, email={EMAIL}, authkey={KEY}]",
    "C#": f"User {{ Id = {ID}, Email = {EMAIL}, Authkey = {KEY} }}",
    "Rust": f'User {{\n    id: {ID},\n    email: "{EMAIL}",\n    authkey: "{KEY}",\n}}',
    "Elixir": f'%{{id: {ID}, email: "{EMAIL}", authkey: "{KEY}"}}',
    "Python 2": f"{{u'id': u'{ID}', u'email': u'{EMAIL}', u'authkey': u'{KEY}'}}",
    "Python 2, in a log": f"INFO context={{u'id': u'{ID}', u'email': u'{EMAIL}', "
    f"u'authkey': u'{KEY}'}}",
    "an ordered dictionary": f"OrderedDict([('id', '{ID}'), ('email', '{EMAIL}'), "
    f"('authkey', '{KEY}')])",
    "an ordered dictionary of Python 3.12": f"OrderedDict({{'id': '{ID}', 'email': '{EMAIL}', "
    f"'authkey': '{KEY}'}})",
    "an ordered dictionary in a log": f"INFO made OrderedDict({{'id': '{ID}', 'email': '{EMAIL}', "
    f"'authkey': '{KEY}'}}) for them",
    "Clojure": f'{{:id {ID} :email "{EMAIL}" :authkey "{KEY}"}}',
    "Clojure, with commas and spaces of names": f'{{:user/id "{ID}", :user/email "{EMAIL}", '
    f':user/authkey "{KEY}"}}',
    "Erlang": f'#{{id => <<"{ID}">>,email => <<"{EMAIL}">>,authkey => <<"{KEY}">>}}',
    "Dart": f"{{id: {ID}, email: {EMAIL}, authkey: {KEY}}}",
    "psql": f" user_id | email | reamaze_authkey\n---------+-------+----\n {ID} | {EMAIL} | {KEY}\n",
    "psql, a column a line": f"-[ RECORD 1 ]--\nid      | {ID}\nemail   | {EMAIL}\nauthkey | {KEY}",
    "MySQL, a column a line": f"*** 1. row ***\n     id: {ID}\n  email: {EMAIL}\nauthkey: {KEY}\n",
    "SQLite's box": f"┌──┬──┬──┐\n│ id │ email │ authkey │\n├──┼──┼──┤\n│ {ID} │ {EMAIL} │ {KEY} │",
    "columns by spaces": f"id       email            authkey\n-------- ---------------- {RULE}\n"
    f"{ID} {EMAIL}  {KEY}\n\n(1 rows affected)",
    "INSERT": f"(`id`, email, authkey) VALUES ({ID}, '{EMAIL}', '{KEY}');",
    "a number of its own": f"id | customer_id | email | authkey\n7 | {ID} | {EMAIL} | {KEY}",
    "Polars": "┌──┬──┬──┐\n│ id ┆ email ┆ authkey │\n│ --- ┆ --- ┆ --- │\n│ i64 ┆ str ┆ str │\n╞══╪══╪══╡\n"
    f"│ {ID} ┆ {EMAIL} ┆ {KEY} │\n└──┴──┴──┘",
    "console.table": "│ (index) │ id │ email │ authkey │\n├──┼──┼──┼──┤\n"
    f"│ 0 │ '{ID}' │ '{EMAIL}' │ '{KEY}' │",
    "console.table of one": f"│ (index) │ Values │\n│ id │ '{ID}' │\n│ email │ '{EMAIL}' │\n"
    f"│ authkey │ '{KEY}' │",
    "PowerShell": f"Name      Value\n----      -----\nid        {ID}\nemail     {EMAIL}\n"
    f"authkey   {KEY}",
    "an answer's preview": f'▼ {{user: {{…}}, authkey: "{KEY}"}}\n  authkey: "{KEY}"\n'
    f'  ▼ user: {{id: "{ID}", email: "{EMAIL}"}}\n    email: "{EMAIL}"\n    id: "{ID}"',
    "labels on a line": f"Customer ID: {ID} Email: {EMAIL} Authkey: {KEY}",
    "labels in German": f"Kundennummer: {ID}\nE-Mail-Adresse: {EMAIL}\nAuthkey: {KEY}",
    "JSONP": f"/**/ typeof cb === 'function' && cb({JSON});",
    "JSONP after a head": f"HTTP/1.1 200 OK\n\nshop.onUser({JSON});",
    "JSON behind a guard": f"for(;;);{JSON}",
    "an event": f"event: user\ndata: {JSON}\n\n",
    "an object a line": f'{{"event": "login"}}\n{JSON}\n',
    "what copy() gave": f"copy(_support.user)\n{JSON}",
    "an object within a sentence": f"Our object: {{{PAIRS}}}. Why does it not work?",
    "the same with quotes": f"It's user: {json.dumps(SENT)}, isn't it?",
    "a script's line before it": f"chat.js:14 user {{{PAIRS}}}",
}  # fmt: skip


@pytest.mark.parametrize("name", PRINTED)
def test_what_is_printed_is_a_customer_with_nothing_wrong(name: str) -> None:
    page = read(PRINTED[name])
    assert page.user
    found = {entry.name: entry.text for entry in page.user.entries}
    assert {each: found.get(each) for each in SENT} == SENT
    assert [*judge(page, {})] == []


OTHERS = {
    "print_r, one after": "Array\n(\n{ours}\n [order] => Array\n (\n [id] => 7\n [email] => b@c.d\n )\n)",
    "print_r, one before": "Array\n(\n [agent] => Array\n (\n [id] => 7\n [email] => b@c.d\n )\n{ours})",
}
OURS = f" [user] => Array\n (\n [id] => {ID}\n [email] => {EMAIL}\n [authkey] => {KEY}\n )\n"
TWO = {
    **{name: text.replace("{ours}", OURS) for name, text in OTHERS.items()},
    "Ruby": f'{{:agent=>{{:id=>7, :email=>"b@c.d"}}, :user=>{{:id=>{ID}, :email=>"{EMAIL}", '
    f':authkey=>"{KEY}"}}}}',
    "Go": f"[{{ID:{ID} Email:{EMAIL} AuthKey:{KEY}}} {{ID:7 Email:b@c.d AuthKey:{'ab' * 32}}}]",
    "rows": f"id | email | authkey\n---+---+---\n{ID} | {EMAIL} | {KEY}\n7 | b@c.d | {'ab' * 32}",
    "a column a line": f"id: {ID}\nemail: {EMAIL}\nauthkey: {KEY}\n\nid: 7\nemail: b@c.d",
    "a signature": f"ID: {ID}\nEmail: {EMAIL}\nAuthkey: {KEY}\n\n--\nBob Roe\nEmail: b@c.d",
    "the authkey apart": f'[user] => (\n [id] => {ID}\n [email] => {EMAIL}\n)\n[authkey] => "{KEY}")',
}


@pytest.mark.parametrize("name", TWO)
def test_values_of_two_people_are_never_one_customers(name: str) -> None:
    user = read(TWO[name]).user
    assert user
    found = {entry.name.lower(): entry.text for entry in user.entries}
    assert {each: found.get(each) for each in SENT} == SENT


@pytest.mark.parametrize(
    "program",
    [
        "type SsoUser {\n  id: ID!\n  email: String!\n  authkey: String\n}",
        "class SsoUser(BaseModel):\n    id: int\n    email: EmailStr\n    authkey: Optional[str]",
        "CREATE TABLE sso (\n  id INT,\n  email VARCHAR(255),\n  authkey CHAR(64)\n);",
        "struct SsoUser: Codable {\n  let id: String\n  let email: String\n  let authkey: String\n}",
        "var model = new { id = user.Id, email = user.Email, authkey = Sign(user) };",
        '["id": user.id, "email": user.email, "authkey": key]',
        "return ['id' => $user->ID, 'email' => $user->user_email, 'authkey' => $authkey];",
        "context = {'id': user.pk, 'email': user.email, 'authkey': authkey}",
        "user := User{ID: u.ID, Email: u.Email, Authkey: key}",
        "| Field | Meaning |\n|---|---|\n| id | Their ID |\n| email | Their email |\n| authkey | HMAC |",
        json.dumps({"properties": {each: {"type": "string"} for each in SENT}}),
        "We changed the id and email. Is the authkey: wrong?",
        ': "${ID:?missing}" "${EMAIL:?missing}" "${AUTHKEY:?missing}"',
        "INSERT INTO sso (id, email, authkey) VALUES (?, ?, ?);",
        " id | email | authkey\n----+-------+---------\n(0 rows)",
    ],
)
def test_a_program_and_its_types_are_nobody(program: str) -> None:
    user = read(program).user
    assert user is None or all(
        entry.kind is Kind.COMPUTED or is_template(entry) for entry in user.entries
    )


@pytest.mark.parametrize(
    ("code", "place"),
    [
        (f"const user = {{{PAIRS}}};\nwindow._support.user = user);", Place.USER),
        (f"user: {{{PAIRS.replace('Zoë', 'Zo' + chr(39) + 'ë')}}}", Place.USER),
        (f"me = {{{PAIRS.replace('Zoë', 'Zo' + chr(39) + 'ë')}}}", Place.ELSEWHERE),
        (f"_support = {json.dumps({'user': SENT})};\nfoo(;", Place.USER),
    ],
)
def test_code_that_is_broken_is_not_taken_for_what_is_printed(code: str, place: Place) -> None:
    page = read(code)
    assert page.user
    assert page.user.place is place
    assert "syntax" in {each.id for each in judge(page, {})}


def test_json_that_code_is_given_is_the_codes() -> None:
    assert user_in(f"Reamaze.identify({JSON});").place is Place.ELSEWHERE
    for code in (f"_support.user =\n{JSON};", f"_support.user = Object.freeze(\n{JSON}\n);"):
        assert {each.id for each in judge(read(code), {})} == set()
        found = read(code).user
        assert found
        assert found.place is Place.USER


def test_what_cannot_end_is_read_as_far_as_it_goes() -> None:
    assert read(f"It says {{id: '7', and {{{PAIRS}}}").user
    assert read("{a: 1, authkey: '" * 30).user is None
