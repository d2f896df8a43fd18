"""Builds the evaluator for a page's scripts."""

from reamaze_gui.core.reader.budget import Budget
from reamaze_gui.core.reader.evaluate import calls, jsx, literals, names, operators, statements
from reamaze_gui.core.reader.evaluate.evaluator import Evaluator

_EXPRESSIONS = {**names.TABLE, **literals.TABLE, **operators.TABLE, **calls.TABLE, **jsx.TABLE}


def interpreter(budget: Budget) -> Evaluator:
    """Return an evaluator for the programs of one page."""
    return Evaluator(budget, _EXPRESSIONS, statements.TABLE)
