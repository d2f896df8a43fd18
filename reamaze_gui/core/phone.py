"""Checks that a phone number is in E.164 and exists, and offers a correction."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberType, ValidationResult

from reamaze_gui.core.remark import Fix, Remark, problem, use, warning

# ITU-T E.164: a plus, a country code that does not begin with 0, at most 15 digits in all.
_E164 = re.compile(r"\+[1-9][0-9]{1,14}")

# 0044 20… and 44 20…, but not 020…: a single 0 is a national prefix.
_INTERNATIONAL = re.compile(r"(?:00)?([^+0].*)")
_SHORTEST_BARE = 10  # digits

# Kinds of line whose name in the library is not their usual one.
_KINDS = {
    PhoneNumberType.VOIP: "internet telephony",
    PhoneNumberType.UAN: "company-wide number",
    PhoneNumberType.UNKNOWN: "unknown kind",
}

_NO_COUNTRY = "No country has this code. Check the digits after the plus."
_LENGTHS = {
    ValidationResult.TOO_SHORT: "Too short for that country: digits are missing.",
    ValidationResult.TOO_LONG: "Too long for that country: there are too many digits.",
}


@dataclass(frozen=True, slots=True)
class Region:
    """A region with a numbering plan: its ISO 3166 code (GB) and calling code (44)."""

    code: str
    calling_code: int


@dataclass(frozen=True, slots=True)
class Line:
    """The line of a valid number: ISO 3166 region ('001' for no single country), kind in words."""

    region: str
    kind: str


def regions() -> tuple[Region, ...]:
    """Return every region that has a numbering plan, by code."""
    return tuple(
        Region(code, phonenumbers.country_code_for_region(code))
        for code in sorted(phonenumbers.SUPPORTED_REGIONS)
    )


@lru_cache(maxsize=1)
def line(phone: str) -> Line | None:
    """Return the line of a number in E.164, or None if it is not assigned.

    Cached, since a keystroke changes one field of many.
    """
    number = _parsed(phone, None) if _E164.fullmatch(phone) else None
    if number is None or not phonenumbers.is_valid_number(number):
        return None
    region = phonenumbers.region_code_for_number(number) or "001"
    kind = phonenumbers.number_type(number)
    name = PhoneNumberType.to_string(kind).lower().replace("_", " ")
    return Line(region, _KINDS.get(kind, name))


def may_be_phone(digits: str) -> bool:
    """Return whether digits may be a phone number without its plus, or one of North America.

    They may still be an ID. Fewer than ten digits don't count: they are more often an ID.

    >>> [*map(may_be_phone, ("14155552671", "4155552671", "7004", "48151623", "99999999999"))]
    [True, True, False, False, False]
    """
    if len(digits) < _SHORTEST_BARE:
        return False
    readings = _parsed(f"+{digits}", None), _parsed(digits, "US")
    return any(number and phonenumbers.is_possible_number(number) for number in readings)


def check(phone: str, region: str) -> Iterator[Remark]:
    """Yield what is wrong with a number; `region` is that of a national number, if known."""
    if not _E164.fullmatch(phone):
        readings = _readings(phone, region)
        fix = _correction(readings)
        doubt = " Is the region right?" if region and readings and not fix else ""
        how = "with only digits after the +" if phone.startswith("+") else "with the country code"
        yield problem(f"Write it like +14155552671 (E.164), {how}.{doubt}", fix)
        return
    try:
        number = phonenumbers.parse(phone)
    except NumberParseException as error:
        unknown = error.error_type == NumberParseException.INVALID_COUNTRY_CODE
        yield problem(_NO_COUNTRY if unknown else _LENGTHS[ValidationResult.TOO_SHORT])
        return
    length = phonenumbers.is_possible_number_with_reason(number)
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if length is not ValidationResult.IS_POSSIBLE:
        yield problem(_LENGTHS.get(length, "No number in that country has this many digits."))
    elif written != phone:
        yield problem(
            "Leave out the 0 after the country code: it is only for calls within the country.",
            use(written) if phonenumbers.is_valid_number(number) else None,
        )
    elif not phonenumbers.is_valid_number(number):
        yield warning("Well-formed, but not assigned to anyone.")


def _readings(phone: str, region: str) -> list[phonenumbers.PhoneNumber]:
    """Return the numbers that may be meant; none if letters or an extension leave it uncertain."""
    if any(character.isalpha() for character in phone):
        return []
    abroad = _INTERNATIONAL.fullmatch(phone.strip())
    found = [_parsed(phone, region), _parsed(f"+{abroad[1]}", None) if abroad else None]
    return [number for number in found if number and not number.extension]


def _correction(readings: Iterable[phonenumbers.PhoneNumber]) -> Fix | None:
    """Return the first of these numbers that exists, in E.164."""
    for number in filter(phonenumbers.is_valid_number, readings):
        written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        if _E164.fullmatch(written):
            return use(written)
    return None


def _parsed(phone: str, region: str | None) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(phone, region)
    except NumberParseException:
        return None
