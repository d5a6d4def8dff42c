"""The page of the roles: which models each is for, in the order they are asked, and what they are told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from inara_desktop.controls import Choice, ElidedLabel, IconButton, Paragraph, PickerButton, TextButton, label
from inara_desktop.pages.page import Card, Page, clear, keeps_focus
from inara_desktop.pages.table_form import TableForm
from inara_desktop.style import Appearance
from inara_desktop.visible import visible
from inara_desktop.wording import translate
from inara_engine.settings import RoleSettings, Settings

__all__ = ["RoleChange", "RolesPage"]

LOOP = "orchestrator"
SPEAKING = (LOOP, "chat")  # and every role that a person makes: they are told things and may have tools
SIDE = ("title", "vision", "distill")
NUMBER_PX = 18  # what stands before a model: the names begin below each other
TOLD = ("system_append", "inject_datetime", "inject_mode")


class RoleChange(NamedTuple):
    """A role's setting and its new value."""

    role: str
    name: str
    value: Any


class RolesPage(Page):
    """`changed` carries a `RoleChange`."""

    changed = Signal(RoleChange)
    addWanted = Signal()
    removeWanted = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "rolesPage")
        self.setAccessibleName(self.tr("Roles"))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(appearance.theme.metrics.gap_m)
        self._shown: dict[str, _RoleCard] = {}
        self.column.addWidget(
            Paragraph(
                self.tr(
                    "What models are used for. The first that answers speaks; the next stands in where it can't be "
                    "reached. A model that isn't named for a role is never asked in it."
                ),
                "muted",
            )
        )
        self.column.addLayout(self._cards)
        add = TextButton(appearance, self.tr("Add a role…"), icon="plus", ink="muted")
        add.setObjectName("addRole")
        add.clicked.connect(self.addWanted)
        row = QHBoxLayout()
        row.addWidget(add)
        row.addStretch(1)
        self.column.addLayout(row)

    @keeps_focus
    def set_settings(self, settings: Settings) -> None:
        models = [Choice(name, settings.label(name)) for name in settings.effective_models()]
        names = [*SPEAKING, *SIDE, *(name for name in settings.roles if name not in {*SPEAKING, *SIDE})]
        if list(self._shown) != names:
            clear(self._cards)
            self._shown = {}
            for name in names:
                card = self._shown[name] = _RoleCard(self.appearance, name)
                card.changed.connect(self.changed)
                card.removeWanted.connect(self.removeWanted)
                self._cards.addWidget(card)
        for name, card in self._shown.items():
            asked = [model for model, _ in settings.role_models(name)]
            card.show_role(settings.role(name), models, asked)

    def show_problem(self, role: str, name: str, text: str) -> None:
        """Why a value can't be taken, beside it."""
        self._shown[role].show_problem(name, text)


