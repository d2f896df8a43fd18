"""A phone number must be in E.164 and exist; otherwise the intended number is offered."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from reamaze_gui.core.phone import Line, check, line, regions

CODES = [region.code for region in regions()]


def test_every_countrys_own_number_is_offered_in_e164() -> None:
    for code in CODES:
        number = phonenumbers.example_number(code)
        assert number
        e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
        assert not [*check(e164, "US")]
        national = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
        assert _corrected(national, code) == e164
        international = phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)
        assert international == e164 or _corrected(international, "US") == e164


@pytest.mark.parametrize(
    ("phone", "region", "e164"),
    [
        ("(415) 555-2671", "US", "+14155552671"),
        ("415.555.2671", "US", "+14155552671"),
        ("1 415 555 2671", "US", "+14155552671"),
        ("+1-415-555-2671", "DE", "+14155552671"),
        (" +14155552671\n", "DE", "+14155552671"),
        ("+14155552671\u202c", "US", "+14155552671"),
        ("020 7946 0958", "GB", "+442079460958"),
        ("+44 (0)20 7946 0958", "US", "+442079460958"),
        ("0044 20 7946 0958", "US", "+442079460958"),
        ("44 20 7946 0958", "US", "+442079460958"),
        ("06 698 12345", "IT", "+390669812345"),
        ("٠٢٠ ٧٩٤٦ ٠٩٥٨", "GB", "+442079460958"),
    ],
)
def test_a_number_written_for_people_is_a_problem_with_its_correction(
    phone: str, region: str, e164: str
) -> None:
    assert _corrected(phone, region) == e164


@pytest.mark.parametrize(
    "phone",
    [
        *("1-800-FLOWERS", "call me", "x", "+", "12", "253-0000", "+14155552671 ext. 12"),
        *("+1 415 555 2671 #12", "415 555 2671\uff0312", "415-555-2671,,12", "9" * 2_000),
        "+49 30 12345678 9012",  # sixteen digits: Germany has such numbers, E.164 has not
        *("0415 555 267", "(415) 055-2671", "555-555-0100"),  # of which none exists
        *("+14155552671 +14155552672", "+00", "\0", "\ud800", "+43000000", "+43 000 0000"),
    ],
    ids=lambda phone: ascii(phone[:30]),
)
def test_no_correction_is_offered_where_the_number_is_uncertain(phone: str) -> None:
    assert [(remark.stops, remark.fix) for remark in check(phone, "US")] == [(True, None)]


@pytest.mark.parametrize("phone", ["0415 555 267", "020 7946 0958", "12345"])
def test_a_number_that_the_region_does_not_have_asks_for_the_region(phone: str) -> None:
    (remark,) = check(phone, "US")
    assert "Is the region right?" in remark.says


@pytest.mark.parametrize("phone", ["call me", "n/a", "1-800-FLOWERS", "-", "(415) 555-2671"])
def test_no_region_is_asked_for_where_there_is_no_number_or_the_right_one(phone: str) -> None:
    (remark,) = check(phone, "US")
    assert "region" not in remark.says


@pytest.mark.parametrize(
    ("phone", "part"),
    [
        ("+999123456789", "No country"),
        ("+2101234567", "No country"),
        ("+12", "Too short"),
        ("+1415555267", "Too short"),
        ("+141555526712", "Too long"),
        ("+4930123456789012", "E.164"),
        ("+12530000", "this many digits"),
        ("+05551234567", "E.164"),
        ("+", "E.164"),
        ("+1４155552671", "E.164"),  # noqa: RUF001 - a digit, but not of E.164
    ],
)
def test_what_can_be_no_number_is_a_problem(phone: str, part: str) -> None:
    (remark,) = check(phone, "US")
    assert remark.stops
    assert part in remark.says


@pytest.mark.parametrize(
    ("phone", "e164"), [("+4402079460958", "+442079460958"), ("+1 1 415 555 2671", "+14155552671")]
)
def test_the_prefix_for_calls_within_a_country_is_a_problem_with_its_correction(
    phone: str, e164: str
) -> None:
    assert _corrected(phone, "US") == e164


@pytest.mark.parametrize("phone", ["+15555550100", "+14150552671"])
def test_a_number_that_is_not_assigned_is_a_warning(phone: str) -> None:
    (remark,) = check(phone, "US")
    assert not remark.stops
    assert line(phone) is None


@pytest.mark.parametrize("phone", ["+14155552671", "+442079460958", "+80012345678", "+3906698123"])
def test_there_is_no_remark_about_a_number_that_exists(phone: str) -> None:
    assert not [*check(phone, "US")]


@pytest.mark.parametrize(
    ("region", "number_type", "kind"),
    [
        ("US", PhoneNumberType.FIXED_LINE_OR_MOBILE, "fixed line or mobile"),
        ("GB", PhoneNumberType.MOBILE, "mobile"),
        ("GB", PhoneNumberType.FIXED_LINE, "fixed line"),
        ("GB", PhoneNumberType.PAGER, "pager"),
        ("DE", PhoneNumberType.TOLL_FREE, "toll free"),
        ("DE", PhoneNumberType.PREMIUM_RATE, "premium rate"),
        ("FR", PhoneNumberType.VOIP, "internet telephony"),
    ],
)
def test_a_number_leads_to_a_country_and_a_kind_of_line(
    region: str, number_type: int, kind: str
) -> None:
    number = phonenumbers.example_number_for_type(region, number_type)
    assert number
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    assert line(e164) == Line(region, kind)


def test_a_number_of_no_single_country_leads_to_the_world() -> None:
    assert line("+80012345678") == Line("001", "toll free")


@pytest.mark.parametrize("phone", ["", "020 7946 0958", "+999123456", "+12", "+1４155552671"])  # noqa: RUF001
def test_what_is_no_assigned_number_leads_nowhere(phone: str) -> None:
    assert line(phone) is None


def test_every_region_has_its_calling_code() -> None:
    calling_codes = {region.code: region.calling_code for region in regions()}
    assert calling_codes["US"] == calling_codes["CA"] == 1
    assert (calling_codes["GB"], calling_codes["DE"]) == (44, 49)
    assert [*calling_codes] == sorted(phonenumbers.SUPPORTED_REGIONS)


@given(
    phone=st.text(st.characters(exclude_categories=()))
    | st.text("+0123456789 ()-./#,;x\uff11\uff0b", max_size=20)
    | st.from_regex(r"\+?[0-9 ]{3,17}", fullmatch=True),
    region=st.sampled_from(["US", "IT", "MX"]) | st.sampled_from(CODES) | st.text(max_size=3),
)
def test_a_correction_needs_no_correction(phone: str, region: str) -> None:
    offered = [remark.fix.value for remark in check(phone, region) if remark.fix]
    assert not [remark for value in offered for remark in check(value, region) if remark.stops]


@pytest.mark.parametrize(("phone", "region"), [("0151 23456789", "US"), ("0160 12345678", "GB")])
def test_a_number_dialled_within_a_country_is_not_taken_for_another_countrys(
    phone: str, region: str
) -> None:
    # Read as +1 51…, a German mobile would become somebody's number in the United States.
    (remark,) = check(phone, region)
    assert remark.fix is None or not line(remark.fix.value)
    assert "Is the region right?" in remark.says


def test_nobody_is_asked_about_a_region_that_nobody_chose() -> None:
    for phone in ("0151 23456789", "12", "call me"):
        (remark,) = check(phone, "")
        assert "E.164" in remark.says
        assert "region" not in remark.says


def _corrected(phone: str, region: str) -> str:
    """Return the number that is offered for one that is a problem."""
    (remark,) = check(phone, region)
    assert remark.stops
    assert remark.fix
    assert remark.fix.label == f"Use {remark.fix.value}"
    return remark.fix.value
