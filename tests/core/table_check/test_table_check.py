"""A list is checked row by row, and all that fail are explained once."""

import base64
import hmac
import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui.core.authkey import Secret, authkey
from reamaze_gui.core.table_check import (
    TableCheck,
    TableProgress,
    check_table,
    check_table_stepwise,
    is_table,
    said_why,
)
from tests.core.table_check.lists import (
    HEADING,
    SECRET,
    SECRETS,
    Row,
    lines,
    listed,
    lower_cased,
    people,
    right,
    wrong,
)


def says(check: TableCheck) -> list[tuple[int, str]]:
    return [
        (
            len(group.rows),
            " ".join(s.says for s in group.explanation.slips) if group.explanation else "",
        )
        for group in check.groups
    ]


def test_all_that_fail_for_one_reason_are_one_group_the_largest_first() -> None:
    rows = people(40)
    for at in (3, 7, 8, 21):
        rows[at] = lower_cased(rows[at][0], f"User.{at}@example.org")
    rows[11] = wrong("0007", "zero@example.org", lambda id, email: (id.lstrip("0"), email))
    rows[30] = wrong("0008", "one@example.org", lambda id, email: (id.lstrip("0"), email))
    rows[20] = wrong("7020", "two@example.org", lambda id, email: (email, id))
    check = check_table(listed(rows), SECRETS)
    assert (check.total, check.right, check.wrong, check.unchecked) == (40, 33, 7, 0)
    assert [group.rows for group in check.groups] == [(4, 8, 9, 22), (12, 31), (21,)]
    assert says(check) == [
        (4, "Before it was signed, the email was lower-cased."),
        (2, "The id was signed without the zeros at its start."),
        (1, "The email was put before the id."),
    ]
    assert check.groups[0].common == (
        "All of them have capitals in the email, and none that is right.",
    )
    assert "All of them have an ID that begins with a zero, and none that is right." in (
        check.groups[1].common
    )


RECIPES: dict[str, Callable[[str, str], str]] = {
    "lower-cased email": lambda id, email: authkey(SECRET, id, email.lower()),
    "email in place of the id": lambda _id, email: authkey(SECRET, email, email),
    "only the email": lambda _id, email: keyed(email),
    "the email first": lambda id, email: authkey(SECRET, email, id),
    "in Base64": lambda id, email: base64.b64encode(
        bytes.fromhex(authkey(SECRET, id, email))
    ).decode(),
    "upper case": lambda id, email: authkey(SECRET, id, email).upper(),
    "SHA-256 of the text": lambda id, email: (
        __import__("hashlib").sha256(f"{id}:{email}".encode()).hexdigest()
    ),
    "the id as the key": lambda id, email: authkey(Secret(id), id, email),
    "a placeholder as the key": lambda id, email: authkey(Secret("YOUR_SECRET"), id, email),
    "the secret in lower case": lambda id, email: authkey(Secret("opensesame-12345 "), id, email),
    "the first 32 digits": lambda id, email: authkey(SECRET, id, email)[:32],
    "Latin-1": lambda id, email: keyed_bytes(f"{id}:{email}".encode("latin-1")),
}


def keyed(text: str) -> str:
    return keyed_bytes(text.encode())


def keyed_bytes(data: bytes) -> str:
    return hmac.digest(SECRET.value.encode(), data, "sha256").hex()


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_that_explains_one_row_explains_the_others(name: str) -> None:
    make = RECIPES[name]
    failing = [(str(at), f"Zoë.{at}@example.org") for at in range(4100, 4105)]
    rows = [*people(5), *((*signed, make(*signed)) for signed in failing)]
    check = check_table(listed(rows), SECRETS)
    [group] = check.groups
    assert group.rows == (6, 7, 8, 9, 10)
    assert group.explanation
    assert check.right == 5


def test_rows_that_nothing_explains_are_one_group_and_one_authkey_for_all_is_said() -> None:
    rows = people(3) + [(*row[:2], "ab" * 32) for row in people(3, start=8000)]
    check = check_table(listed(rows), SECRETS)
    [group] = check.groups
    assert (group.rows, group.explanation) == ((4, 5, 6), None)
    assert group.common == ("All of them have the same authkey.",)


