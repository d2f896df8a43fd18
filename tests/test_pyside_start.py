"""Does PySide do the same things after a lean start, and is the start lean?

Each question is put to a Python of its own: PySide is imported but once in a process.
"""

import os
import subprocess
import sys

import pytest

PLAIN = "import PySide6.QtWidgets\n"
LEAN = f"""
from reamaze_gui.pyside_start import lean_start
with lean_start():
    {PLAIN}"""

WINDOW = """
from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
application = QApplication(['', '-platform', 'offscreen'])
widget = QWidget()
def told(call):
    try:
        return str(call())
    except Exception as error:
        return f'{type(error).__name__}: {error}'
"""

# What only the postponed modules can answer, and what must stand in the answer.
QUESTIONS = {
    "print(told(lambda: widget.resize('a')))": "Supported signatures",
    "print(told(lambda: QLineEdit().setMaxLength()))": "TypeError",
    "print(told(lambda: QLabel(nothing=3)))": "not a Qt property",
    "print(QObject.connect.__doc__, QTimer.__doc__)": "collections.abc.Callable",
    "from PySide6.QtWidgets import *\nprint([name for name in dir() if name[0] == 'Q'])": "QWizard",
    "help(QSize)": "QSize(self, w: int, h: int, /) -> None",
    """
from PySide6.support.signature import get_signature
print(get_signature(QWidget.resize))
""": "PySide6.QtCore.QSize",
    """
from PySide6.support.signature.lib.pyi_generator import Formatter
print(Formatter.__mro__)
""": "BaseFormatter",
    """
import sys
from PySide6.support.signature import parser
print(parser.dprint.__module__, parser.__spec__.name, parser.__file__, parser.__package__)
print(sorted(name for name in sys.modules if 'signature' in name))
""": "PySide6.support.signature.parser",
}


def answer(script: str) -> str:
    """Return what a Python says, after a script that must not fail."""
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", "-c", script],
        env=os.environ | {"PYTHONPATH": os.curdir},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("question", QUESTIONS)
def test_pyside_answers_as_after_a_plain_start(question: str) -> None:
    plain, lean = (answer(f"{start}{WINDOW}{question}") for start in (PLAIN, LEAN))
    assert QUESTIONS[question] in plain
    assert lean == plain


def test_a_lean_start_imports_neither_the_stub_generator_nor_what_it_needs() -> None:
    asks = "import sys; print('argparse' in sys.modules, 'logging' in sys.modules)"
    assert answer(f"{PLAIN}\n{asks}") == "True True\n"
    assert answer(f"{LEAN}\n{asks}") == "False False\n"


def test_the_sources_of_modules_are_not_read_when_they_are_imported_later() -> None:
    reads = """
import linecache
read, getlines = [], linecache.getlines
linecache.getlines = lambda *file: read.append(file) or getlines(*file)
import wave
print(len(read) > 0)
"""
    assert answer(PLAIN + reads) == "True\n"
    assert answer(LEAN + reads) == "False\n"


def test_python_imports_as_before_once_pyside_has_started() -> None:
    script = """
import builtins, sys
finders, found = sys.meta_path, [*sys.meta_path]
{start}
hook, plain = builtins.__feature_import__, builtins.__orig_import__
print(sys.meta_path is finders, [*sys.meta_path] == found)
print(builtins.__import__ is hook, builtins.__import__ is plain)
"""
    assert answer(script.format(start=LEAN)) == "True True\nFalse True\n"
    assert answer(script.format(start=PLAIN)) == "True True\nTrue False\n"
    again = f"{PLAIN}{LEAN}"  # it is too late for a lean start, and nothing is taken away
    assert answer(script.format(start=again)) == "True True\nTrue False\n"


def test_python_imports_as_before_where_pyside_could_not_start() -> None:
    script = """
import builtins, sys
from reamaze_gui.pyside_start import lean_start
finders, importing = sys.meta_path, builtins.__import__
sys.modules['shiboken6'] = None
try:
    with lean_start():
        import PySide6.QtWidgets
except ImportError:
    print(sys.meta_path is finders, builtins.__import__ is importing)
"""
    assert answer(script).endswith("True True\n")


def test_whoever_looks_through_all_modules_has_none_of_them_executed() -> None:
    asks = """
import sys
for name, module in [*sys.modules.items()]:
    if name.startswith('shibokensupport'):
        hasattr(module, '__file__'), hasattr(module, '__path__')
print('argparse' in sys.modules)
"""
    assert answer(LEAN + asks) == "False\n"


def test_a_pyside_that_starts_in_another_way_is_imported_all_the_same() -> None:
    """Its modules lie in a folder, as they do where it was told to unpack them."""
    script = f"""
import sys
from importlib.abc import MetaPathFinder
class Other(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        return None
from reamaze_gui.pyside_start import lean_start
other = Other()
with lean_start():
    sys.meta_path.insert(0, other)
    {PLAIN}
print(other in sys.meta_path, 'exec_module' in vars(other))
"""
    assert answer(script) == "True False\n"


def test_the_program_starts_lean() -> None:
    script = """
import os, sys
from reamaze_gui import app

def tell():
    print('PySide6.QtWidgets' in sys.modules, 'argparse' in sys.modules, flush=True)
    os._exit(0)

app.claim_task_bar = tell  # is called when PySide is there, and before its first object
os.environ['QT_QPA_PLATFORM'] = 'offscreen'
app.main()
"""
    assert answer(script) == "True False\n"
