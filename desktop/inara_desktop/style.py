"""The theme applied to Qt: palette, fonts and style sheet, following the system's light and dark.

Made once, before any widget exists: restyling shown widgets is what makes other windows start
slowly. `Appearance` is handed to whatever paints by itself; there is no global theme.
"""

from __future__ import annotations

import sys
from string import Template
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from inara_desktop.icons import Icons
from inara_desktop.theme import Colors, Scheme, Theme
from inara_resources import style_sheet

if TYPE_CHECKING:
    from inara_desktop.transcript.theme import TranscriptTheme

__all__ = ["Appearance", "SchemeChoice", "mono_font", "sans_font"]

SchemeChoice = Literal["system", "light", "dark"]


def sans_font(theme: Theme, system: QFont) -> QFont:
    """The font of the interface: the first family there is of ours, else the system's."""
    font = QFont(system)
    font.setFamilies([*theme.type.sans, *system.families()])
    font.setPixelSize(theme.type.body)
    font.setFeature(QFont.Tag("calt"), 0)  # Inter's makes another sign of the x of x86_64, and an arrow of -->
    return font


def mono_font(theme: Theme) -> QFont:
    """The font of code, paths and diffs."""
    font = QFont()
    font.setFamilies([*theme.type.mono, "monospace"])
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPixelSize(theme.type.body - 1)
    for ligature in ("calt", "liga"):  # what is approved is read character by character
        font.setFeature(QFont.Tag(ligature), 0)
    return font


class Appearance(QObject):
    """The theme in use. `changed` comes after palette and style sheet are in place.

    Before the first paint nothing asks Qt for an object that Qt itself made (a viewport, a style):
    to wrap the first of a family, PySide makes classes for the whole family, which takes 10 ms.
    """

    changed = Signal()

    def __init__(self, app: QApplication, choice: SchemeChoice = "system", *, dressed: bool = True) -> None:
        super().__init__(app)
        self._app = app
        self._choice: SchemeChoice = choice
        self._dressed = dressed
        self._system_font = QFont(app.font())
        self._sheet = Template(style_sheet())
        if sys.platform != "linux":  # there it is the only one PySide brings
            app.setStyle("fusion")
        self._still = False
        self.theme = Theme.of(self._wanted())
        self.icons = Icons(app)
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._on_system_scheme)

    def dress(self) -> None:
        """Apply the style sheet, where it was made without, to a window that is whole and not shown yet.

        Under a style sheet Qt looks through all of a widget whenever it is put into another.
        """
        self._dressed = True
        self._app.setStyleSheet(self._sheet.substitute(self.theme.tokens()))

    def set_scheme(self, choice: SchemeChoice) -> None:
        """Light, dark, or as the system says."""
        self._choice = choice
        self._refresh()

    def set_still(self, *, still: bool) -> None:
        """Whether nothing is to move."""
        if still != self._still:
            self._still = still
            self.changed.emit()

    @property
    def choice(self) -> SchemeChoice:
        """What the person chose."""
        return self._choice

    def transcript_theme(self) -> TranscriptTheme:
        """The theme as the transcript takes it."""
        from inara_desktop.transcript.theme import TranscriptTheme  # a dataclass: making it takes 5 ms

        colors, size = self.theme.colors, self.theme.type
        return TranscriptTheme(
            dark=self.theme.scheme == "dark",
            still=self._still,
            background=colors.canvas,
            card=colors.surface,
            sunken=colors.sunken,
            border=colors.border,
            text=colors.text,
            muted=colors.muted,
            accent=colors.accent,
            on_accent=colors.on_accent,
            bubble=colors.hover,
            link=colors.accent_text,
            selection=colors.selection,
            found=colors.found,
            found_current=colors.found_current,
            success=colors.success_text,
            warning=colors.warning_text,
            danger=colors.danger_text,
            keyword=colors.code_keyword,
            string=colors.code_string,
            number=colors.code_number,
            comment=colors.muted,
            function=colors.code_function,
            mono_family=QFontInfo(mono_font(self.theme)).family(),
            text_px=size.reading,
            code_px=size.body - 1,
            small_px=size.small,
            column_px=self.theme.metrics.column,
            margin_px=self.theme.metrics.gap_xl,
        )

    @Slot(Qt.ColorScheme)
    def _on_system_scheme(self, _scheme: Qt.ColorScheme) -> None:
        self._refresh()

    def _wanted(self) -> Scheme:
        if self._choice != "system":
            return self._choice
        return "dark" if self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"

    def _refresh(self) -> None:
        wanted = self._wanted()
        if wanted == self.theme.scheme:
            return
        self.theme = Theme.of(wanted)
        self._apply()
        self.changed.emit()

    def _apply(self) -> None:
        self._app.setFont(sans_font(self.theme, self._system_font))
        self._app.setPalette(_palette(self.theme.colors))
        if self._dressed:
            self.dress()


def _palette(colors: Colors) -> QPalette:
    """Every role Qt's own drawing falls back on, so that nothing grey shows through."""
    palette = QPalette()
    role = QPalette.ColorRole
    for target, value in {
        role.Window: colors.canvas,
        role.WindowText: colors.text,
        role.Base: colors.surface,
        role.AlternateBase: colors.sunken,
        role.Text: colors.text,
        role.PlaceholderText: colors.muted,
        role.Button: colors.surface,
        role.ButtonText: colors.text,
        role.BrightText: colors.danger_text,
        role.Highlight: colors.accent,
        role.HighlightedText: colors.on_accent,
        role.Accent: colors.accent,
        role.Link: colors.accent_text,
        role.LinkVisited: colors.accent_text,
        role.ToolTipBase: colors.text,
        role.ToolTipText: colors.canvas,
        role.Light: colors.surface,
        role.Midlight: colors.hover,
        role.Mid: colors.border,
        role.Dark: colors.border_strong,
        role.Shadow: colors.border_strong,
    }.items():
        palette.setColor(target, QColor(value))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(colors.faint))
    return palette
