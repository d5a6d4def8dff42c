"""The page of the profiles: who there is, what each may do, which is in use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from inara_desktop.controls import ElidedLabel, Paragraph, TextButton, label
from inara_desktop.pages.page import Card, Page, clear, keeps_focus
from inara_desktop.style import Appearance
from inara_desktop.visible import visible
from inara_desktop.wording import translate

__all__ = ["ProfileItem", "ProfilesPage", "tools_words"]


class ProfileItem(NamedTuple):
    """A profile. `user` is its user role in words; `own` says whether it has a table of its own to be edited."""

    name: str
    in_use: bool
    own: bool
    user: str
    tools: str
    folders: tuple[str, ...] = ()
    persona: str = ""


class ProfilesPage(Page):
    """`wanted` carries what is to be done ("use", "edit", "remove") and the profile's name."""

    wanted = Signal(str, str)
    addWanted = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "profilesPage")
        self.setAccessibleName(self.tr("Profiles"))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(appearance.theme.metrics.gap_m)
        about = self.tr(
            "Whose rules hold: yours for every day, and others for a guest, a child or a kind of work, each with "
            "tools, folders and rules of its own. The one in use holds in this window; schedules, hooks and the "
            "terminal may name another."
        )
        add = TextButton(appearance, self.tr("Add a profile…"), icon="plus", ink="on_accent", kind="primary")
        add.setObjectName("addProfile")
        add.clicked.connect(self.addWanted)
        row = QHBoxLayout()
        row.addWidget(add)
        row.addStretch(1)
        self.column.addWidget(Paragraph(about, "muted"))
        self.column.addLayout(row)
        self.column.addLayout(self._cards)

    @keeps_focus
    def show_profiles(self, profiles: Sequence[ProfileItem]) -> None:
        """These there are."""
        clear(self._cards)
        for profile in profiles:
            self._cards.addWidget(self._card(profile))

    def _card(self, profile: ProfileItem) -> Card:
        made = Card(self.appearance, f"profile_{profile.name}")
        top = QHBoxLayout()
        top.addWidget(ElidedLabel(visible(profile.name), "strong"), 1)
        if profile.in_use:
            top.addWidget(label(self.tr("in use"), "good"), 0, Qt.AlignmentFlag.AlignVCenter)
        made.column.addLayout(top)
        lines = [profile.user, profile.tools]
        if profile.folders:
            lines.append(self.tr("Folders: {folders}").format(folders=", ".join(profile.folders)))
        if profile.persona:
            lines.append(self.tr("Persona: {persona}").format(persona=profile.persona))
        for line in lines:
            made.column.addWidget(Paragraph(visible(line), "muted"))
        if not profile.own:
            text = self.tr("Its rules are those of the page Policy, its folders those of the page Folders.")
            made.column.addWidget(Paragraph(text, "small"))
        acts: list[tuple[str, str]] = []
        if not profile.in_use:
            acts.append(("use", self.tr("Use")))
        if profile.own:
            acts.append(("edit", self.tr("Edit…")))
        if profile.own and not profile.in_use:
            acts.append(("remove", self.tr("Remove…")))
        elif profile.own:
            made.column.addWidget(Paragraph(self.tr("To remove it, use another one first."), "small"))
        buttons = made.buttons(*((f"{act}_profile_{profile.name}", text) for act, text in acts)) if acts else {}
        for (act, _), button in zip(acts, buttons.values(), strict=True):
            button.setProperty("act", act)
            button.setProperty("profile", profile.name)
            button.setAccessibleName(f"{button.text()} {profile.name}")
            button.clicked.connect(self._on_act)
        made.setAccessibleName(profile.name)
        return made

    @Slot()
    def _on_act(self) -> None:
        button = self.sender()
        self.wanted.emit(str(button.property("act")), str(button.property("profile")))


def tools_words(offered: Sequence[str], left_out: Sequence[str]) -> str:
    """What rules amount to, in words."""
    if not left_out:
        return translate("ProfilesPage", "Every tool is offered.")
    if not offered:
        return translate("ProfilesPage", "No tool is offered.")
    text = translate("ProfilesPage", "{count} tools are offered. Left out: {names}.")
    return text.format(count=len(offered), names=", ".join(left_out))
