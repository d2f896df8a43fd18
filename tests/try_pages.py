"""Customers whose widget is tried in a browser, their pages, and what these tell."""

from reamaze_gui.core.authkey import Secret, authkey
from reamaze_gui.core.customer import Customer
from reamaze_gui.core.preview import Mode, compose
from reamaze_gui.core.try_page import TRIED, TryPage, write_try_page
from tests.browser import Browser

SECRET = Secret("never-in-the-page-0451")
ACCOUNT = "acme"
ZOE = Customer(
    "48151623", "zoe@example.org", "Zoë Quinn", "+14155552671", "https://example.org/z.png"
)
HOSTILE = Customer(
    "a:b</script><script>evil=1</script>",
    "o'neil+tag&co@example.org",
    "</script><!--<script> \"Zoë\" 'O\\' $style ${x} {{x}} <%=x%> ]]> &amp; \U0001f600",
    avatar="https://example.org/?a=1&b='<z>'",
)


def page_for(customer: Customer, mode: Mode = Mode.AUTHENTICATED) -> TryPage:
    preview = compose(customer, SECRET, TRIED, mode=mode, account=ACCOUNT)
    assert preview.snippet, preview.obstacle
    return write_try_page(preview, customer, ACCOUNT, mode)


def sent(customer: Customer) -> dict[str, str]:
    fields = {name: getattr(customer, name) for name in ("id", "email", "name", "phone", "avatar")}
    fields["authkey"] = authkey(SECRET, customer.id, customer.email)
    return {name: value for name, value in fields.items() if value}


def told(browser: Browser) -> str:
    """Return all that the page says now."""
    return str(browser.run("document.querySelector('main').innerText"))
