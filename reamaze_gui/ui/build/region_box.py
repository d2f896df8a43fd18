"""The combo box of regions for phone numbers without a country code."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSignalBlocker
from PySide6.QtWidgets import QComboBox

from reamaze_gui.ui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionComboBox

_FALLBACK = "US"
_LETTERS = 5  # enough for "US +1"


class RegionBox(ChoiceBox):
    """Shows names in the list, but codes in the closed box, such as "US +1".

    `region` is an ISO 3166 code.
    """

    def __init__(self, region: str) -> None:
        super().__init__()
        self.setAccessibleName("Phone region")
        self.setToolTip("The region of numbers without a country code")
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setMinimumContentsLength(_LETTERS)
        self.addItem(region_name(region), region)

    @property
    def region(self) -> str:
        """The chosen region."""
        return str(self.currentData())

    def fill(self) -> None:
        """Add every region; it is slow, so it is called after the first paint."""
        from reamaze_gui.core import phone

        regions = sorted(phone.regions(), key=lambda each: region_name(each.code))
        chosen = self.region
        with QSignalBlocker(self):
            self.clear()
            for each in regions:
                self.addItem(f"{region_name(each.code)} (+{each.calling_code})", each.code)
            self.setCurrentIndex(self.findData(chosen))
        if self.currentIndex() < 0:  # the settings name no region that there is
            self.setCurrentIndex(self.findData(_FALLBACK))

    def initStyleOption(self, option: "QStyleOptionComboBox") -> None:
        """Show the code instead of the name, to save space."""
        super().initStyleOption(option)
        calling = self.currentText().rpartition("(")[2].rstrip(")")
        option.currentText = f"{self.region} {calling if calling[:1] == '+' else ''}".rstrip()


@cache
def region_name(code: str) -> str:
    """Return a region's English name, from its ISO 3166 code; '001' is the world."""
    territory = QLocale.codeToTerritory(code)
    if territory is QLocale.Country.AnyTerritory:
        return code
    return QLocale.territoryToString(territory)
