"""Tells what stands under the heading of an export, in many shops and languages."""

import re
import unicodedata
from collections.abc import Iterable

from reamaze_gui.core.customer import FIELDS

FIRST, LAST = "first name", "last name"
AUTHKEY, ACCOUNT = "authkey", "account"

# By what is meant: the headings, as `plain` writes them, the most telling first. Those of the form,
# of Shopify, WooCommerce, BigCommerce, Magento, Stripe, HubSpot, Outlook and Google.
_HEADINGS = {
    "id": """
        customerid shopifycustomerid reamazeid ssoid userid memberid clientid contactid recordid
        recordidcontact entityid externalid hsobjectid customernumber customerno
        id kundennummer kundennr kundenid nclient noclient numeroclient idclient idcliente
        numerocliente codigocliente codicecliente klantnummer klantnr kundenr kundnummer kundnr
    """,
    "email": """
        email emailaddress customeremail useremail contactemail mail mailaddress billingemail
        email1value primaryemail emailadresse mailadresse courriel adresseemail correo
        correoelectronico emailadres indirizzoemail epost epostadresse epostadress from replyto
    """,
    "name": """
        name fullname customername displayname contactname fn billingname clientname
        kundenname vollstandigername nomcomplet nombrecompleto nomecompleto volledigenaam navn namn
    """,
    FIRST: """
        firstname givenname first forename billingfirstname vorname prenom nombre nome voornaam
        fornavn fornamn imie
    """,
    LAST: """
        lastname familyname surname last secondname billinglastname nachname familienname nom
        nomfamille apellido apellidos achternaam cognome sobrenome efternavn etternavn efternamn
        nazwisko
    """,
    "phone": """
        phone phonenumber customerphone telephone telephonenumber tel mobile mobilephone
        mobilenumber mobilephonenumber cell cellphone contactphone billingphone phone1value
        defaultaddressphone billingtelephone telefon telefonnummer mobiltelefon handy
        telephoneportable telefono telefone celular telefoonnummer
    """,
    "avatar": """
        avatar avatarurl avatarimage image imageurl photo photourl picture pictureurl profilepicture
    """,
    AUTHKEY: """
        authkey reamazeauthkey ssoauthkey authenticationkey authtoken authcode hmac hmacsha256
        userhash hash digest signature key
    """,
    ACCOUNT: "account brand reamazeaccount subdomain",
}


_OF = re.compile(r"(?<=\w)[ _](?:d[aeiou]l?|du|of)(?=[ _]\w)", re.IGNORECASE)


def plain(heading: str) -> str:
    """Return a heading by its letters and digits alone, without accents, capitals and “of”.

    >>> plain("E-Mail*"), plain("Prénom"), plain("customer_id"), plain("ID do cliente")
    ('email', 'prenom', 'customerid', 'idcliente')
    """
    letters = unicodedata.normalize("NFKD", heading)
    return re.sub(r"[\W_]|[\u0300-\u036f]", "", _OF.sub(" ", letters)).casefold()


# What a field is called besides, which tells least.
_OTHERS = {
    plain(called): (field.name, len(_HEADINGS.get(field.name, "").split()))
    for field in FIELDS
    for called in (*field.synonyms, field.label, field.name)
}
_MEANINGS = _OTHERS | {
    heading: (meaning, rank)
    for meaning, headings in _HEADINGS.items()
    for rank, heading in enumerate(headings.split())
}


def meaning(heading: str) -> tuple[str, int] | None:
    """Return what a heading says that stands below it, and its rank; None for what is not ours.

    Of two headings with one meaning, that of the lower rank is the more telling: in a table of
    payments, “Customer ID” is the customer's, and “id” the payment's.

    >>> meaning("Customer ID"), meaning("ID") > meaning("Customer ID"), meaning("City")
    (('id', 0), True, None)
    """
    return _MEANINGS.get(plain(heading))


def whole_name(first: str, name: str, last: str) -> str:
    """Return the name of its parts: the first before the last, which some call the name.

    >>> whole_name("Zoë", "", "Day"), whole_name("Zoë", "Day", ""), whole_name("Zoë", "Zoë Day", "")
    ('Zoë Day', 'Zoë Day', 'Zoë Day')
    """
    if name and (last or first in name):
        return name
    return f"{first} {name or last}".strip()


def most_telling(headings: Iterable[str]) -> dict[str, int]:
    """Return where the headings name what; of several with one meaning, the most telling.

    >>> most_telling(["ID", "City", "E-mail", "Customer ID"])
    {'id': 3, 'email': 2}
    """
    found = sorted(
        (known[1], at, known[0]) for at, cell in enumerate(headings) if (known := meaning(cell))
    )
    return {meant: at for _, at, meant in reversed(found)}