class _RoleCard(Card):
    changed = Signal(RoleChange)
    removeWanted = Signal(str)

    def __init__(self, appearance: Appearance, role: str) -> None:
        super().__init__(appearance, f"role_{role}")
        self.role = role
        self._named: list[str] = []
        title, about = _words(role)
        top = QHBoxLayout()
        top.addWidget(label(title, "strong"))
        top.addStretch(1)
        if role not in {*SPEAKING, *SIDE}:
            remove = TextButton(appearance, self.tr("Remove"), kind="quiet")
            remove.setObjectName(f"removeRole_{role}")
            remove.clicked.connect(self._on_remove_role)
            top.addWidget(remove)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.add = PickerButton(appearance, self.tr("Add a model for {role}").format(role=title))
        self.add.setObjectName(f"addTo_{role}")
        self.add.setProperty("kind", "")  # bordered: it begins where the fields do
        self.add.chosen.connect(self._on_add)
        adding = QHBoxLayout()
        adding.addWidget(self.add)
        adding.addStretch(1)
        self._problem = Paragraph("", "danger")
        self._problem.hide()
        self.column.addLayout(top)
        self.column.addWidget(Paragraph(about, "muted"))
        self.column.addLayout(self._rows)
        self.column.addLayout(adding)
        self.column.addWidget(self._problem)
        self._form: TableForm | None = None
        if role not in SIDE:
            self._form = TableForm(appearance, RoleSettings, f"role_{role}", ("tools",), TOLD)
            self._form.changed.connect(self._on_form)
            self.column.addWidget(self._form)
        self.setAccessibleName(title)

    def show_role(self, role: RoleSettings, models: Sequence[Choice], asked: Sequence[str]) -> None:
        """Show what holds; `asked` is who is asked where the role itself names none."""
        self._named = list(role.models)
        self.show_problem("models", "")
        clear(self._rows)
        labels = {choice.id: choice.label for choice in models}
        for place, name in enumerate(self._named):
            self._rows.addLayout(self._row(place, name, labels.get(name, name)))
        if not self._named:
            self._rows.addWidget(Paragraph(self._nobody([labels.get(name, name) for name in asked]), "small"))
        left = [choice for choice in models if choice.id not in self._named]
        self.add.set_choices(left, "", self.tr("Add a model"))
        if self._form is not None:
            self._form.load(role.model_dump())

    def show_problem(self, name: str, text: str) -> None:
        """Why a value can't be taken."""
        if name == "models" or self._form is None:
            self._problem.set_text(text)
            self._problem.setVisible(bool(text))
        else:
            self._form.show_problems({name: text})

    def _nobody(self, asked: list[str]) -> str:
        if self.role in SIDE:
            return _off(self.role)
        names = visible(", ".join(asked))
        if self.role == "chat":
            return self.tr("None named: the orchestrator's models write the answer too ({names}).").format(names=names)
        return self.tr("None named: {names} is asked.").format(names=names or self.tr("the tour's script"))

    def _row(self, place: int, name: str, shown: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        number = label(f"{place + 1}.", "muted")
        number.setMinimumWidth(NUMBER_PX)
        row.addWidget(number)
        row.addWidget(ElidedLabel(visible(shown)), 1)
        acts = (
            ("up", "chevron-up", self.tr("{model} earlier"), place > 0, "down"),
            ("down", "chevron-down", self.tr("{model} later"), place < len(self._named) - 1, "up"),
            ("out", "cross", self.tr("{model} no longer here"), True, ""),
        )
        for act, icon, words, able, instead in acts:
            button = IconButton(self.appearance, icon, words.format(model=visible(shown)), edge_px=30)
            button.setObjectName(f"{act}_{self.role}_{name}")
            button.setProperty("act", act)
            button.setProperty("place", place)
            button.setProperty("instead", f"{instead}_{self.role}_{name}")  # by keys, where it can do nothing
            button.setEnabled(able)
            button.clicked.connect(self._on_row)
            row.addWidget(button)
        return row

    @Slot()
    def _on_row(self) -> None:
        button, names = self.sender(), list(self._named)
        place = int(button.property("place"))
        match str(button.property("act")):
            case "up":
                names[place - 1], names[place] = names[place], names[place - 1]
            case "down":
                names[place + 1], names[place] = names[place], names[place + 1]
            case _:
                del names[place]
        self.changed.emit(RoleChange(self.role, "models", names))

    @Slot(str)
    def _on_add(self, model: str) -> None:
        self.changed.emit(RoleChange(self.role, "models", [*self._named, model]))

    @Slot(str, object)
    def _on_form(self, name: str, value: object) -> None:
        self.changed.emit(RoleChange(self.role, name, value))

    @Slot()
    def _on_remove_role(self) -> None:
        self.removeWanted.emit(self.role)


def _words(role: str) -> tuple[str, str]:
    """A role's name for people and what it is for."""
    match role:
        case "orchestrator":
            return translate("RolesPage", "Orchestrator"), translate(
                "RolesPage", "Works on a task with tools, round by round, until it knows what it found."
            )
        case "chat":
            return translate("RolesPage", "Chat"), translate(
                "RolesPage", "Writes the answer in the persona's voice; in chat mode it answers by itself."
            )
        case "title":
            return translate("RolesPage", "Titles"), translate(
                "RolesPage", "Gives a conversation its title once it has gone on a bit."
            )
        case "vision":
            return translate("RolesPage", "Pictures"), translate(
                "RolesPage", "Describes pictures for a model that can't see."
            )
        case "distill":
            return translate("RolesPage", "Memory"), translate(
                "RolesPage", "Folds the journal into memory, and sums up a conversation that has grown too long."
            )
        case _:
            return role, translate("RolesPage", "A role of your own: other programs and hooks may name it.")


def _off(role: str) -> str:
    match role:
        case "title":
            return translate("RolesPage", "Off: titles come from the first words. Name a model to switch it on.")
        case "vision":
            return translate("RolesPage", "Off: a model that can't see says so. Name a model to switch it on.")
        case _:
            return translate("RolesPage", "None named: the orchestrator's first model is asked when you ask for it.")
