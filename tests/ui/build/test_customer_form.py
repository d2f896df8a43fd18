"""The form holds what is typed, speaks when it is left, and mends with one click or key."""

import phonenumbers
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reamaze_gui.core.authkey import Secret
from reamaze_gui.core.customer import FIELDS, Customer
from reamaze_gui.core.preview import Mode, compose
from reamaze_gui.ui.build.customer_form import CustomerForm
from reamaze_gui.ui.widgets.note import Note
from tests.parts import part
from tests.windows import CONTROL, ZOE

NAMES = [field.name for field in FIELDS]
REQUIRED = [field.name for field in FIELDS if field.required]


class Form(CustomerForm):
    """The form with the core behind it, and nothing else."""

    def __init__(self, region: str) -> None:
        super().__init__(region)
        self.mode = Mode.AUTHENTICATED
        self.changed.connect(self.refresh)
        self.fill_regions()

    def refresh(self) -> None:
        preview = compose(self.value(), Secret("s"), mode=self.mode, region=self.region)
        self.show_preview(preview, self.mode)

    def edit(self, name: str) -> QLineEdit:
        return part(self, QLineEdit, FIELDS[NAMES.index(name)].label)

    def says(self, name: str) -> str:
        """Return what stands below a field."""
        return self.findChildren(Note)[NAMES.index(name)].text()

    def fix(self, name: str) -> QPushButton:
        return self.findChildren(QPushButton)[NAMES.index(name)]

    def type_and_leave(self, name: str, text: str) -> None:
        self.edit(name).setFocus()
        self.edit(name).setText(text)
        QTest.keyClick(self.edit(name), Qt.Key.Key_Tab)

    @property
    def region_box(self) -> QComboBox:
        [box] = self.findChildren(QComboBox)
        return box

    def choose_region(self, name: str) -> None:
        rows = range(self.region_box.count())
        [row] = [at for at in rows if self.region_box.itemText(at).startswith(f"{name} (+")]
        self.region_box.setCurrentIndex(row)


def shown(qtbot: QtBot, region: str = "US") -> Form:
    form = Form(region)
    qtbot.add_widget(form)
    with qtbot.wait_active(form):
        form.show()
        form.activateWindow()
    return form


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    return shown(qtbot)


def test_a_saved_region_that_does_not_exist_gives_way_to_one_that_numbers_are_read_by(
    qtbot: QtBot,
) -> None:
    form = CustomerForm("XX")
    qtbot.add_widget(form)
    with qtbot.wait_signal(form.changed):
        form.fill_regions()
    assert form.region == "US"


@pytest.mark.parametrize("text", ["", " a ", "A\u0301b", "e\u202ef", "<b>&amp;", "😀"], ids=ascii)
def test_the_value_is_what_was_typed(form: Form, text: str) -> None:
    for name in NAMES:
        form.edit(name).setText(text)
    assert form.value() == Customer(*(text for _ in NAMES))


@pytest.mark.parametrize("name", NAMES)
def test_a_field_is_not_scolded_before_it_was_first_left(form: Form, name: str) -> None:
    edit = form.edit(name)
    edit.setFocus()
    edit.setText("\x07")
    assert not form.says(name)
    assert not form.fix(name).isVisible()
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert form.says(name).startswith("✗")
    assert form.says(name).endswith(edit.accessibleDescription())


def test_what_was_filled_in_is_judged_wherever_the_focus_is(form: Form) -> None:
    form.fill(Customer("7 ", "zoe@", phone="4155552671"))
    assert form.edit("id").hasFocus()
    for name in ("id", "email", "phone"):
        form.edit(name).setFocus()
        assert form.says(name).startswith("✗")
    assert form.fix("phone").isVisible()


@pytest.mark.parametrize("name", REQUIRED)
def test_what_is_missing_is_said_once_the_field_was_left(form: Form, name: str) -> None:
    assert not form.says(name)
    form.type_and_leave(name, "")
    assert form.says(name).startswith("✗ Enter the ")
    form.edit(name).setText("7@example.org")
    assert not form.says(name)


@pytest.mark.parametrize(
    "reason",
    [
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    ],
)
def test_another_window_or_a_menu_is_no_leaving(form: Form, reason: Qt.FocusReason) -> None:
    edit = form.edit("id")
    edit.setFocus()
    QGuiApplication.sendEvent(edit, QFocusEvent(QFocusEvent.Type.FocusOut, reason))
    assert not form.says("id")


def test_who_comes_back_to_a_field_is_told_at_every_key(form: Form) -> None:
    form.type_and_leave("email", "zoe@")
    form.edit("email").setFocus()
    QTest.keyClicks(form.edit("email"), "example")
    assert form.says("email").startswith("⚠")
    QTest.keyClicks(form.edit("email"), ".org")
    assert not form.says("email")


