"""A diagnosis comes in steps: a report soon, then better ones; it can be stopped."""

from itertools import pairwise

import pytest

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.diagnosis import OLD_SECRET, Progress, Report, Verdict, diagnose, investigate
from reamaze_gui.core.report.wording import answer
from tests.core.diagnosed import ACME, BETA, BOTH, RIGHT, WRONG, ZOE, first_report, hmac_of
from tests.core.making import page


def test_a_report_comes_before_the_search_is_complete() -> None:
    steps = investigate(page(ZOE, WRONG), {"acme": ACME})
    progress: list[Progress] = []
    first = None
    for each in steps:
        if isinstance(each, Report):
            first = each
            break
        progress.append(each)
    assert first
    assert (first.verdict, first.depth) == (Verdict.UNEXPLAINED, 1)
    assert all((a.depth, a.share) <= (b.depth, b.share) for a, b in pairwise(progress))
    steps.close()  # type: ignore[attr-defined]  # a generator, stopped as Cancel does
    assert not [*steps]


def test_a_better_report_ends_the_search() -> None:
    reports = [
        each
        for each in investigate(page(ZOE, hmac_of(ACME, f"{ZOE.id}|{ZOE.email.lower()}")), BOTH)
        if isinstance(each, Report)
    ]
    assert [each.verdict for each in reports] == [Verdict.UNEXPLAINED, Verdict.EXPLAINED]
    assert reports[-1] == diagnose(reports[0].page.source, BOTH)


def test_what_begins_like_a_digest_and_goes_on_otherwise_is_no_proof() -> None:
    assert (
        diagnose(page(ZOE, RIGHT[:40] + WRONG[40:]), {"acme": ACME}).verdict is Verdict.UNEXPLAINED
    )


@pytest.mark.parametrize("secrets", [{OLD_SECRET: BETA}, {OLD_SECRET: BETA, "acme": ACME}])
def test_an_old_secret_is_reported_as_such(secrets: dict[str, Secret]) -> None:
    report = diagnose(page(ZOE, hmac_of(BETA, f"{ZOE.id}:{ZOE.email}")), secrets)
    assert report.explanation
    assert report.explanation.key == "an old SSO secret"
    (slip,) = report.explanation.slips
    assert slip.says == "The authkey was made with an old secret of this account."


def test_an_authkey_of_an_old_secret_is_right_with_that() -> None:
    said = answer(diagnose(page(ZOE, hmac_of(BETA, f"{ZOE.id}:{ZOE.email}")), {OLD_SECRET: BETA}))
    assert "an old secret" in " ".join((said.headline, *said.below))
    unknown = answer(first_report(page(ZOE, "5a" * 32), {OLD_SECRET: BETA}))
    assert "with an old secret" in " ".join(unknown.below)


def test_the_current_secret_is_tried_before_an_old_one() -> None:
    assert diagnose(page(ZOE, RIGHT), {OLD_SECRET: ACME, "acme": ACME}).verdict is Verdict.CORRECT


def test_who_stops_while_the_page_is_read_gets_no_report() -> None:
    assert [*investigate(page(ZOE, WRONG), {"acme": ACME}, stopped=lambda: True)] == []
    assert [*investigate(page(ZOE, RIGHT), {"acme": ACME}, stopped=lambda: False)]
