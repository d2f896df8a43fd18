"""How does PySide start without what this program does not need?

Two things that PySide does at every start take a fifth of the time to our first paint. It executes
the modules that write its type stubs and read the signatures of its functions, for `help()` and the
text of a TypeError: here they are found as ever, and executed when they are first looked into. And
it puts a hook before Python's import, which reads the source of each module that is imported from
then on, in case it asks for names in snake_case: here nobody does, and the hook is taken out.
"""

import builtins
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, SupportsIndex

# Not `mapping`, which PySide's C++ looks into without asking Python, nor what needs that at once.
_LATER = {
    f"shibokensupport.signature.{name}"
    for name in ("layout", "parser", "lib.enum_sig", "lib.pyi_generator", "lib.tool")
}


@contextmanager
def lean_start() -> Iterator[None]:
    """Import PySide for the first time in this context, to have it start sooner.

    A version of PySide that goes about it differently is imported as if this weren't there.
    """
    finders, importing = sys.meta_path, builtins.__import__
    sys.meta_path = _Finders(finders)
    try:
        yield
    finally:
        finders[:] = sys.meta_path
        sys.meta_path = finders
        hook = getattr(builtins, "__feature_import__", importing)
        if builtins.__import__ is hook and hook is not importing:
            builtins.__import__ = builtins.__orig_import__  # type: ignore[attr-defined]


class _Finders(list[Any]):
    """The finders of modules, in front of which PySide puts its own as long as it starts."""

    def insert(self, index: SupportsIndex, finder: Any, /) -> None:  # noqa: ANN401 - as of any list
        if type(finder).__module__ == "signature_bootstrap":
            finder.exec_module = partial(_execute, finder)
        super().insert(index, finder)


def _execute(finder: Any, module: ModuleType) -> None:  # noqa: ANN401 - a class that PySide embeds
    """Execute a module that PySide's own finder has found: at once, or when it is looked into.

    To look into one on two threads at once is no safer than PySide's own use of them.
    """
    execute = partial(type(finder).exec_module, finder)
    if module.__name__ not in _LATER:
        execute(module)
        return
    spec = ModuleSpec(module.__name__, finder)  # the one that it has gets another name

    def look(attribute: str) -> Any:  # noqa: ANN401 - any attribute of any module
        if attribute.startswith("__"):  # as `inspect` and others ask every module that there is
            raise AttributeError(attribute)
        del vars(module)["__getattr__"]
        renamed, module.__spec__ = module.__spec__, spec
        try:
            execute(module)
        finally:
            module.__spec__ = renamed
        return getattr(module, attribute)

    vars(module)["__getattr__"] = look
