"""The Help window: a list of topics, a search field, and the topic's text."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QTextDocument
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reamaze_gui.ui.help.help_topics import (
    SHORTCUTS,
    TOPICS,
    pattern_of,
    places_in,
    text_of,
    title_of,
    words_in,
)
from reamaze_gui.ui.help.shortcut_table import shortcut_table
from reamaze_gui.ui.help.topic_view import TopicView
from reamaze_gui.ui.runtime.settings import Settings
from reamaze_gui.ui.widgets import icons, layouts, style
from reamaze_gui.ui.widgets.action import Action
from reamaze_gui.ui.widgets.heading import Heading
from reamaze_gui.ui.widgets.note import Note, announce
from reamaze_gui.ui.widgets.search_edit import SearchEdit
from reamaze_gui.ui.widgets.style import CLOSE, GAP, HELP_WINDOW, SPACE

_WIDEST_LIST = 60  # letters
_NARROWEST = 50  # letters of the text
_LEAST_LINES = 12

_TOPIC = Qt.ItemDataRole.UserRole

StandardKey = QKeySequence.StandardKey


class HelpWindow(QWidget):
    """Lists the topics that match the search, and shows one of them.

    It has no parent, or it would always stay above the main window. `actions` are those of the main
    window, for the table of shortcuts.
    """

    def __init__(self, settings: Settings, actions: Sequence[Action]) -> None:
        super().__init__()
        self._settings = settings
        self.setWindowTitle("Re:amaze SSO Help")
        self._search = SearchEdit("Search help", "Search help")
        self._texts = {topic: text_of(topic) for topic in TOPICS}
        self._view = TopicView(self._texts)
        own = self._own_actions()
        self._texts[SHORTCUTS] += shortcut_table((*actions, *own))
        self._back, self._forward, *_ = map(self._add, own)
        self._list = QListWidget()
        self._list.setAccessibleName("Topics")
        self._items = {topic: _item(topic) for topic in TOPICS}
        self._list_topics(TOPICS)
        self._note = Note()
        self._lay_out()
        self._connect()
        self.resize(*HELP_WINDOW)
        self.restoreGeometry(settings.help_geometry)

    def show_topic(self, topic: str) -> None:
        """Show a topic and clear the search."""
        self._search.clear()
        self._view.show_topic(topic)
        self._view.setFocus()

    @Slot()
    def search(self) -> None:
        """Focus the search field."""
        if not self._view.topic:
            self._view.show_topic(TOPICS[0])
        self._search.setFocus()
        self._search.selectAll()

    @cached_property
    def _places(self) -> dict[str, tuple[str, ...]]:
        """The parts of each topic to search."""
        document, places = QTextDocument(), {}
        for topic, text in self._texts.items():
            document.setMarkdown(text)
            places[topic] = places_in(topic, text, document.toPlainText())
        return places

    @Slot(str)
    def _find(self, typed: str) -> None:
        """List the topics that contain most of the words, best first, and show the best."""
        words = words_in(typed)
        patterns = [re.compile(pattern_of(word)) for word in words]
        ranks = {topic: _rank(places, patterns) for topic, places in self._places.items()}
        missing = min(rank[0] for rank in ranks.values())
        has_some = not words or missing < len(words)
        found = [each for each in TOPICS if has_some and ranks[each][0] == missing]
        found.sort(key=ranks.__getitem__)
        self._view.look_for(words)
        self._list_topics(found)
        shown = self._view.topic
        if found and (not shown or ranks[shown] > ranks[found[0]]):
            self._view.show_topic(found[0])
        self._note.say(_says(len(found), missing) if words else "")
        self._note.setVisible(bool(words))
        self._search.setAccessibleDescription(self._note.text() or self._search.placeholderText())
        announce(self._search, self._note.text())

    def _list_topics(self, topics: Iterable[str]) -> None:
        with QSignalBlocker(self._list):
            while self._list.count():
                self._list.takeItem(0)
            for topic in topics:
                self._list.addItem(self._items[topic])
            if self._view.topic:
                self._list.setCurrentItem(self._items[self._view.topic])

    @Slot(str)
    def _follow(self, topic: str) -> None:
        """Select the topic in the list."""
        self._list.setCurrentItem(self._items[topic])
        announce(self._view, self._items[topic].text())

    @Slot(QListWidgetItem)
    def _turn_to(self, item: QListWidgetItem | None) -> None:
        if item:
            self._view.show_topic(item.data(_TOPIC))

    @Slot()
    def _read(self) -> None:
        self._view.setFocus()

    def _own_actions(self) -> tuple[Action, ...]:
        here = "Help window"
        return (
            Action(here, "&Back", self._view.backward, (StandardKey.Back,)),
            Action(here, "&Forward", self._view.forward, (StandardKey.Forward,)),
            Action(here, "Search", self.search, (StandardKey.Find,)),
            Action(here, "Close", self.close, (StandardKey.Cancel, StandardKey.Close)),
        )

    def _add(self, offer: Action) -> QAction:
        action = QAction(offer.text, self)
        action.setShortcuts([QKeySequence(each) for each in offer.shortcuts])
        action.triggered.connect(lambda _checked: offer.do())
        self.addAction(action)
        return action

    def _connect(self) -> None:
        for action, allowed in (
            (self._back, self._view.backwardAvailable),
            (self._forward, self._view.forwardAvailable),
        ):
            action.setEnabled(False)
            allowed.connect(action.setEnabled)
        self._search.textChanged.connect(self._find)
        self._search.returnPressed.connect(self._read)
        self._search.left_down.connect(self._list.setFocus)
        self._list.currentItemChanged.connect(self._turn_to)
        self._list.itemActivated.connect(self._read)
        self._view.topic_shown.connect(self._follow)
        style.COLOURS.changed.connect(self._draw)

    @Slot()
    def _draw(self) -> None:
        self._back.setIcon(icons.icon("arrow-left"))
        self._forward.setIcon(icons.icon("arrow-right"))

    def _lay_out(self) -> None:
        above = layouts.row(SPACE)
        above.addWidget(Heading("Help"))
        above.addSpacing(SPACE)
        for action in (self._back, self._forward):
            button = QToolButton(toolButtonStyle=Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setDefaultAction(action)
            button.setFixedSize(style.room(button), style.room(button))
            above.addWidget(button)
        above.addWidget(self._search, stretch=1)
        self._draw()
        widest = style.wide(self._list, _WIDEST_LIST)
        self._list.setMinimumWidth(min(self._list.sizeHintForColumn(0) + 2 * GAP, widest))
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setSpacing(CLOSE)
        self._view.setMinimumSize(
            style.wide(self._view, _NARROWEST),
            _LEAST_LINES * self._view.fontMetrics().lineSpacing(),
        )
        both = QSplitter(childrenCollapsible=False, handleWidth=SPACE)
        left = QWidget()
        column = layouts.column(SPACE, left)
        column.addWidget(self._list)
        column.addWidget(self._note)
        self._note.setVisible(False)
        both.addWidget(left)
        both.addWidget(self._view)
        both.setStretchFactor(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.addLayout(above)
        layout.addWidget(both, stretch=1)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save the geometry."""
        self._settings.help_geometry = self.saveGeometry()
        super().closeEvent(event)


def _item(topic: str) -> QListWidgetItem:
    item = QListWidgetItem(title_of(topic))
    item.setData(_TOPIC, topic)
    return item


def _rank(places: Sequence[str], patterns: Sequence[re.Pattern[str]]) -> tuple[int, int]:
    """Return how many words are missing from a topic, and the first part that has all others."""
    everywhere = "\n".join(places)
    known = [each for each in patterns if each.search(everywhere)]
    having = (at for at, place in enumerate(places) if all(each.search(place) for each in known))
    return len(patterns) - len(known), next(having, len(places))


def _says(count: int, missing: int) -> str:
    if not count:
        return "No topic has any of these words."
    has = "1 topic has" if count == 1 else f"{count} topics have"
    return f"No topic has all of these words. {has} some." if missing else f"{has} these words."
