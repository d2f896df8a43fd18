import hmac
import os
import re

from django.template import Context, Library
from django.utils.html import escapejs, format_html, format_html_join

register = Library()


def text(value: object) -> str:
    characters = "" if value is None else str(value)
    return characters.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


# Save as templatetags/reamaze.py and use {% load reamaze %}{% reamaze_user %}; replace phone and
# avatar with your user model's. The secret is set as REAMAZE_SSO_SECRET in the environment.
@register.simple_tag(takes_context=True)
def reamaze_user(context: Context) -> str:
    secret = os.environ.get("REAMAZE_SSO_SECRET")
    customer = getattr(context.get("request"), "user", None)
    if not (secret and customer and customer.is_authenticated and customer.email):
        return ""

    user = {
        "id": text(customer.pk),
        "email": text(customer.email),
        "name": text(customer.get_full_name()),
        "phone": text(getattr(customer, "phone", "")),
        "avatar": text(getattr(customer, "avatar", "")),
    }
    if not re.fullmatch(r"\+[1-9][0-9]{1,14}", user["phone"]):
        del user["phone"]
    message = f"{user['id']}:{user['email']}"
    user["authkey"] = hmac.new(secret.encode(), message.encode(), "sha256").hexdigest()
    filled_in = ((field, escapejs(value)) for field, value in user.items() if value)
    entries = format_html_join(", ", '"{}": "{}"', filled_in)
    # entries += format_html(', "data": {{"Total spent": "{}"}}', escapejs(text(customer.total)))
    return format_html("<script>_support['user'] = {{{}}};</script>", entries)
