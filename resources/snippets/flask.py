import hmac
import os
import re

from flask import Blueprint, g
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

reamaze = Blueprint("reamaze", __name__)


def text(value: object) -> str:
    characters = "" if value is None else str(value)
    return characters.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


# After app.register_blueprint(reamaze), templates print {{ reamaze_user() }}. Replace g.user with
# your signed-in customer. The secret is set as REAMAZE_SSO_SECRET in the server's environment.
@reamaze.app_template_global()
def reamaze_user() -> Markup:
    secret = os.environ.get("REAMAZE_SSO_SECRET")
    customer = g.get("user")
    if not (secret and getattr(customer, "id", None) and customer.email):
        return Markup()

    user = {
        "id": text(customer.id),
        "email": text(customer.email),
        "name": text(customer.name),
        "phone": text(customer.phone),
        "avatar": text(customer.avatar),
    }
    if not re.fullmatch(r"\+[1-9][0-9]{1,14}", user["phone"]):
        del user["phone"]
    message = f"{user['id']}:{user['email']}"
    user["authkey"] = hmac.new(secret.encode(), message.encode(), "sha256").hexdigest()
    filled_in = {field: value for field, value in user.items() if value}
    # filled_in["data"] = {"Total spent": text(customer.total)}  # shown beside conversations
    return Markup("<script>_support['user'] = %s;</script>") % htmlsafe_json_dumps(filled_in)
