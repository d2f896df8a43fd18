"""The choice of the region in which a phone number without a country code is dialled."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox

from reamaze_gui.ui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionComboBox

_FALLBACK = "US"
_LETTERS = 5  # that "US +1" and its like need


class RegionBox(ChoiceBox):
    """Regions by name in the list, and by their code in the field: US +1.

    `region` is a code of ISO 3166.
    """

    def __init__(self, region: str) -> None:
        super().__init__()
        self.setAccessibleName("Phone region")
        self.setToolTip("Where a number without a country code is dialled")
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setMinimumContentsLength(_LETTERS)
        self.addItem(region_name(region), region)

    @property
    def region(self) -> str:
        """The chosen region."""
        return str(self.currentData())

    def fill(self) -> None:
        """Offer every region by name; this takes its time, so it comes after the first paint."""
        from reamaze_gui.core import phone

        regions = sorted(phone.regions(), key=lambda each: region_name(each.code))
        chosen = self.region
        self.blockSignals(True)
        self.clear()
        for each in regions:
            self.addItem(f"{region_name(each.code)} (+{each.calling_code})", each.code)
        at = self.findData(chosen)
        self.setCurrentIndex(at if at >= 0 else self.findData(_FALLBACK))
        self.blockSignals(False)

    def initStyleOption(self, option: "QStyleOptionComboBox") -> None:
        """Show the code in the place of the name: there is little room."""
        super().initStyleOption(option)
        calling = self.currentText().rpartition("(")[2].rstrip(")")
        option.currentText = f"{self.region} {calling if calling[:1] == '+' else ''}".rstrip()


@cache
def region_name(code: str) -> str:
    """Return a region's English name, from the code of ISO 3166; '001' is the world."""
    territory = QLocale.codeToTerritory(code)
    if territory is QLocale.Country.AnyTerritory:
        return code
    return QLocale.territoryToString(territory)
