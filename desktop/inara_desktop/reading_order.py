"""Tab goes through a window as one reads it.

Qt's own order is that in which widgets were made: what is made later, on a page first looked at or a list that was
filled again, would come after everything else.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget

__all__ = ["step"]


def step(root: QWidget, *, forward: bool) -> bool:
    """Move the focus in `root` to what comes next by its layouts, round at the ends, and into view."""
    stops = [widget for widget in _inside(root) if _takes_tab(widget)]
    if not stops:
        return False
    here = root.focusWidget()
    while here is not None and here not in stops:
        here = here.parentWidget()
    at = stops.index(here) if here is not None else (-1 if forward else 0)
    there = stops[(at + (1 if forward else -1)) % len(stops)]
    there.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    above = there.parentWidget()
    while above is not None and above is not root:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(there)
        above = above.parentWidget()
    return True


def _takes_tab(widget: QWidget) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusProxy() is None
        and widget.isEnabled()
        and widget.isVisible()
    )


def _inside(widget: QWidget) -> Iterator[QWidget]:
    """A widget and what is in it, as its layouts have it; of a stack what is on top, of a scroll area its inside."""
    yield widget
    if isinstance(widget, QStackedWidget):
        if (current := widget.currentWidget()) is not None:
            yield from _inside(current)
    elif isinstance(widget, QScrollArea):
        if (inner := widget.widget()) is not None:
            yield from _inside(inner)
    elif (layout := widget.layout()) is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from _inside(widget)
        elif (below := item.layout()) is not None:
            yield from _laid_out(below)
