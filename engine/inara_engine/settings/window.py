"""How the window looks, and how it behaves among others."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from inara_engine.settings.table import Table

__all__ = ["AppearanceSettings", "DesktopSettings"]


class AppearanceSettings(Table):
    """How the window looks."""

    theme: Literal["system", "light", "dark"] = Field(
        default="system", title="Theme", description="Light, dark, or as the system."
    )
    language: Literal["system", "en", "de"] = Field(
        default="system",
        title="Language",
        description="Of the window: English, German, or the system's; at the next start.",
    )
    text_scale: float = Field(
        default=1.0,
        ge=0.5,
        le=3,
        title="Text size",
        description="And all with it; 1.0 is the system's own size. At the next start.",
    )


class DesktopSettings(Table):
    """How the window behaves among others."""

    close_to_tray: bool = Field(
        default=False, title="Stay in the tray", description="Closing the window leaves Inara running in the tray."
    )
    notifications: bool = Field(
        default=True, title="Notify", description="Say when an answer is there or a question waits while nobody looks."
    )
    quick_shortcut: str = Field(
        default="Ctrl+Alt+Space",
        title="Quick prompt",
        max_length=60,
        description="Keys that open the quick prompt from everywhere; empty: none.",
    )
