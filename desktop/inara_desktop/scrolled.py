"""What scrolls in a dialog: it ends in one place, whether or not there is more of it than fits."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea

from inara_desktop.theme import Metrics

__all__ = ["scrolls_in_the_edge"]


def scrolls_in_the_edge(area: QScrollArea, metrics: Metrics) -> None:
    """Keep the bar's room at all times, within the right edge that the dialog leaves for it (`Metrics.dialog_edges`).

    So nothing jumps when the bar comes, and what is scrolled ends where the buttons below it do.
    """
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # the style shows nothing where all fits
    area.setViewportMargins(0, 0, metrics.beside_bar()[2] - metrics.scroll_bar, 0)
