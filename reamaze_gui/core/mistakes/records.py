"""Id and email as programs print an object, under the name of its class."""

from collections.abc import Iterator
from itertools import product

from reamaze_gui.core.mistakes.changes import is_number

_CLASSES = (
    *("User", "Customer", "Account", "Member", "Client", "Person", "Contact", "Profile"),
    *("UserDto", "CustomerDto", "UserDTO", "AppUser", "SsoUser", "ReamazeUser", "user", "customer"),
)
_FIELDS = (("id", "email", "name"), ("Id", "Email", "Name"), ("user_id", "email", "name"))
# Orders of id, email and name; a record may leave some out.
_ORDERS = ((0, 1), (1, 0), (0, 1, 2), (0, 2, 1), (2, 1, 0))
# By what prints it: the format of a pair, the separator of pairs, and the text around them. {v} is
# a value, {q} one in double quotes, {s} one in single quotes; numbers are never quoted.
_FORMS = {
    "C# prints a record": ("{n} = {v}", ", ", "{c} {{ {all} }}"),
    "Java prints a record": ("{n}={v}", ", ", "{c}[{all}]"),
    "Java prints an object": ("{n}={v}", ", ", "{c} [{all}]"),
    "Java prints an object, its texts in quotes": ("{n}={s}", ", ", "{c}{{{all}}}"),
    "Kotlin and Lombok print an object": ("{n}={v}", ", ", "{c}({all})"),
    "Python prints a data class": ("{n}={s}", ", ", "{c}({all})"),
    "Scala prints a case class": ("{v}", ",", "{c}({all})"),
    "Swift prints an object": ("{n}: {q}", ", ", "{c}({all})"),
    "Rust prints an object": ("{n}: {q}", ", ", "{c} {{ {all} }}"),
    "Node.js prints an object": ("{n}: {s}", ", ", "{c} {{ {all} }}"),
    "Elixir prints an object": ("{n}: {q}", ", ", "%{c}{{{all}}}"),
    "Rails prints an object": ("{n}: {q}", ", ", "#<{c} {all}>"),
    "Ruby prints a struct": ("{n}={q}", ", ", "#<struct {c} {all}>"),
    "Go prints an object": ("{n}:{q}", ", ", "{c}{{{all}}}"),
    "Go prints an object of a package": ("{n}:{q}", ", ", "main.{c}{{{all}}}"),
}
_NAMELESS = {
    "PowerShell prints an object": ("{n}={v}", "; ", "@{{{all}}}"),
    "Elixir prints a map": ("{n}: {q}", ", ", "%{{{all}}}"),
    "Clojure prints a map": (":{n} {q}", ", ", "{{{all}}}"),
    "Swift prints a dictionary": ('"{n}": {q}', ", ", "[{all}]"),
    "PHP exports an array": ("  '{n}' => {s},\n", "", "array (\n{all})"),
    "PHP dumps an array": ('"{n}" => {q}', ", ", "[{all}]"),
    "Python prints an ordered dictionary": ("('{n}', {s})", ", ", "OrderedDict([{all}])"),
    "Python prints an ordered dictionary, since 3.12": (
        "'{n}': {s}",
        ", ",
        "OrderedDict({{{all}}})",
    ),
}


def records(id: str, email: str, name: str) -> Iterator[tuple[str, str]]:
    """Yield what may have been printed instead of id:email, and what prints it."""
    values = [value for value in (id, email, name) if value]
    written = [_written(value, is_number=False) for value in values]
    numbered = [_written(value, is_number=is_number(value)) for value in values]
    orders = [order for order in _ORDERS if max(order) < len(values)]
    for forms_of_values, order, fields in product((written, numbered), orders, _FIELDS):
        for forms, classes in ((_FORMS, _CLASSES), (_NAMELESS, ("",))):
            for what, (pair, joint, around) in forms.items():
                pairs = (pair.format(n=fields[at], **forms_of_values[at]) for at in order)
                all_pairs = joint.join(pairs)
                for name_of_class in classes:
                    yield around.format(c=name_of_class, all=all_pairs), what


def _written(value: str, *, is_number: bool) -> dict[str, str]:
    bare = {"v": value, "q": value, "s": value}
    return bare if is_number else bare | {"q": f'"{value}"', "s": f"'{value}'"}
