"""Who answers, and how much of it goes along with each prompt: chosen by keys or pointer, in force at once."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QCheckBox,
    QFrame,
    QGridLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from inara_desktop.check_box import CheckBox
from inara_desktop.controls import Paragraph, label
from inara_desktop.style import Appearance
from inara_desktop.values import Manner, PersonaChoices, PersonaItem
from inara_desktop.wording import number, translate

__all__ = ["PersonaPanel", "called", "tier_words", "tokens"]

WIDTH_PX = 380
LEVELS = ("long", "mid", "short")
_CLOSING = {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}


def called(name: str) -> str:
    """A persona's name as it is shown: a folder's name need not begin with a capital."""
    return name[:1].upper() + " ".join(name[1:60].split())


def tier_words(tier: int) -> str:
    """What a tier lets go along, in short."""
    return (
        translate("PersonaPanel", "plain"),
        translate("PersonaPanel", "no memory"),
        translate("PersonaPanel", "with memory"),
        translate("PersonaPanel", "with papers"),
    )[tier]


def tokens(item: PersonaItem, tier: int, manner: Manner) -> int:
    """About how many go along at a tier."""
    left_out = {level for level in LEVELS if not getattr(manner, level)}
    return sum(number for name, since, number in item.parts if since <= tier and name not in left_out)


class PersonaPanel(QFrame):
    """Lies over the window it is a child of, since assistive technology finds no popups.

    Esc, Enter, a click elsewhere or a focus that goes elsewhere closes it; one that is in it goes back to `opener`.
    `changed` comes with each choice.
    """

    changed = Signal(Manner)

    def __init__(self, appearance: Appearance, window: QWidget, opener: QWidget) -> None:
        super().__init__(window)
        metrics = appearance.theme.metrics
        self.setObjectName("personaPanel")
        self.setAccessibleName(self.tr("Persona and memory"))
        self.setProperty("kind", "card")
        self.setFixedWidth(WIDTH_PX)
        self._window, self._opener = window, opener
        self._appearance = appearance
        self._choices = PersonaChoices()
        self._manner = Manner()
        self._listens = False  # to the whole program, while it is open
        self._names = QButtonGroup(self)
        self._tiers = QButtonGroup(self)
        self._levels: dict[str, QCheckBox] = {}
        self._tier_tokens = [label("", "small") for _ in range(4)]
        self._level_tokens = {level: label("", "small") for level in LEVELS}
        self._problem = Paragraph("", "danger")
        self._sum = label("", "small")
        self._sum.setObjectName("personaTokens")

        self._inside = QWidget()
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setWidget(self._inside)
        self._inside.setAutoFillBackground(False)
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(metrics.gap_xs, metrics.gap_m, metrics.gap_xs, metrics.gap_m)
        whole.addWidget(scrolled)
        column = self._column = QVBoxLayout(self._inside)
        column.setContentsMargins(metrics.gap_m, 0, metrics.gap_m, 0)
        column.setSpacing(metrics.gap_s)
        column.addWidget(label(self.tr("Who answers"), "section"))
        self._people = QVBoxLayout()
        self._people.setSpacing(metrics.gap_xs)
        column.addLayout(self._people)
        column.addWidget(self._problem)
        column.addSpacing(metrics.gap_xs)
        column.addWidget(label(self.tr("What goes along with each prompt"), "section"))
        column.addLayout(self._tier_grid())
        column.addLayout(self._level_grid())
        column.addSpacing(metrics.gap_xs)
        column.addWidget(self._sum)
        self._local = self._local_box()
        self._names.idToggled.connect(self._on_name)
        self._tiers.idToggled.connect(self._on_tier)

    def _local_box(self) -> QCheckBox:
        self._column.addSpacing(self._appearance.theme.metrics.gap_xs)
        self._column.addWidget(label(self.tr("Where it is answered"), "section"))
        box = CheckBox(self.tr("Only by models on this machine"))
        box.setObjectName("localOnly")
        box.setAccessibleDescription(self.tr("No other model answers or stands in, as long as this holds."))
        box.toggled.connect(self._on_local)
        self._column.addWidget(box)
        return box

    def show_choices(self, choices: PersonaChoices, manner: Manner) -> None:
        """What there is, and what is chosen."""
        if (choices, manner) == (self._choices, self._manner):
            return
        self._choices, self._manner = choices, manner
        focused = any(button.hasFocus() for button in self._names.buttons())
        self._fill()
        self._tell()
        if focused and (button := self._names.checkedButton()) is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _item(self) -> PersonaItem:
        name = self._manner.persona or self._choices.persona
        return next((item for item in self._choices.items if item.name == name), PersonaItem(name))

    @property
    def _tier(self) -> int:
        wanted = self._choices.tier if self._manner.tier is None else self._manner.tier
        return min(wanted, self._choices.most_tier)

    def _tier_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(self._appearance.theme.metrics.gap_xs)
        grid.setColumnStretch(0, 1)
        for tier, words in enumerate(
            (
                self.tr("Nothing of it"),
                self.tr("Who it is"),
                self.tr("… and what it knows of you"),
                self.tr("… and its papers"),
            )
        ):
            button = QRadioButton(words)
            button.setObjectName(f"tier{tier}")
            self._tiers.addButton(button, tier)
            grid.addWidget(button, tier, 0)
            grid.addWidget(self._tier_tokens[tier], tier, 1, Qt.AlignmentFlag.AlignRight)
        return grid

    def _level_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(self._appearance.theme.metrics.gap_xl, 0, 0, 0)
        grid.setVerticalSpacing(self._appearance.theme.metrics.gap_xs)
        grid.setColumnStretch(0, 1)
        words = (self.tr("Notes for long"), self.tr("Notes of late"), self.tr("Newest notes"))
        for row, (level, text) in enumerate(zip(LEVELS, words, strict=True)):
            box = self._levels[level] = CheckBox(text)
            box.setObjectName(f"level_{level}")
            box.toggled.connect(self._on_level)
            grid.addWidget(box, row, 0)
            grid.addWidget(self._level_tokens[level], row, 1, Qt.AlignmentFlag.AlignRight)
        return grid

    def _fill(self) -> None:
        """The radio buttons of those who can answer, the one who does marked, and the rest as it is chosen."""
        for button in self._names.buttons():
            self._names.removeButton(button)
            self._people.removeWidget(button)
            button.deleteLater()
        self._names.blockSignals(True)
        self._tiers.blockSignals(True)
        for place, item in enumerate(self._choices.items):
            button = QRadioButton(called(item.name).replace("&", "&&"))
            button.setObjectName(f"persona_{item.name}")
            button.setEnabled(item.usable)
            button.setChecked(item.name == self._item.name)
            self._names.addButton(button, place)
            self._people.addWidget(button)
        chain = [*self._names.buttons(), *self._tiers.buttons(), *self._levels.values(), self._local]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)
        self._tiers.button(self._tier).setChecked(True)
        for level, box in self._levels.items():
            box.blockSignals(True)
            box.setChecked(bool(getattr(self._manner, level)))
            box.blockSignals(False)
        self._local.blockSignals(True)
        self._local.setChecked(self._manner.local)
        self._local.blockSignals(False)
        self._names.blockSignals(False)
        self._tiers.blockSignals(False)

    def _tell(self) -> None:
        """What the choice amounts to."""
        item, manner, most = self._item, self._manner, self._choices.most_tier
        sizes = {name: count for name, _, count in item.parts}
        for tier, words in enumerate(self._tier_tokens):
            self._tiers.button(tier).setEnabled(tier <= most)
            words.setText(self._about(tokens(item, tier, manner)) if tier <= most else self.tr("not for guests"))
        for level, box in self._levels.items():
            box.setEnabled(self._tier >= 2 and level in sizes)
            self._level_tokens[level].setText(self._about(sizes[level]) if level in sizes else self.tr("empty"))
        for button in (*self._names.buttons(), *self._tiers.buttons()):  # Tab leads from choice to choice
            stop = button.isChecked() or button.hasFocus()
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)
        problems = [each.problem for each in self._choices.items if each.problem and (each == item or not each.usable)]
        self._problem.set_text("\n".join(problems))
        self._problem.setVisible(bool(problems))
        count = number(tokens(item, self._tier, manner))
        self._sum.setText(self.tr("About {number} tokens go along, from your next prompt on.").format(number=count))
        self._sum.setAccessibleName(self._sum.text())
        if self.isVisible():
            self._place()

    def _about(self, count: int) -> str:
        return self.tr("about {number} tokens").format(number=number(count)) if count else self.tr("0 tokens")

    def _choose(self, manner: Manner) -> None:
        if manner != self._manner:
            self._manner = manner
            self._tell()
            self.changed.emit(manner)

    @Slot(int, bool)
    def _on_name(self, place: int, checked: bool) -> None:
        if checked:
            name = self._choices.items[place].name
            self._choose(self._manner._replace(persona="" if name == self._choices.persona else name))

    @Slot(int, bool)
    def _on_tier(self, tier: int, checked: bool) -> None:
        if checked:
            self._choose(self._manner._replace(tier=None if tier == self._choices.tier else tier))

    @Slot()
    def _on_level(self) -> None:
        self._choose(self._manner._replace(**{level: box.isChecked() for level, box in self._levels.items()}))

    @Slot(bool)
    def _on_local(self, local: bool) -> None:
        self._choose(self._manner._replace(local=local))

    # -- coming and going ------------------------------------------------------------------------

    def open(self) -> None:
        """Show it below its opener, with the focus on who answers now."""
        self._place()
        self.show()
        self.raise_()
        button = self._names.checkedButton() or self._tiers.checkedButton()
        if button is not None:
            button.setFocus(Qt.FocusReason.PopupFocusReason)
        app = QApplication.instance()
        if isinstance(app, QApplication) and not self._listens:
            self._listens = True
            app.installEventFilter(self)
            app.focusChanged.connect(self._on_focus)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        app = QApplication.instance()
        if isinstance(app, QApplication) and self._listens:
            self._listens = False
            app.removeEventFilter(self)
            app.focusChanged.disconnect(self._on_focus)
        self.hide()  # where it went with its window: it does not come back with that

    def _place(self) -> None:
        """Below the opener and within the window, as high as its content where there is room."""
        corner = self._opener.mapTo(self._window, QPoint(self._opener.width(), self._opener.height() + 4))
        left = max(4, min(corner.x() - self.width(), self._window.width() - self.width() - 4))
        margins, column = self._whole.contentsMargins(), self._column
        column.activate()
        needed = column.totalHeightForWidth(self.width() - margins.left() - margins.right() - 2)
        height = (needed if needed > 0 else column.totalSizeHint().height()) + margins.top() + margins.bottom() + 2
        self.setGeometry(left, corner.y(), self.width(), min(height, self._window.height() - corner.y() - 8))

    def _leave(self) -> None:
        inside = self.isAncestorOf(QApplication.focusWidget() or self._opener)
        self.hide()
        if inside:
            self._opener.setFocus(Qt.FocusReason.PopupFocusReason)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _CLOSING:
            event.accept()  # the window has a shortcut on Esc
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _CLOSING:
            self._leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseButtonPress if isinstance(watched, QWidget):
                if watched is not self and watched is not self._opener and not self.isAncestorOf(watched):
                    self._leave()
            case QEvent.Type.Resize if watched is self._window:
                self._leave()
            case _:
                pass
        return False

    @Slot(QWidget, QWidget)
    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self._opener and not self.isAncestorOf(now):
            self.hide()
