"""Whether the desktop blends windows with what is behind them. On X11 without a compositor, see-through is black."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

__all__ = ["is_composited", "known_composited", "note_composited"]

_NOTE = "composited"  # a property of the application: menus open at once, and asking takes a moment


def known_composited() -> bool:
    """What was last noted; that it does, before."""
    app = QGuiApplication.instance()
    return app is None or app.property(_NOTE) is not False


def note_composited(*, composited: bool) -> None:
    """What menus opened from now on go by."""
    app = QGuiApplication.instance()
    if app is not None:
        app.setProperty(_NOTE, composited)


def is_composited() -> bool:
    """Blocks for a moment on X11, where a compositor owns a selection of the screen; elsewhere there always is one."""
    if QGuiApplication.platformName() != "xcb":
        return True
    try:
        from Xlib import X, display, error
    except ImportError:
        return False
    try:
        connection = display.Display()
    except (OSError, error.DisplayError):
        return False
    try:
        name = connection.intern_atom(f"_NET_WM_CM_S{connection.get_default_screen()}")
        return connection.get_selection_owner(name) != X.NONE
    finally:
        connection.close()
