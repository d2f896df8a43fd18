"""Says what a report found: in the window, to the merchant, and to a developer."""

from reamaze_gui.core.report.merchant_reply import reply
from reamaze_gui.core.report.technical_report import details

__all__ = ["details", "reply"]
