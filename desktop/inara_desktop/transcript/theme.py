"""How the transcript looks, as plain values (colours as "#rrggbb", sizes in logical pixels)."""

from __future__ import annotations

from dataclasses import replace

from inara_engine.frozen import frozen

__all__ = ["TranscriptTheme"]


@frozen
class TranscriptTheme:
    """Everything the view takes from the outside. An empty family means the application's font."""

    dark: bool = False
    still: bool = False  # the sign of what is busy does not turn
    background: str = "#ffffff"
    card: str = "#fafafb"
    sunken: str = "#f4f5f7"
    border: str = "#e3e5e9"
    text: str = "#1c1e22"
    muted: str = "#646b76"
    accent: str = "#4f46e5"
    on_accent: str = "#ffffff"
    bubble: str = "#eef0fb"
    link: str = "#4338ca"
    selection: str = "#c9d4fb"
    found: str = "#ffe08a"
    found_current: str = "#ffb02e"
    success: str = "#15803d"
    warning: str = "#b45309"
    danger: str = "#b91c1c"
    keyword: str = "#7c3aed"
    string: str = "#15803d"
    number: str = "#b45309"
    comment: str = "#6b7280"
    function: str = "#1d4ed8"
    family: str = ""
    mono_family: str = ""
    text_px: int = 15
    code_px: int = 13
    small_px: int = 12
    column_px: int = 760
    margin_px: int = 24
    row_gap_px: int = 24
    radius_px: int = 12
    line_height: float = 1.5

    def zoomed(self, percent: int) -> TranscriptTheme:
        """The same with larger or smaller type."""
        if percent == 100:
            return self
        text, code, small = (round(px * percent / 100) for px in (self.text_px, self.code_px, self.small_px))
        return replace(self, text_px=text, code_px=code, small_px=small)

    @classmethod
    def light(cls) -> TranscriptTheme:
        return cls()

    @classmethod
    def night(cls) -> TranscriptTheme:
        """The dark look."""
        return cls(
            dark=True,
            background="#17181c",
            card="#1e2025",
            sunken="#202228",
            border="#33363e",
            text="#e6e8ec",
            muted="#9aa1ad",
            accent="#818cf8",
            on_accent="#12131a",
            bubble="#2a2d42",
            link="#a5b4fc",
            selection="#3b4478",
            found="#5c4a12",
            found_current="#a06a00",
            success="#4ade80",
            warning="#fbbf24",
            danger="#f87171",
            keyword="#c4b5fd",
            string="#86efac",
            number="#fcd34d",
            comment="#8b93a1",
            function="#93c5fd",
        )