def test_what_explains_a_row_alone_is_taken_for_no_other() -> None:
    rows = [right("7", "a@example.org"), ("8", "b@example.org", SECRET.value), *people(2)]
    check = check_table(listed(rows), SECRETS)
    assert says(check)[0][0] == 1
    assert "the SSO secret itself" in says(check)[0][1]


@pytest.mark.parametrize(
    "heading",
    [
        *(HEADING, ("Customer ID", "E-Mail", "Auth Key"), ("user_id", "user_email", "hmac")),
        *(("Kundennummer", "E-Mail-Adresse", "Signatur"), ("a", "b", "c")),
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_columns_are_found_in_any_order_and_naming(
    heading: Row, delimiter: str, order: tuple[int, ...]
) -> None:
    table = [[row[at] for at in order] for row in (heading, *people(3))]
    check = check_table(lines(table, delimiter), SECRETS)
    assert (check.total, check.right) == (3, 3)


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 1, 0, 2), (2, 3, 1, 0)])
def test_without_a_heading_columns_are_known_by_what_they_hold(order: tuple[int, ...]) -> None:
    rows = [(*row, str(at * 3)) for at, row in enumerate(people(4), start=1)]
    check = check_table(lines([[row[at] for at in order] for row in rows]), SECRETS)
    assert (check.total, check.right) == (4, 4)
    assert check.columns
    assert check.columns.called(check.columns.id) == f"column {order.index(0) + 1}"


def test_a_list_is_read_from_json_and_from_an_object_a_line() -> None:
    objects = [dict(zip(("id", "email", "hash"), row, strict=True)) for row in people(3)]
    for text in (json.dumps({"customers": objects}), "\n".join(map(json.dumps, objects))):
        for keepends in (True, False):
            check = check_table(text.splitlines(keepends=keepends), SECRETS)
            assert (check.total, check.right) == (3, 3)
        assert is_table(text)


def test_lines_may_come_without_their_ends() -> None:
    rows = [(*row, "a\nb") for row in people(3)]
    table = "".join(listed(rows, (*HEADING, "note"))).split("\r\n")
    assert check_table(table, SECRETS).right == 3


def test_json_that_is_broken_or_no_list_is_refused() -> None:
    for text in ("[{", "[1, 2]", "{}", "[" * 100_000):
        check = check_table([text], SECRETS)
        assert check.total == 0
        assert "id,email,authkey" in check.remarks[0]
        assert not is_table(text)


def test_the_line_that_names_the_delimiter_and_a_byte_order_mark_are_no_rows() -> None:
    rows = lines([HEADING, *people(2)], "|")
    assert check_table(["\ufeffsep=|\r\n", *rows], SECRETS).right == 2


def test_marks_of_a_spreadsheet_are_taken_off() -> None:
    rows: list[Row] = [(f"'{row[0]}", *row[1:]) for row in people(2)]
    rows.append(('="7"', *right("7", "a@example.org")[1:]))
    assert check_table(listed(rows), SECRETS).right == 3


@pytest.mark.parametrize(
    ("row", "remark"),
    [
        (("", "a@example.org", "ab"), "Row 2 has no ID."),
        (("7", "", "ab"), "Row 2 has no email."),
        (("7", "a@example.org", ""), "Row 2 has no authkey."),
        (("7", "a@example.org"), "Row 2 has fewer cells than the others."),
        (("7", "a", "b", "c"), "Row 2 has more cells than the others"),
    ],
)
def test_a_row_that_cannot_be_checked_is_named(row: Row, remark: str) -> None:
    rows = [*people(1), row, *people(2, start=8000)]
    check = check_table(listed(rows), SECRETS)
    assert (check.total, check.right, check.unchecked) == (4, 3, 1)
    assert check.remarks[0].startswith(remark)