@pytest.mark.parametrize("by", ["a click", "Return"])
def test_a_fix_is_one_step_away_and_ctrl_z_takes_it_back(form: Form, by: str) -> None:
    edit = form.edit("id")
    form.type_and_leave("id", "48151623 ")
    assert form.fix("id").accessibleName() == "Remove the space"
    if by == "Return":
        edit.setFocus()
        QTest.keyClick(edit, Qt.Key.Key_Return)
    else:
        form.fix("id").click()
    assert edit.text() == "48151623"
    assert edit.hasFocus()
    assert not form.says("id")
    assert not form.fix("id").isVisible()
    QTest.keyClick(edit, Qt.Key.Key_Z, CONTROL)
    assert edit.text() == "48151623 "


def test_return_says_what_is_wrong_where_nothing_is_offered(form: Form) -> None:
    form.edit("phone").setFocus()
    form.edit("phone").setText("call me")
    assert not form.says("phone")
    QTest.keyClick(form.edit("phone"), Qt.Key.Key_Return)
    assert form.says("phone").startswith("✗")
    assert form.edit("phone").text() == "call me"


def test_a_fix_is_named_whole_though_its_button_stays_narrow(form: Form) -> None:
    address = f"example.org/{'long' * 50}?a=1&b=<b>2</b>"
    form.type_and_leave("avatar", address)
    button = form.fix("avatar")
    assert button.accessibleName() == f"Use https://{address}"
    assert button.width() < form.edit("avatar").width()
    assert "<b>" not in button.toolTip()


@pytest.mark.parametrize(
    ("region", "name"), [("DE", "Germany"), ("FR", "France"), ("NZ", "New Zealand")]
)
def test_a_number_is_read_as_dialled_in_the_region(form: Form, region: str, name: str) -> None:
    number = phonenumbers.example_number(region)
    assert number
    national = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    form.choose_region(name)
    assert form.region == region
    form.type_and_leave("phone", national)
    form.fix("phone").click()
    assert form.edit("phone").text() == f"+{number.country_code}{number.national_number}"
    assert form.says("phone").startswith(f"{name}, ")


def test_another_region_changes_the_offer(form: Form) -> None:
    form.choose_region("Germany")
    form.type_and_leave("phone", "02742 12345")
    assert form.fix("phone").text() == "Use +49274212345"
    form.choose_region("Austria")
    assert form.fix("phone").text() == "Use +43274212345"


def test_every_region_is_offered_once_by_name(form: Form) -> None:
    box = form.region_box
    texts = [box.itemText(row) for row in range(box.count())]
    assert {box.itemData(row) for row in range(box.count())} == phonenumbers.SUPPORTED_REGIONS
    assert len(set(texts)) == len(texts) == len(phonenumbers.SUPPORTED_REGIONS)
    assert [text.rpartition(" (+")[0] for text in texts] == sorted(
        text.rpartition(" (+")[0] for text in texts
    )


@pytest.mark.parametrize(("remembered", "chosen"), [("NZ", "NZ"), ("XX", "US"), ("", "US")])
def test_the_remembered_region_is_chosen(qtbot: QtBot, remembered: str, chosen: str) -> None:
    assert shown(qtbot, remembered).region == chosen


def test_weak_sso_greys_out_what_it_does_not_send_and_loses_nothing(form: Form) -> None:
    form.fill(ZOE)
    labels = {label.buddy(): label for label in form.findChildren(QLabel)}
    for mode in (Mode.WEAK, Mode.AUTHENTICATED):
        form.mode = mode
        form.refresh()
        for name in NAMES:
            sent = mode is Mode.AUTHENTICATED or name in {"email", "name"}
            assert form.edit(name).isEnabled() is sent
            assert labels[form.edit(name)].isEnabled() is sent
            assert ("Not sent" in form.says(name)) is not sent
        assert form.region_box.isEnabled() is (mode is Mode.AUTHENTICATED)
        assert form.value() == ZOE


def test_filling_is_one_change_and_shows_values_from_their_start(qtbot: QtBot, form: Form) -> None:
    changes: list[Customer] = []
    form.changed.connect(lambda: changes.append(form.value()))
    with qtbot.wait_signal(form.changed):
        form.fill(ZOE)
    assert set(changes) == {ZOE}
    assert {form.edit(name).cursorPosition() for name in NAMES} == {0}


@pytest.mark.parametrize("entered", NAMES)
def test_an_emptied_form_counts_as_new_wherever_the_cursor_was(form: Form, entered: str) -> None:
    form.type_and_leave("id", "")
    form.edit(entered).setFocus()
    form.fill(Customer())
    assert [form.says(name) for name in NAMES] == [""] * len(NAMES)
    assert form.edit("id").hasFocus()


def test_a_press_of_a_fix_scolds_no_field_that_was_never_entered(qtbot: QtBot, form: Form) -> None:
    form.edit("id").setFocus()
    form.edit("id").setText(" 7")
    form.edit("name").setFocus()
    with qtbot.wait_signal(form.changed):
        form.fix("id").setFocus(Qt.FocusReason.MouseFocusReason)  # as a click does
        QTest.mouseClick(form.fix("id"), Qt.MouseButton.LeftButton)
    assert form.edit("id").text() == "7"
    assert form.says("email") == ""
