"""The result for a list is worded for the merchant and a developer, without any secret."""

import csv
import hmac
from collections.abc import Callable

import pytest

from reamaze_gui import __version__
from reamaze_gui.core.authkey import authkey
from reamaze_gui.core.table_check import (
    Group,
    TableCheck,
    advice,
    check_table,
    failing_rows,
    summary,
    table_details,
    table_headline,
    table_reply,
)
from reamaze_gui.core.table_check.answer import table_answer
from tests.core.table_check.lists import (
    HEADING,
    SECRET,
    SECRETS,
    Row,
    lines,
    listed,
    lower_cased,
    people,
)


def failing() -> list[Row]:
    rows = people(9)
    rows[2] = lower_cased("7", "Zoe@example.org")
    rows[4] = lower_cased("=8", "Bo@example.org")
    rows[6] = (*rows[6][:2], "ab" * 32)
    return rows


@pytest.fixture(scope="module")
def check() -> TableCheck:
    """Return what is found in a list of nine, of which three are wrong."""
    return check_table(listed(failing()), SECRETS)


def swapped_in_page(id: str, email: str) -> Row:
    return email, id, authkey(SECRET, id, email)


def in_sha_1(id: str, email: str) -> Row:
    return id, email, hmac.digest(SECRET.value.encode(), f"{id}:{email}".encode(), "sha1").hex()


def test_the_headline_says_how_many_fail() -> None:
    assert table_headline(TableCheck()) == "The list has no rows."
    assert table_headline(TableCheck(3, 0, 3)) == "None of the 3 rows could be checked."
    assert table_headline(TableCheck(3, 3)) == "All 3 rows that could be checked are right."
    assert table_headline(TableCheck(1, 1)) == "The only row that could be checked is right."
    assert table_headline(TableCheck(3, 1, 1)) == "1 of 3 fails. 1 could not be checked."
    assert table_headline(TableCheck(20_000, 19_588)) == "412 of 20,000 fail."


def test_a_group_says_its_rows_its_reason_and_what_to_do_with_an_example(check: TableCheck) -> None:
    assert summary(check.groups[0]) == (
        "2 (rows 3 and 5): The email was lower-cased before it was signed."
    )
    assert advice(check.groups[0]) == (
        "All of them have capitals in the email; none of the right rows does. Sign the email "
        "exactly as the page sends it. In row 3, “7:zoe@example.org” was signed; it must be "
        "“7:Zoe@example.org”."
    )
    assert advice(check.groups[1]) == ""
    assert summary(check.groups[1]) == "1 (row 7): no explanation was found."
    assert summary(Group((*range(1, 10),))).startswith("9 (rows 1, 2, 3, 4, 5 and 4 more):")


def test_which_row_is_row_1_is_said_where_a_row_is_named_and_the_list_has_a_heading(
    check: TableCheck,
) -> None:
    def said(check: TableCheck) -> list[bool]:
        texts = (*table_answer(check).below, table_reply(check), table_details(check))
        return ["Row 1 is the first below the heading." in text for text in texts]

    assert said(check) == [True, True, True]
    assert said(check_table(lines([lower_cased("7", "Zoe@example.org")]), SECRETS)) == [False] * 2
    assert said(check_table(listed(people(9)), SECRETS)) == [False, False]


def test_the_reply_says_what_to_change_between_greeting_and_signature(check: TableCheck) -> None:
    reply = table_reply(check, secrets=[SECRET], greeting="Hi Ana,", signature="Bo")
    assert reply.startswith(
        "Hi Ana,\n\nWe have checked the list that you sent us. 3 of its 9 customers are not signed "
        "in: the authkey is not theirs. Row 1 is the first below the heading.\n\n"
        "2 of them (rows 3 and 5): "
    )
    assert reply.endswith("send us a new list, and we will check it.\n\nBo")
    assert "For 1 of them (row 7), we have not found the reason. Please send us" in reply
    assert "Please sign the email exactly as the page sends it." in reply
    assert "it must be “7:Zoe@example.org”." in reply


@pytest.mark.parametrize("make", [swapped_in_page, in_sha_1], ids=["the page", "the algorithm"])
def test_where_the_signed_text_is_right_only_that_is_reported(
    make: Callable[[str, str], Row],
) -> None:
    rows = [make(f"{at}", f"zoe.{at}@example.org") for at in range(7001, 7004)]
    check = check_table(listed([*people(9), *rows]), SECRETS)
    assert check.groups[0].explanation
    assert "In row 10, “7001:zoe.7001@example.org” must be signed." in table_reply(check)


def test_the_technical_report_is_markdown_with_columns_rows_and_both_texts(
    check: TableCheck,
) -> None:
    report = table_details(check, secrets=[SECRET])
    assert report.startswith("**3 of 9 fail**\n\nRow 1 is")
    assert "Columns: id “`id`”, email “`email`”, authkey “`authkey`”." in report
    assert "`7:zoe@example.org`" in report
    assert "`7:Zoe@example.org`" in report
    assert "- Rows of group 1: 3, 5\n- Rows of group 2: 7\n" in report
    assert report.endswith(f"\nMade with Re:amaze SSO {__version__}.\n")


def test_the_technical_report_names_what_the_program_runs_on() -> None:
    report = table_details(TableCheck(), runs_on="Python 3.11.7, Qt 6.11.0")
    assert report.endswith("SSO 0.2.0 (Python 3.11.7, Qt 6.11.0).\n".replace("0.2.0", __version__))


def test_the_technical_report_names_the_first_rows_and_counts_the_others() -> None:
    rows = [lower_cased(str(at), "Zoe@example.org") for at in range(1, 131)]
    assert "99, 100 and 30 more" in table_details(check_table(listed(rows), SECRETS))


def test_a_report_without_columns_says_the_remark() -> None:
    report = table_details(check_table(["nothing"], SECRETS))
    assert "No list was found." in report


def test_no_secret_is_said() -> None:
    rows = [("8", "b@example.org", SECRET.value), *people(2)]
    table = lines([(SECRET.value, *HEADING[1:]), *rows])
    check = check_table(table, SECRETS)
    assert SECRET.value not in table_reply(check, secrets=[SECRET])
    assert SECRET.value not in table_details(check, secrets=[SECRET])


def test_the_failing_rows_are_a_table_that_a_spreadsheet_leaves_as_it_is(
    check: TableCheck,
) -> None:
    rows = [*csv.reader(failing_rows(listed(failing()), check))]
    why = "The email was lower-cased before it was signed."
    assert rows == [
        ["row", "id", "email", "why"],
        ["3", "7", "Zoe@example.org", why],
        ["5", "'=8", "Bo@example.org", why],
        ["7", "7006", "user.7006@example.org", "no explanation was found."],
    ]


def test_of_what_is_no_list_no_rows_fail() -> None:
    assert len([*failing_rows(["x"], TableCheck())]) == 1