def test_empty_cells_at_the_end_of_a_row_may_be_there_or_not() -> None:
    rows = [(*people(1)[0], ""), people(1, 7100)[0], (*people(1, 7200)[0], "", "")]
    table = lines([(*HEADING, "note"), *rows])
    assert check_table(table, SECRETS).right == 3


def test_a_quotation_mark_that_is_not_closed_damages_its_own_row_alone() -> None:
    table = listed(people(3000))
    table[5] = table[5].replace("user", '"user')
    table[900] = '"' + table[900]
    table[2999] = table[2999].replace(",", ',"', 1)
    check = check_table(table, SECRETS)
    assert (check.total, check.right, check.unchecked) == (3000, 2997, 3)
    assert check.remarks == (
        "Rows 5, 900 and 2,999 have a quotation mark that is not closed, or stands within a value.",
    )


def test_a_value_over_several_lines_is_one_row() -> None:
    rows = [(*row, "a\r\nb\r\n\r\nc") for row in people(600)]
    check = check_table(listed(rows, (*HEADING, "note")), SECRETS)
    assert (check.total, check.right) == (600, 600)


def test_blank_lines_are_no_rows() -> None:
    table = listed(people(2))
    assert check_table([table[0], "\r\n", table[1], ",,\r\n", table[2], "\r\n"], SECRETS).total == 2


def test_one_id_with_two_authkeys_is_said() -> None:
    rows = [right("7", "a@example.org"), *people(1), right("7", "b@example.org")]
    rows += [right("7", "a@example.org")]
    check = check_table(listed(rows), SECRETS)
    assert check.right == 4
    assert check.remarks == ("Rows 1 and 3 have the same ID, “7”, and different authkeys.",)


def test_many_ids_with_two_authkeys_are_counted() -> None:
    rows = [right(str(at), f"{side}@example.org") for side in "ab" for at in range(8)]
    remarks = check_table(listed(rows), SECRETS).remarks
    assert remarks[-1] == "So it is with 3 more IDs."


def test_the_account_is_the_one_with_which_most_rows_are_right() -> None:
    secrets = {"globex": Secret("other"), **SECRETS}
    check = check_table(listed(people(3)), secrets)
    assert (check.account, check.right) == ("acme", 3)


def test_rows_of_another_account_are_not_checked() -> None:
    rows = [(*row, account) for row, account in zip(people(3), ("acme", "globex", ""), strict=True)]
    check = check_table(listed(rows, (*HEADING, "account")), SECRETS)
    assert (check.right, check.unchecked) == (2, 1)
    assert check.remarks == (
        "Row 2 is of the account “globex”, and was not checked with its secret.",
    )


def test_without_a_secret_nothing_is_checked() -> None:
    check = check_table(listed(people(7)), {})
    assert (check.total, check.right, check.unchecked) == (7, 0, 7)
    assert check.remarks == (
        "Rows 1, 2, 3, 4, 5 and 2 more were not checked: no SSO secret is saved.",
    )


def test_what_is_dated_later_is_said() -> None:
    rows = [(*row, f"2024-04-{at:02} 10:00") for at, row in enumerate(people(4), start=1)]
    failing = [("9", "A@example.org"), ("10", "B@example.org")]
    rows += [(*lower_cased(*each), "2024-05-01 09:00") for each in failing]
    [group] = check_table(listed(rows, (*HEADING, "created")), SECRETS).groups
    assert "All of them are dated 2024-05-01 or later; all that are right, before." in group.common


def test_what_is_dated_earlier_is_said_and_how_long_the_ids_are() -> None:
    rows = [(*row, f"2024-04-{at:02}") for at, row in enumerate(people(4), start=1)]
    failing = [("900001", "A@example.org"), ("900002", "B@example.org")]
    rows += [(*lower_cased(*each), "2023-05-01") for each in failing]
    [group] = check_table(listed(rows, (*HEADING, "created")), SECRETS).groups
    assert group.common[1:] == (
        "All of them have an ID of 6 characters, and none that is right.",
        "All of them are dated 2023-05-01 or earlier; all that are right, after.",
    )


