"""A misspelt name is distinguished from one that the shop made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reamaze_gui.core.customer import FIELDS
from reamaze_gui.core.spelling import NAMES, meant_by, names_secret


def test_re_amaze_reads_the_fields_of_a_customer_and_the_authkey() -> None:
    assert {*NAMES} == {field.name for field in FIELDS} | {"authkey"}


@pytest.mark.parametrize("name", NAMES)
def test_a_right_name_means_nothing_else(name: str) -> None:
    assert meant_by(name) is None


@pytest.mark.parametrize("name", NAMES)
def test_case_and_punctuation_do_not_hide_what_was_meant(name: str) -> None:
    written = {name.upper(), name.capitalize(), f"_{name}", f"{name} ", f"{name[0]}-{name[1:]}"}
    assert {meant_by(each) for each in written} == {name}


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        *[("user_id", "id"), ("userId", "id"), ("customerID", "id"), ("uid", "id")],
        *[("e-mail", "email"), ("Email", "email"), ("email_address", "email"), ("mail", "email")],
        *[("emial", "email"), ("emal", "email"), ("emaill", "email"), ("fullname", "name")],
        *[("full_name", "name"), ("nmae", "name"), ("mobile", "phone"), ("phoneNumber", "phone")],
        *[("tel", "phone"), ("phnoe", "phone"), ("avatar_url", "avatar"), ("avater", "avatar")],
        *[("picture", "avatar"), ("authKey", "authkey"), ("auth_key", "authkey")],
        *[("auth-key", "authkey"), ("auth_token", "authkey"), ("user_hash", "authkey")],
        *[("autkey", "authkey"), ("authkeys", "authkey"), ("ahtukey", "authkey")],
    ],
)
def test_what_people_write_is_understood(wrong: str, right: str) -> None:
    assert meant_by(wrong) == right


@pytest.mark.parametrize(
    "name",
    [
        *["data", "plan", "company", "locale", "created_at", "tags", "surname", "first_name"],
        *["sid", "age", "date", "title", "orders", "loyalty_points", "authpath", ""],
        *["ID карты", "e" * 1_000_000, "email" + "_" * 40],
    ],
    ids=lambda name: name[:20],
)
def test_what_a_shop_adds_of_its_own_is_left_alone(name: str) -> None:
    assert meant_by(name) is None


@given(st.text())
def test_a_meaning_is_a_name_that_re_amaze_reads(name: str) -> None:
    assert meant_by(name) in {None, *NAMES}


@pytest.mark.parametrize("name", ["sso_key", "ssoKey", "SSO key", "reamaze_account_sso_key"])
def test_what_others_call_the_sso_key_is_the_secret_and_no_authkey(name: str) -> None:
    assert names_secret(name)
    assert meant_by(name) is None


@pytest.mark.parametrize(
    "name",
    [
        *["sso_geheimnis", "SSO-Geheimnis", "api_secret", "apiSecret", "sharedKey", "shared_key"],
        *["reamazeSharedKey", "amaze_secret", "reamaze_sso", "REAMAZE_SSO", "private_key"],
        *["sso_pass", "ssoPassword", "SSO-Passwort", "secreto", "clave_secreta", "cle_secrete"],
        *["hmac_salt", "reamazeHashPepper", "SSO_PRIVATE", "sso_sec", "secrect", "sso_secert"],
        *["segreto", "re_amaze_geheimnis", "sharedSecret", "reamazePrivateKey"],
    ],
)
def test_the_secret_has_names_in_other_words_and_languages(name: str) -> None:
    assert names_secret(name)


@pytest.mark.parametrize(
    "name",
    [
        *["", "client_secret", "lesson_secret", "sso_" * 40 + "secret", "sso", "sso_url"],
        *["salt", "sso_section", "secretion", "hmac_token", "reamaze_private_url"],
        *["reamaze_sso_url", "public_key", "bypass", "password", "secretary", "clave", "api_key"],
    ],
)
def test_another_secret_or_no_name_at_all_is_not_ours(name: str) -> None:
    assert not names_secret(name)
