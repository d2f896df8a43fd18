"""A list is checked row by row, and rows that fail for one reason are explained once."""

import base64
import hashlib
import hmac
from collections.abc import Callable

import pytest

from reamaze_gui.core.authkey import Secret, authkey
from reamaze_gui.core.table_check import (
    TableCheck,
    TableProgress,
    check_table,
    check_table_stepwise,
    reason,
)
from tests.core.table_check.lists import (
    HEADING,
    SECRET,
    SECRETS,
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
        (4, "The email was lower-cased before it was signed."),
        (2, "The ID was signed without the zeros at its start."),
        (1, "The email was put before the ID."),
    ]
    assert check.groups[0].common == (
        "All of them have capitals in the email; none of the right rows does.",
    )
    assert "All of them have an ID that begins with a zero; none of the right rows does." in (
        check.groups[1].common
    )


RECIPES: dict[str, Callable[[str, str], str]] = {
    "lower-cased email": lambda id, email: authkey(SECRET, id, email.lower()),
    "in Base64": lambda id, email: base64.b64encode(
        bytes.fromhex(authkey(SECRET, id, email))
    ).decode(),
    "SHA-256 of the text": lambda id, email: hashlib.sha256(f"{id}:{email}".encode()).hexdigest(),
    "the ID as the key": lambda id, email: authkey(Secret(id), id, email),
    "a placeholder as the key": lambda id, email: authkey(Secret("YOUR_SECRET"), id, email),
    "the first 32 digits": lambda id, email: authkey(SECRET, id, email)[:32],
    "Latin-1": lambda id, email: keyed_bytes(f"{id}:{email}".encode("latin-1")),
    "an unusual joint": lambda id, email: keyed(f"{id}<br>{email}"),
    "names of variables": lambda _id, _email: keyed("{{inputData.id}}:{{inputData.email}}"),
    "a hidden secret as the key": lambda id, email: authkey(Secret("•" * 12), id, email),
    "a secret with its name": lambda id, email: authkey(
        Secret(f"export SSO_KEY='{SECRET.value}'"), id, email
    ),
    "PBKDF2": lambda id, email: hashlib.pbkdf2_hmac(
        "sha256", f"{id}:{email}".encode(), SECRET.value.encode(), 1000
    ).hex(),
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


def test_the_account_is_the_one_with_which_most_rows_are_right() -> None:
    secrets = {"globex": Secret("other"), **SECRETS}
    check = check_table(listed(people(3)), secrets)
    assert (check.account, check.right) == ("acme", 3)


def test_an_account_is_known_however_the_list_writes_it() -> None:
    rows = [
        (*row, account)
        for row, account in zip(people(2), ("ACME", "acme.reamaze.com"), strict=True)
    ]
    assert check_table(listed(rows, (*HEADING, "account")), SECRETS).right == 2


def in_base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize("make", [lambda _: SECRET.value, str, in_base64], ids=["1", "2", "3"])
def test_rows_with_what_is_no_digest_are_explained_together(make: Callable[[str], str]) -> None:
    rows = ((user, email, make(f"{user}:{email}")) for user, email, _ in people(9))
    check = check_table(listed(rows), SECRETS)
    [group] = check.groups
    assert group.explanation
    assert group.explanation.is_unsigned
    assert len(group.rows) == 9


def test_no_more_reasons_are_looked_for_than_anybody_reads() -> None:
    def signed(text: str) -> str:  # as Rails signs what it keeps in cookies
        return f"{text}--{hmac.digest(SECRET.value.encode(), text.encode(), 'sha1').hex()}"

    rows = [(user, email, signed(user)) for user, email, _ in people(60)]
    groups = check_table(listed(rows), SECRETS).groups
    assert 20 < len(groups) < 40
    assert groups[0].explanation is None


def test_rows_of_another_account_are_not_checked() -> None:
    rows = [(*row, account) for row, account in zip(people(3), ("acme", "globex", ""), strict=True)]
    check = check_table(listed(rows, (*HEADING, "account")), SECRETS)
    assert (check.right, check.unchecked) == (2, 1)
    assert check.remarks == ("Row 2 is of another account, “globex”, whose secret was not tried.",)


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
    assert (
        "All of them are dated 2024-05-01 or later; all the right ones are earlier." in group.common
    )


def test_what_is_dated_earlier_is_said_and_how_long_the_ids_are() -> None:
    rows = [(*row, f"2024-04-{at:02}") for at, row in enumerate(people(4), start=1)]
    failing = [("900001", "A@example.org"), ("900002", "B@example.org")]
    rows += [(*lower_cased(*each), "2023-05-01") for each in failing]
    [group] = check_table(listed(rows, (*HEADING, "created")), SECRETS).groups
    assert group.common[1:] == (
        "All of them have an ID of 6 characters; none of the right rows does.",
        "All of them are dated 2023-05-01 or earlier; all the right ones are later.",
    )


def test_what_few_of_the_right_ones_have_too_is_counted() -> None:
    rows = [*people(9), right("7", "Zoe@example.org")]
    rows += [lower_cased(str(at), "User@example.org") for at in (1, 12)]
    dated = [(*row, f"2024-04-{at:02}") for at, row in enumerate(rows[::-1], start=1)]
    dated.append((*lower_cased("2", "User@example.org"), "2024-04-20"))
    [group] = check_table(listed(dated, (*HEADING, "created")), SECRETS).groups
    assert group.common == (
        "All of them have capitals in the email, but only 1 of the 10 right rows.",
    )


def test_a_page_that_swaps_id_and_email_in_all_rows_is_explained_once() -> None:
    rows = [(email, user, key) for user, email, key in people(3)]
    check = check_table(listed(rows), SECRETS)
    assert [len(group.rows) for group in check.groups] == [3]
    assert "sends the email as the ID" in reason(check.groups[0])


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


def test_no_repr_shows_a_secret() -> None:
    rows = [("8", "b@example.org", SECRET.value), *people(2)]
    check = check_table(listed(rows), SECRETS)
    assert SECRET.value not in repr(check)


def test_rows_of_which_something_else_must_be_said_are_another_group() -> None:
    rows = [
        (user, email, key[: 20 if at < 2 else 40])
        for at, (user, email, key) in enumerate(people(5))
    ]
    assert says(check_table(listed(rows), SECRETS)) == [
        (3, "The authkey was cut off: 40 of 64 digits are left."),
        (2, "The authkey was cut off: 20 of 64 digits are left."),
    ]
