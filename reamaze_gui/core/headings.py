"""Tells which field a column heading means, for many shops and languages."""

import re
import unicodedata
from collections.abc import Iterable

from reamaze_gui.core.customer import FIELDS
from reamaze_gui.core.spelling import AUTHKEY_NAMES

FIRST, LAST = "first name", "last name"
AUTHKEY, ACCOUNT = "authkey", "account"
_SENDERS = "from replyto von absender van expediteur de da fran fra"
SENDERS = {*_SENDERS.split()}  # headings of a mail

# By meaning: headings in the spelling of `plain`, most specific first. They come from our form,
# Shopify, WooCommerce, BigCommerce, Magento, Stripe, HubSpot, Outlook and Google.
_HEADINGS = {
    "id": """
        customerid shopifycustomerid reamazeid ssoid userid memberid clientid contactid recordid
        recordidcontact entityid externalid hsobjectid customernumber customerno
        id kundennummer kundennr kundenid nclient noclient numeroclient idclient idcliente
        identifiant numerocliente codigocliente codicecliente klantnummer klantnr kundenr
        kundnummer kundnr uniqueexternalid externeid numerklienta idklienta musterino
        顧客id 会員番号 客户编号 sub
    """,
    "email": """
        email emailaddress customeremail useremail contactemail mail mailaddress billingemail
        email1value primaryemail emailadresse mailadresse courriel adresseemail correo
        correoelectronico emailadres indirizzoemail epost epostadresse epostadress accountemail
        eposta emails adresemail メールアドレス البريدالالكتروني 邮箱 电子邮件 이메일 אימייל почта
    """
    + _SENDERS,
    "name": """
        name fullname customername displayname contactname fn cn billingname clientname
        kundenname vollstandigername nomcomplet nombrecompleto nomecompleto volledigenaam navn namn
        naam お名前 氏名 名前 姓名 имя الاسم adsoyad 이름 성명 שם ονομα
    """,
    FIRST: """
        firstname givenname first forename billingfirstname customerfirstname vorname prenom nombre
        nome voornaam fornavn fornamn imie jmeno ad\u0131
    """,
    LAST: """
        lastname familyname surname last secondname billinglastname customerlastname nachname
        familienname nom nomfamille apellido apellidos achternaam cognome sobrenome efternavn
        etternavn efternamn nazwisko prijmeni soyad soyad\u0131
    """,
    "login": "username userlogin login",  # which is not a name
    "fax": "fax f telefax faxnumber",
    "phone": """
        phone phonenumber customerphone telephone telephonenumber tel mobile mobilephone
        mobilenumber mobilephonenumber cell cellphone contactphone billingphone phone1value
        defaultaddressphone billingtelephone telefon telefonnummer mobiltelefon handy
        mobil mobilnummer telephoneportable telefono telefone celular cellulare telefoonnummer
        workphone homephone 電話番号 الهاتف 手机 手机号 电话 전화번호 휴대폰 טלפון телефон
    """,
    "avatar": """
        avatar avatarurl avatarimage image imageurl photo photourl picture pictureurl profilepicture
    """,
    AUTHKEY: " ".join((*AUTHKEY_NAMES, "key")),
    ACCOUNT: "account brand reamazeaccount subdomain",
}

_OF = re.compile(r"(?<=\w)[ _](?:d[aeiou]l?|du|of)(?=[ _]\w)", re.IGNORECASE)


def plain(heading: str) -> str:
    """Return only the letters and digits of a heading, without accents, capitals and “of”.

    >>> plain("E-Mail*"), plain("Prénom"), plain("customer_id"), plain("ID do cliente")
    ('email', 'prenom', 'customerid', 'idcliente')
    """
    letters = unicodedata.normalize("NFKD", heading)
    return re.sub(r"[\W_]|[\u0300-\u036f]", "", _OF.sub(" ", letters)).casefold()


# Names of objects that are customers, rather than an agent or a seller beside them.
_CUSTOMERS = {
    *("customer", "user", "contact", "profile", "visitor", "buyer", "member", "client"),
    *("kunde", "klant", "cliente"),
}


def names_customer(name: str) -> bool:
    """Return whether an object with this name is a customer, or a list of them."""
    return plain(name).removesuffix("s") in _CUSTOMERS


# A field's synonyms rank below all headings.
_SYNONYMS = {
    plain(synonym): (field.name, len(_HEADINGS.get(field.name, "").split()))
    for field in FIELDS
    for synonym in (*field.synonyms, field.label, field.name)
}
_MEANINGS = _SYNONYMS | {
    plain(heading): (meaning, rank)
    for meaning, headings in _HEADINGS.items()
    for rank, heading in enumerate(headings.split())
}


def meaning(heading: str) -> tuple[str, int] | None:
    """Return the field that a heading means, and its rank; None if it means none of ours.

    Of two headings with one meaning, the one of lower rank wins: in a table of payments,
    “Customer ID” is the customer's, and “id” the payment's.

    >>> meaning("Customer ID"), meaning("ID") > meaning("Customer ID"), meaning("City")
    (('id', 0), True, None)
    """
    return _MEANINGS.get(plain(heading))


def full_name(first: str, name: str, last: str) -> str:
    """Return the full name, from its parts; some shops call the last name “name”.

    >>> full_name("Zoë", "", "Day"), full_name("Zoë", "Day", ""), full_name("Zoë", "Zoë Day", "")
    ('Zoë Day', 'Zoë Day', 'Zoë Day')
    """
    if name and (last or first in name):
        return name
    return f"{first} {name or last}".strip()


def columns_by_meaning(headings: Iterable[str]) -> dict[str, int]:
    """Return the column of each meaning; of several headings with one meaning, the best ranked.

    >>> columns_by_meaning(["ID", "City", "E-mail", "Customer ID"])
    {'id': 3, 'email': 2}
    """
    found = sorted(
        (known[1], at, known[0]) for at, cell in enumerate(headings) if (known := meaning(cell))
    )
    return {meant: at for _, at, meant in reversed(found)}
