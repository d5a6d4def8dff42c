"""The page of what starts by itself: schedules at set times, hooks that other programs call."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from inara_desktop.controls import IconButton, Paragraph, TextButton, label
from inara_desktop.pages.page import Card, Page, clear, keeps_focus
from inara_desktop.style import Appearance, mono_font
from inara_desktop.visible import visible

__all__ = ["HookItem", "ScheduleItem", "SchedulesPage"]


class ScheduleItem(NamedTuple):
    """A schedule: its times in words, when it comes next, how the last run went; all for people."""

    name: str
    task: str
    times: str
    next_run: str
    last_run: str
    on: bool
    problem: bool = False


class HookItem(NamedTuple):
    """A hook: its task, how its secret stands, and the line that calls it."""

    name: str
    task: str
    on: bool
    curl: str
    key: str = ""
    key_well: bool = True


class SchedulesPage(Page):
    """The signals carry what is to be done ("run", "switch", "edit", "remove"; "copy" of a hook) and the name."""

    scheduleWanted = Signal(str, str)
    hookWanted = Signal(str, str)
    addScheduleWanted = Signal()
    addHookWanted = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "schedulesPage")
        self.setAccessibleName(self.tr("Schedules and hooks"))
        metrics = appearance.theme.metrics
        self._schedules = QVBoxLayout()
        self._schedules.setSpacing(metrics.gap_m)
        self._hooks = QVBoxLayout()
        self._hooks.setSpacing(metrics.gap_m)
        self._add_section(
            self.tr("At set times"),
            self.tr("Tasks that start while Inara runs. What needs your consent waits for you."),
            "addSchedule",
            self.tr("Add a schedule…"),
            self._schedules,
        )
        self._add_section(
            self.tr("When another program calls"),
            self.tr("What is sent along is content for the task, never an instruction. The interface must be on."),
            "addHook",
            self.tr("Add a hook…"),
            self._hooks,
        )

    @keeps_focus
    def show_schedules(self, items: Sequence[ScheduleItem]) -> None:
        """These there are."""
        clear(self._schedules)
        for item in items:
            self._schedules.addWidget(self._schedule(item))
        if not items:
            self._schedules.addWidget(Paragraph(self.tr("None yet."), "muted"))

    @keeps_focus
    def show_hooks(self, items: Sequence[HookItem]) -> None:
        """These there are."""
        clear(self._hooks)
        for item in items:
            self._hooks.addWidget(self._hook(item))
        if not items:
            self._hooks.addWidget(Paragraph(self.tr("None yet."), "muted"))

    def _add_section(self, title: str, about: str, name: str, words: str, rows: QVBoxLayout) -> None:
        add = TextButton(self.appearance, words, icon="plus", ink="muted")
        add.setObjectName(name)
        add.clicked.connect(self.addScheduleWanted if name == "addSchedule" else self.addHookWanted)
        top = QHBoxLayout()
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(label(title, "strong"))
        told.addWidget(Paragraph(about, "muted"))
        top.addLayout(told, 1)
        top.addWidget(add)
        self.column.addLayout(top)
        self.column.addLayout(rows)

    def _schedule(self, item: ScheduleItem) -> Card:
        made = Card(self.appearance, f"schedule_{item.name}")
        made.column.addLayout(self._heading(item.name, on=item.on))
        made.column.addWidget(Paragraph(visible(item.task)[:400]))
        times = Paragraph(f"{item.times} · {item.next_run}" if item.next_run else item.times, "muted")
        times.setObjectName(f"next_{item.name}")
        made.column.addWidget(times)
        if item.last_run:
            made.column.addWidget(Paragraph(visible(item.last_run), "danger" if item.problem else "small"))
        acts = [
            ("run", self.tr("Run now")),
            ("switch", self.tr("Pause") if item.on else self.tr("Go on")),
            ("edit", self.tr("Edit…")),
            ("remove", self.tr("Remove…")),
        ]
        self._add_buttons(made, "schedule", item.name, acts)
        return made

    def _hook(self, item: HookItem) -> Card:
        made = Card(self.appearance, f"hook_{item.name}")
        made.column.addLayout(self._heading(item.name, on=item.on))
        made.column.addWidget(Paragraph(visible(item.task)[:400]))
        if item.key:
            made.column.addWidget(Paragraph(visible(item.key), "muted" if item.key_well else "danger"))
        line = Paragraph(item.curl)
        line.setFont(mono_font(self.appearance.theme))
        line.setObjectName(f"curl_{item.name}")
        copy = IconButton(self.appearance, "copy", self.tr("Copy the line for {name}").format(name=item.name))
        copy.setObjectName(f"copy_hook_{item.name}")
        copy.setProperty("what", "hook")
        copy.setProperty("act", "copy")
        copy.setProperty("name", item.name)
        copy.clicked.connect(self._on_act)
        row = QHBoxLayout()
        row.addWidget(line, 1)
        row.addWidget(copy)
        made.column.addLayout(row)
        acts = [
            ("switch", self.tr("Pause") if item.on else self.tr("Go on")),
            ("edit", self.tr("Edit…")),
            ("remove", self.tr("Remove…")),
        ]
        self._add_buttons(made, "hook", item.name, acts)
        return made

    def _heading(self, name: str, *, on: bool) -> QHBoxLayout:
        top = QHBoxLayout()
        top.addWidget(label(name, "strong"))
        top.addStretch(1)
        if not on:
            top.addWidget(label(self.tr("paused"), "badge"))
        return top

    def _add_buttons(self, card: Card, what: str, name: str, acts: list[tuple[str, str]]) -> None:
        buttons = card.buttons(*((f"{act}_{what}_{name}", text) for act, text in acts)).values()
        for (act, text), button in zip(acts, buttons, strict=True):
            button.setProperty("what", what)
            button.setProperty("act", act)
            button.setProperty("name", name)
            button.setAccessibleName(f"{text} {name}")
            button.clicked.connect(self._on_act)

    @Slot()
    def _on_act(self) -> None:
        button = self.sender()
        act, name = str(button.property("act")), str(button.property("name"))
        (self.scheduleWanted if button.property("what") == "schedule" else self.hookWanted).emit(act, name)
