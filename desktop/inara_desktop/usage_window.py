"""A window of its own: tokens, cost and speed by day and model, as charts, totals and a table.

It holds no truth: it shows what it is given and says which range the person wants.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from inara_desktop.chart import Chart, ChartValue, Legend
from inara_desktop.controls import Paragraph, TextButton, label
from inara_desktop.moments import month_first
from inara_desktop.room import room_beside
from inara_desktop.style import Appearance
from inara_desktop.usage_figures import RANGES, Figures, ModelSum, figures
from inara_desktop.visible import visible
from inara_desktop.wording import number, significant

if TYPE_CHECKING:
    from inara_engine.face import UsageDay

__all__ = ["UsageWindow"]

WIDE_PX = 820  # from here on two charts stand side by side
ROWS_SHOWN = 12  # of the table without scrolling in it


class UsageWindow(QDialog):
    """`show` it; Esc closes it. It stays as it is until it is shown again."""

    rangeChosen = Signal(int)  # days
    exportRequested = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.range_days = 30
        self._wide: bool | None = None
        self.setObjectName("usageWindow")
        self.setWindowTitle(self.tr("Usage – Inara"))
        self.setAccessibleName(self.tr("Usage"))
        self.ranges = {days: TextButton(appearance, self._range_words(days), kind="quiet") for days in RANGES}
        self.export = TextButton(appearance, self.tr("Save as CSV…"), icon="export")
        total = self.tr("Together")
        tokens, speed, first = self.tr("Tokens"), self.tr("Writing speed"), self.tr("Time to the first token")
        self.tokens = Chart(appearance, tokens, "bars", _tokens, _brief, total)
        self.cost = Chart(appearance, self.tr("Cost"), "bars", _money, _money_brief, total)
        self.speed = Chart(appearance, speed, "lines", self._said_speed, _brief)
        self.first_token = Chart(appearance, first, "lines", _seconds, _seconds)
        self.charts = (self.tokens, self.cost, self.speed, self.first_token)
        self.legend = Legend(appearance)
        self.table = QTableWidget(0, 0)
        self.totals: list[tuple[QLabel, QLabel]] = []
        self._lay_out()
        for button in self.ranges.values():
            button.clicked.connect(self._on_range)
        self.export.clicked.connect(self._on_export)
        self._show_range()
        self.ranges[self.range_days].setFocus()
        self.resize(room_beside(parent, 980, 760))

    def show_usage(self, days: Sequence[UsageDay], today: date) -> None:
        """Show what was used in the range chosen."""
        shown = figures([*days], self.range_days, today, self.tr("Others"))
        names = tuple(self._step_name(start, shown.step_days) for start in shown.starts)
        tick = "MMM d" if month_first() else self.tr("d MMM")
        ticks = tuple(QLocale().toString(_qdate(start), tick) for start in shown.starts)
        for chart, series, empty in (
            (self.tokens, shown.tokens, ""),
            (
                self.cost,
                shown.cost,
                self.tr(
                    "No model used here has a price. Give it one in config.toml: price = { input = 3, output = 15 }"
                ),
            ),
            (self.speed, shown.speed, self.tr("Nothing was timed.")),
            (self.first_token, shown.first_token, self.tr("Nothing was timed.")),
        ):
            honest = tuple(one._replace(label=visible(one.label)) for one in series)
            chart.set_value(ChartValue(names, ticks, honest), empty)
        self.legend.set_series([one._replace(label=visible(one.label)) for one in shown.tokens])
        self._show_totals(shown)
        self._show_table(shown.models)
        self.export.setEnabled(bool(days))
        self._nothing.setVisible(not days)
        for part in (self.legend, self.table, *self._cards):
            part.setVisible(bool(days))

    def tell(self, text: str) -> None:
        """Say what came of something, at the bottom."""
        self._told.set_text(visible(text, lines=True)[:2000])
        self._told.setVisible(bool(text))

    # -- what the person does --------------------------------------------------------------------

    @Slot()
    def _on_range(self) -> None:
        self.range_days = next(days for days, button in self.ranges.items() if button is self.sender())
        self._show_range()
        self.tell("")
        self.rangeChosen.emit(self.range_days)

    @Slot()
    def _on_export(self) -> None:
        self.exportRequested.emit(self.range_days)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # -- words -----------------------------------------------------------------------------------

    def _range_words(self, days: int) -> str:
        return self.tr("A year") if days == 365 else self.tr("{number} days").format(number=days)

    def _step_name(self, start: date, step_days: int) -> str:
        named = "ddd, MMM d, yyyy" if month_first() else self.tr("ddd, d MMM yyyy")
        name = QLocale().toString(_qdate(start), named)
        return name if step_days == 1 else self.tr("Week from {day}").format(day=name)

    def _said_speed(self, value: float) -> str:
        return self.tr("{number} tokens/s").format(number=_brief(value))

    # -- showing ---------------------------------------------------------------------------------

    def _show_range(self) -> None:
        for days, button in self.ranges.items():
            current = days == self.range_days
            button.setProperty("open", "true" if current else "false")
            button.style().polish(button)
            button.setAccessibleDescription(self.tr("shown") if current else "")

    def _show_totals(self, shown: Figures) -> None:
        total = shown.total
        read_and_written = self.tr("{read} read, {written} written")
        cached = self.tr("{share}% of what was read came from a cache")
        share = round(100 * total.cached_tokens / total.prompt_tokens) if total.prompt_tokens else 0
        values = (
            (
                _brief(total.tokens),
                read_and_written.format(read=_brief(total.prompt_tokens), written=_brief(total.completion_tokens)),
            ),
            (_cost(total.cost), self.tr("where a price is set")),
            (_brief(total.answers), cached.format(share=share) if share else ""),
            (_optional(total.tokens_per_s, self._said_speed), self.tr("once it writes")),
            (_optional(total.first_token_ms, _seconds), self.tr("on average")),
        )
        for (figure, small), (value, more) in zip(self.totals, values, strict=True):
            figure.setText(value)
            small.setText(more)

    def _show_table(self, models: Sequence[ModelSum]) -> None:
        table = self.table
        table.setRowCount(len(models))
        for row, one in enumerate(models):
            cells = (
                visible(one.label),
                _tokens(one.answers),
                _tokens(one.prompt_tokens),
                _tokens(one.cached_tokens),
                _tokens(one.completion_tokens),
                _cost(one.cost),
                _optional(one.tokens_per_s, _brief),
                _optional(one.first_token_ms, _seconds),
            )
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                table.setItem(row, column, item)
        rows = min(len(models), ROWS_SHOWN) or 1
        table.setFixedHeight(34 * (rows + 1) + 16)

    # -- how it is put together ------------------------------------------------------------------

    def _lay_out(self) -> None:
        metrics = self._appearance.theme.metrics
        top = QHBoxLayout()
        top.setSpacing(metrics.gap_xs)
        for days, button in self.ranges.items():
            button.setObjectName(f"usage{days}")
            top.addWidget(button)
        top.addStretch(1)
        self.export.setObjectName("usageExport")
        top.addWidget(self.export)
        inside = QWidget()
        inside.setObjectName("page")
        page = QVBoxLayout(inside)
        page.setContentsMargins(metrics.gap_l, 0, metrics.gap_l - metrics.scroll_bar, metrics.gap_l)
        page.setSpacing(metrics.gap_m)
        page.addLayout(self._total_cards())
        page.addWidget(self.legend)
        self._grid = QGridLayout()
        self._grid.setSpacing(metrics.gap_m)
        self._cards = [self._chart_card(chart) for chart in self.charts]
        page.addLayout(self._grid)
        self._nothing = label(self.tr("Nothing was asked of a model in this time."), "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMinimumHeight(160)
        page.addWidget(self._nothing)
        self._lay_out_table()
        page.addWidget(self.table)
        page.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # all ends in one place, always
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        self._told = Paragraph("", "small")
        self._told.setObjectName("usageTold")
        self._told.setContentsMargins(metrics.gap_l, 0, metrics.gap_l, metrics.gap_s)
        self._told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, metrics.gap_l, 0, 0)
        column.setSpacing(metrics.gap_m)
        top.setContentsMargins(metrics.gap_l, 0, metrics.gap_l, 0)
        column.addLayout(top)
        column.addWidget(scroll, 1)
        column.addWidget(self._told)
        self._arrange()

    def _total_cards(self) -> QHBoxLayout:
        metrics = self._appearance.theme.metrics
        row = QHBoxLayout()
        row.setSpacing(metrics.gap_xl)
        for words in (self.tr("Tokens"), self.tr("Cost"), self.tr("Answers"), self.tr("Speed"), self.tr("First token")):
            number, more = label("–", "title"), label("", "small", wrap=True)
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(label(words, "section"))
            column.addWidget(number)
            column.addWidget(more)
            column.addStretch(1)
            row.addLayout(column, 1)
            self.totals.append((number, more))
        return row

    def _chart_card(self, chart: Chart) -> QFrame:
        metrics = self._appearance.theme.metrics
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(metrics.gap_m, metrics.gap_m, metrics.gap_m, metrics.gap_s)
        column.setSpacing(metrics.gap_s)
        column.addWidget(label(chart.accessibleName(), "section"))
        column.addWidget(chart)
        return card

    def _lay_out_table(self) -> None:
        heads = (
            self.tr("Model"),
            self.tr("Answers"),
            self.tr("Read"),
            self.tr("From a cache"),
            self.tr("Written"),
            self.tr("Cost"),
            self.tr("Tokens/s"),
            self.tr("First token"),
        )
        table = self.table
        table.setObjectName("usageTable")
        table.setAccessibleName(self.tr("Usage by model"))
        table.setColumnCount(len(heads))
        table.setHorizontalHeaderLabels(list(heads))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(34)
        table.setShowGrid(False)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setFixedHeight(34)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(len(heads)):
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            table.model().setHeaderData(
                column,
                Qt.Orientation.Horizontal,
                side | Qt.AlignmentFlag.AlignVCenter,
                Qt.ItemDataRole.TextAlignmentRole,
            )

    def _arrange(self) -> None:
        wide = self.width() >= WIDE_PX
        if wide == self._wide:
            return
        self._wide = wide
        for at, card in enumerate(self._cards):
            self._grid.addWidget(card, *(divmod(at, 2) if wide else (at, 0)))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, int(wide))


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _tokens(value: float) -> str:
    return number(round(value))


def _brief(value: float) -> str:
    """At most four characters and a unit: 950, 12.4k, 3.1M."""
    for limit, unit in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if value >= limit * 0.99995:
            short = value / limit
            return f"{_number(short, 0 if short >= 100 else 1)}{unit}"
    return _number(value, 0 if value >= 10 else 1)


def _number(value: float, decimals: int) -> str:
    return number(value, 0 if value == int(value) else decimals)


def _money(value: float) -> str:
    return number(value, 2 if value >= 0.1 or not value else 4)


def _money_brief(value: float) -> str:
    return significant(value, 3)


def _cost(value: float | None) -> str:
    return "–" if value is None else _money(value)


def _seconds(value: float) -> str:
    """Milliseconds as the person reads them."""
    return f"{_number(value / 1000, 1)} s" if value >= 1000 else f"{_tokens(value)} ms"


def _optional(value: float | None, said: Callable[[float], str]) -> str:
    return "–" if value is None else said(value)
