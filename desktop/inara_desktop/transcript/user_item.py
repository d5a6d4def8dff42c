"""What the person said: a bubble at the right, plain text, with the files that go with it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from inara_desktop.transcript.block import Block, Target
from inara_desktop.transcript.control import Control, Scene, paint_focus_ring
from inara_desktop.transcript.flow import Flow
from inara_desktop.transcript.item import Item, Selected
from inara_desktop.transcript.laid_out import LaidOut
from inara_desktop.transcript.picture_strip import PictureStrip
from inara_desktop.transcript.plain_block import PlainBlock
from inara_desktop.transcript.portion import MORE_HEIGHT, Portion, paint_more
from inara_desktop.transcript.quoted_files import QuotedFiles
from inara_desktop.transcript.rows import UserRow
from inara_desktop.transcript.style import Style
from inara_desktop.wording import number, translate
from inara_engine.attached import parted

__all__ = ["UserItem"]

_PAD_X, _PAD_Y = 16, 10
_FOLD_AT = 3000  # characters; longer prompts are folded until asked for
_FOLDED = 1200  # characters shown of those
_FOLDED_LINES = 24
_SHOWN = 500_000  # characters of what was folded out, before more is asked for
_NOTE = 20
_SWITCH = 30  # the line that goes from branch to branch
_STEP = 28
_PICTURES_GAP = 8
_FILES_GAP = 10
_PICTURE = 128  # about what pictures take, before they are there


class UserItem(Item):
    def __init__(self, row: UserRow, style: Style, laid_out: LaidOut) -> None:
        super().__init__(style)
        self._row = row
        self._laid_out = laid_out
        self._flow: Flow | None = None
        self._opened = False
        self._portion = Portion(_SHOWN)
        self._said, files = parted(row.text)
        self._short = _shortened(self._said)
        self._files = QuotedFiles(style, laid_out, files)
        self._bubble = QRectF()
        self._pictures = PictureStrip(style, row.id, row.pictures, right=True)
        self._pictures_height = 0

    @property
    def row_id(self) -> str:
        return self._row.id

    @property
    def row(self) -> UserRow:
        return self._row

    @property
    def _foldable(self) -> bool:
        return len(self._short) < len(self._said)

    @property
    def _note(self) -> str:
        return translate("UserItem", "waits for the answer before it") if self._row.queued else ""

    def estimate(self, width: int) -> int:
        size = len(self._short)
        wide = int(width * 0.8) - 2 * _PAD_X
        lines = int(size * self.style.char_px) // max(80, wide) + 1
        below = (_SWITCH if self._row.branches > 1 else 0) + (_PICTURE if self._row.pictures else 0)
        if not self._said and len(self._files):
            lines = 0
        files = self._files.estimate() + (_FILES_GAP if lines else 0) if len(self._files) else 0
        return lines * self.style.line_px + files + 2 * _PAD_Y + below

    @property
    def height(self) -> int:
        if self._flow is None:
            return self.estimate(self.width if self.width > 0 else 600)
        below = (_NOTE if self._note else 0) + (_SWITCH if self._row.branches > 1 else 0)
        return self._bubble_height + self._pictures_height + below

    @property
    def _bubble_height(self) -> int:
        if self._flow is None or not (self._row.text or not self._row.pictures):
            return 0
        return self._files_top + self._files.height + _PAD_Y

    @property
    def _files_top(self) -> int:
        """Where the files begin; without any, where they would."""
        above = _PAD_Y + (self._flow.height if self._flow else 0) + self._fold_height
        return above + _FILES_GAP if self._said and len(self._files) else above

    @property
    def _fold_height(self) -> int:
        if not self._foldable:
            return 0
        return 28 + (MORE_HEIGHT if self._cut else 0)

    @property
    def _cut(self) -> bool:
        """Folded out, and still not all of it."""
        return self._opened and len(self._said) > self._portion.limit

    def lay_out(self, width: int, top: int, bottom: int) -> int | None:
        changed: list[int] = []
        if self._flow is None:
            self._flow = Flow(self.style, self._laid_out, plain=True)
            self._flow.feed(self._portion.of(self._said) if self._opened else self._short)
            changed.append(0)
        if width != self.width:
            self.width = width
            self._flow.set_width(int(width * 0.8) - 2 * _PAD_X)
            changed.append(0)

        self._flow.lay_out(top - _PAD_Y, bottom - _PAD_Y, changed.append)
        self._place(width)
        y = self._files_top
        self._files.lay_out(
            int(self._bubble.width()) - 2 * _PAD_X, top - y, bottom - y, lambda at: changed.append(y + at)
        )
        self._bubble.setHeight(self._bubble_height)
        pictures = self._pictures.lay_out(int(width * 0.8))
        if pictures:
            pictures += _PICTURES_GAP if self._bubble_height else 0
        if pictures != self._pictures_height:
            self._pictures_height = pictures
            changed.append(0)
        return min(changed) if changed else None

    def _place(self, width: int) -> None:
        flow = self._flow
        if flow is None:
            return
        wide = int(width * 0.8)
        first = flow.blocks[0] if flow.blocks else None
        if len(flow.blocks) == 1 and isinstance(first, PlainBlock):
            wide = min(wide, max(first.natural_width(), 16) + 2 * _PAD_X + 2)
        if not flow.blocks:
            wide = 0
        if len(self._files):
            wide = min(int(width * 0.8), max(wide, self._files.natural_width + 2 * _PAD_X))
        if self._fold_height or self._files.opened:
            wide = int(width * 0.8)
        self._bubble = QRectF(width - wide, 0, wide, self._bubble_height)

    @property
    def left(self) -> int:
        return int(self._bubble.left())

    def flows(self) -> list[tuple[Flow, int, int]]:
        if self._flow is None:
            return []
        left, top = int(self._bubble.left()) + _PAD_X, self._files_top
        files = [(flow, left + x, top + y) for flow, x, y in self._files.flows()]
        return [(self._flow, left, _PAD_Y), *files]

    def controls(self) -> list[Control]:
        if self._flow is None:
            return []
        files = self._files.controls(self._bubble.left() + _PAD_X, self._files_top)
        return [
            *self._fold_controls(),
            *files,
            *self._pictures.controls(*self._pictures_place()),
            *self._switch_controls(),
        ]

    def _pictures_place(self) -> tuple[float, float]:
        above = self._bubble.height()
        return self.width - int(self.width * 0.8), above + _PICTURES_GAP if above else 0

    def _fold_controls(self) -> list[Control]:
        if not self._fold_height:
            return []
        label = translate("UserItem", "Show less")
        if not self._opened:
            label = translate("UserItem", "Show all {count} characters").format(count=number(len(self._said)))
        bottom = _PAD_Y + (self._flow.height if self._flow else 0) + self._fold_height
        area = QRectF(self._bubble.left() + _PAD_X, bottom - 22, self._bubble.width() - 2 * _PAD_X, 24)
        return [*self._more_controls(area), Control(Target("show_all", hint=label), label, area)]

    def _more_controls(self, below: QRectF) -> list[Control]:
        if not self._cut:
            return []
        place = QPointF(below.left(), below.top() - MORE_HEIGHT)
        return [self._portion.control(len(self._said), self.style, place)]

    def _switch_controls(self) -> list[Control]:
        """To the message before and after this one in the same place, where there is one."""
        row, (left, top) = self._row, self._switch_place()
        steps: list[Control] = []
        if row.branch > 1:
            target = Target("action", "branch_before", translate("UserItem", "The version before"))
            steps.append(Control(target, target.hint, QRectF(left, top, _STEP, _STEP)))
        if row.branch < row.branches:
            target = Target("action", "branch_next", translate("UserItem", "The next version"))
            right = left + _STEP + self._count_width()
            steps.append(Control(target, target.hint, QRectF(right, top, _STEP, _STEP)))
        return steps

    def _switch_place(self) -> tuple[float, float]:
        top = self._bubble.bottom() + self._pictures_height + (_NOTE if self._note else 0) + 2
        return self.width - 2 * _STEP - self._count_width(), top

    def _count_width(self) -> float:
        return self.style.small_metrics.horizontalAdvance(self._count) + 4

    @property
    def _count(self) -> str:
        return f"{self._row.branch}/{self._row.branches}"

    def locate(self, offset: int) -> tuple[int, int] | None:
        if found := self._files.locate(offset):
            part, inside = found
            self.lay_out(self.width if self.width > 0 else 600, 0, 0)
            return part + 1, self._files.flows()[part][0].index_of(inside)
        if offset >= len(self._said):
            return None
        if self._foldable and not self._opened and offset >= len(self._short):
            self.press(Target("show_all"))
        if self._flow is None:
            self.lay_out(self.width if self.width > 0 else 600, 0, 0)
        return (0, self._flow.index_of(offset)) if self._flow else None

    def within(self, part: int, offset: int) -> int:
        found = self._files.locate(offset) if part else None
        return found[1] if found else offset

    def press(self, target: Target) -> bool:
        if target.kind == "fold":
            self._files.toggle(int(target.value.removeprefix("file ")))
            self.width = -1
            return True
        if target.kind == "show_more":
            self._portion.more()
        elif target.kind == "show_all":
            self._opened = not self._opened
        else:
            return False
        self._flow = None
        self.width = -1
        return True

    def paint(self, painter: QPainter, clip: QRectF, scene: Scene, selected: Selected | None) -> None:
        flow, style = self._flow, self.style
        if flow is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.bubble)
        painter.setOpacity(0.7 if self._row.queued else 1.0)
        painter.drawRoundedRect(self._bubble, 16, 16)
        painter.setOpacity(1.0)
        self._pictures.paint(painter, *self._pictures_place(), scene)
        self._files.paint(painter, self._bubble.left() + _PAD_X, self._files_top, scene)
        for part, (each, x, y) in enumerate(self.flows()):

            def chosen(index: int, block: Block, part: int = part) -> tuple[int, int] | None:
                return selected(part, index, block) if selected else None

            painter.translate(x, y)
            each.paint(painter, clip.translated(-x, -y), chosen if selected else None)
            painter.translate(-x, -y)
        painter.setFont(style.small)
        for control in self._fold_controls():
            paint_more(painter, control, style, scene)
        if self._note:
            painter.setPen(style.muted)
            area = QRectF(0, self._bubble.bottom() + self._pictures_height + 2, self.width - 4, _NOTE - 2)
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._note)
        if self._row.branches > 1:
            self._paint_switch(painter, scene)

    def _paint_switch(self, painter: QPainter, scene: Scene) -> None:
        style, (left, top) = self.style, self._switch_place()
        steps = {control.target.value: control for control in self._switch_controls()}
        count = QRectF(left + _STEP, top, self._count_width(), _STEP)
        painter.setPen(style.muted)
        painter.drawText(count, Qt.AlignmentFlag.AlignCenter, self._count)
        for name, glyph, x in (("branch_before", "‹", left), ("branch_next", "›", count.right())):
            control, area = steps.get(name), QRectF(x, top, _STEP, _STEP)
            hot = control is not None and scene.hovered == control.target
            if hot:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(style.sunken)
                painter.drawRoundedRect(area, 6, 6)
            painter.setFont(style.label)
            painter.setPen(style.text if control is not None else style.tint(style.muted, 0.4))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, glyph)
            painter.setFont(style.small)
            if control is not None and scene.focused == control.target:
                paint_focus_ring(painter, area.adjusted(3, 3, -3, -3), style.accent)

    def source(self) -> str:
        return self._row.text

    def searchable(self) -> str:
        return self._portion.of(self._row.text)

    def accessible_text(self) -> str:
        row, asides = self._row, list[str]()
        said = translate("Picture", "Picture: {name}")
        asides += [said.format(name=picture.name or place) for place, picture in enumerate(row.pictures, 1)]
        if self._note:
            asides.append(self._note)
        if row.branches > 1:
            asides.append(
                translate("UserItem", "version {place} of {count}").format(place=row.branch, count=row.branches)
            )
        asides += self._files.spoken()
        you = translate("UserItem", "You: {text}").format(text=self._portion.of(self._said))
        return " ".join([you, *(f"({aside})" for aside in asides)])


def _shortened(text: str) -> str:
    """All of a usual prompt, the beginning of a long one."""
    if len(text) <= _FOLD_AT and text.count("\n") <= 2 * _FOLDED_LINES:
        return text
    lines = text[:_FOLDED].split("\n")[:_FOLDED_LINES]
    return "\n".join(lines)