def test_what_few_of_the_right_ones_have_too_is_counted() -> None:
    rows = [*people(9), right("7", "Zoe@example.org")]
    rows += [lower_cased(str(at), "User@example.org") for at in (1, 12)]
    dated = [(*row, f"2024-04-{at:02}") for at, row in enumerate(rows[::-1], start=1)]
    dated.append((*lower_cased("2", "User@example.org"), "2024-04-20"))
    [group] = check_table(listed(dated, (*HEADING, "created")), SECRETS).groups
    assert group.common == (
        "All of them have capitals in the email, but only 1 of the 10 that are right.",
    )


def test_a_page_that_swaps_id_and_email_in_all_rows_is_explained_once() -> None:
    rows = [(email, user, key) for user, email, key in people(3)]
    check = check_table(listed(rows), SECRETS)
    assert [len(group.rows) for group in check.groups] == [3]
    assert "sends the email as the id" in said_why(check.groups[0])


def test_a_list_without_a_column_for_the_id_is_none() -> None:
    rows = [("Ana Jansen", *row[1:]) for row in people(3)]
    assert check_table(listed(rows, ("name", "email", "authkey")), {}).columns is None


def test_a_check_tells_how_far_it_is_and_what_it_found_so_far() -> None:
    rows = people(3000)
    rows[1] = lower_cased("1", "A@example.org")
    rows[2999] = lower_cased("2", "B@example.org")
    *steps, last = check_table_stepwise(listed(rows), SECRETS)
    assert isinstance(last, TableCheck)
    told = [each for each in steps if isinstance(each, TableProgress)]
    assert told == steps
    assert [each.rows for each in told] == sorted(each.rows for each in told)
    early = next(each for each in told if each.found)
    assert early.rows < 1000
    assert early.found[0][1] == 1
    assert told[-1].found[0][1] == 2


def test_a_check_that_is_stopped_says_what_it_found_until_then() -> None:
    rows = people(5000)
    told: list[TableProgress | TableCheck] = []
    told.extend(check_table_stepwise(listed(rows), SECRETS, stopped=lambda: len(told) > 2))
    assert isinstance(told[-1], TableCheck)
    assert 0 < told[-1].total == told[-1].right < 5000


def test_a_search_can_be_stopped_too() -> None:
    rows = [(*row[:2], "ab" * 32) for row in people(3)]
    told: list[TableProgress | TableCheck] = []
    told.extend(check_table_stepwise(listed(rows), SECRETS, stopped=lambda: len(told) > 5))
    assert len(told) < 20
    assert isinstance(told[-1], TableCheck)
    assert told[-1].groups[0].rows == (1, 2, 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("".join(listed(people(2))), True),
        ("".join(lines(people(3), ";")), True),
        ("".join(listed(people(1))), False),
        ("", False),
        ("id,email,authkey\n", False),
        ("<script>_support.user = {id: 7, email: 'a@b.org', authkey: 'ab'}</script>", False),
        ('{"id": 7, "email": "a@b.org", "authkey": "ab"}', False),
        ("Hello,\nplease, help, me\nAna, Ben, Li\n", False),
        ("id,email,name\n7,a@b.org,Ana\n8,b@b.org,Ben\n", False),
    ],
    ids=[
        "list",
        "no heading",
        "one row",
        "nothing",
        "heading",
        "page",
        "object",
        "prose",
        "no key",
    ],
)
def test_a_list_is_told_from_a_page(text: str, expected: bool) -> None:  # noqa: FBT001
    assert is_table(text) is expected


@given(st.lists(st.text("7,;\"'\n\t@a.\u00eb", max_size=12).map(lambda line: f"{line}\n")))
def test_any_lines_can_be_checked_and_no_row_is_lost(damaged: list[str]) -> None:
    check = check_table(["id,email,authkey\n", *damaged], {})
    assert check.total == check.unchecked
    check_table(damaged, {})


def test_no_repr_shows_a_secret() -> None:
    rows = [("8", "b@example.org", SECRET.value), *people(2)]
    check = check_table(listed(rows), SECRETS)
    assert SECRET.value not in repr(check)
