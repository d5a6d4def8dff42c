"""Formulas as pictures: TeX drawn in a worker thread, kept by what they look like.

Until a picture is there, and wherever TeX can't be read, the TeX itself is shown. The first formula loads the library
that draws (half a second, in the worker).
"""

from __future__ import annotations

from collections import OrderedDict
from math import ceil
from queue import Empty, SimpleQueue
from threading import Thread
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from inara_engine.frozen import frozen

__all__ = ["FormulaPicture", "Formulas"]

LONGEST_TEX = 4000  # characters; the reader's time grows with them
LARGEST_PX = 4000
MOST_BYTES = 32_000_000  # of pictures kept
_LOOK_MS = 30  # between looks at what the worker has done; only while it works


class Formula(NamedTuple):
    """What a picture depends on: `size_px` is the text's size, `ratio` the screen's pixels a pixel."""

    tex: str
    size_px: int
    ratio: float
    color: str
    inline: bool  # within a line of text: fractions and limits are set small


@frozen
class FormulaPicture:
    """A drawn formula; `ascent` is how far it reaches above the baseline."""

    image: QImage
    ascent: int

    @property
    def width(self) -> float:
        return self.image.deviceIndependentSize().width()

    @property
    def height(self) -> float:
        return self.image.deviceIndependentSize().height()


@frozen
class _Drawn:
    formula: Formula
    picture: FormulaPicture | None  # None: it can't be drawn


class Formulas(QObject):
    """Gives a picture if there is one, else has it drawn; `drawn` comes when some that were asked for are there."""

    drawn = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._screen = parent
        self._known: OrderedDict[Formula, FormulaPicture | None] = OrderedDict()
        self._bytes = 0
        self._asked: set[Formula] = set()
        self._work: SimpleQueue[Formula] = SimpleQueue()
        self._results: SimpleQueue[_Drawn] = SimpleQueue()
        self._worker: Thread | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._collect)

    def picture(self, tex: str, size_px: int, color: str, *, inline: bool = False) -> FormulaPicture | None:
        """The picture; None while it isn't drawn, or can't be."""
        formula = Formula(tex, size_px, self._screen.devicePixelRatioF(), color, inline)
        if formula in self._known:
            self._known.move_to_end(formula)
            return self._known[formula]
        if formula not in self._asked and 0 < len(tex) <= LONGEST_TEX:
            self._asked.add(formula)
            self._work.put(formula)
            self._look.start()
            self._begin()
        return None

    def waits_for(self, tex: str, size_px: int, color: str, *, inline: bool = False) -> bool:
        """Whether its picture is still to come."""
        return Formula(tex, size_px, self._screen.devicePixelRatioF(), color, inline) in self._asked

    @property
    def idle(self) -> bool:
        """Whether nothing is being drawn."""
        return not self._asked

    def _begin(self) -> None:
        """The worker ends as soon as it finds nothing to do."""
        if self._worker is None or not self._worker.is_alive():
            self._worker = Thread(target=_work, args=(self._work, self._results), name="formulas", daemon=True)
            self._worker.start()

    @Slot()
    def _collect(self) -> None:
        came = False
        while True:
            try:
                done = self._results.get_nowait()
            except Empty:
                break
            self._asked.discard(done.formula)
            self._known[done.formula] = done.picture
            self._bytes += done.picture.image.sizeInBytes() if done.picture else 0
            came |= done.picture is not None
        while self._bytes > MOST_BYTES and len(self._known) > 1:
            _, old = self._known.popitem(last=False)
            self._bytes -= old.image.sizeInBytes() if old else 0
        if not self._asked:
            self._look.stop()
        elif not self._work.empty():
            self._begin()  # it may have ended just before the last was asked for
        if came:
            self.drawn.emit()


def _work(work: SimpleQueue[Formula], results: SimpleQueue[_Drawn]) -> None:
    while True:
        try:
            formula = work.get_nowait()
        except Empty:
            return
        try:
            picture = _draw(formula)
        except Exception:  # noqa: BLE001 - the reader of TeX raises what it likes; the TeX itself is shown then
            picture = None
        results.put(_Drawn(formula, picture))


def _draw(formula: Formula) -> FormulaPicture | None:
    from ziamath.config import config
    from ziamath.zmath import Latex

    config.svg2 = False  # QtSvg knows no symbols that are used again
    drawing = Latex(formula.tex, size=formula.size_px, color=formula.color, inline=formula.inline).svg()
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    box, ratio = renderer.viewBoxF(), formula.ratio
    if not renderer.isValid() or not 0 < box.width() < LARGEST_PX or not 0 < box.height() < LARGEST_PX:
        return None
    ascent = ceil(-box.top())  # the baseline is at 0; it comes to stand between two pixels
    high = ascent + max(0, ceil(box.bottom()))
    image = QImage(ceil(box.width() * ratio), ceil(high * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.scale(ratio, ratio)
    renderer.render(painter, QRectF(0, ascent + box.top(), box.width(), box.height()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return FormulaPicture(image, ascent)
