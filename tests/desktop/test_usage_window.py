"""The usage window: what was used adds up, can be read by eye, by key and by a screen reader, and is saved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inara_desktop.chart import scale
from inara_desktop.style import Appearance
from inara_desktop.usage_figures import figures
from inara_desktop.usage_window import UsageWindow
from inara_engine.face import UsageDay

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen platform says so

TODAY = date(2026, 3, 10)


def used(ago: int, model: str = "local", *, read: int = 700, written: int = 300, cost: float | None = None) -> UsageDay:
    day = (TODAY - timedelta(days=ago)).isoformat()
    return UsageDay(day, model, model.title(), 2, 1, read, 0, written, cost, written, 10_000, 800)


def row(opened: UsageWindow, number: int) -> list[str]:
    model = opened.table.model()
    return [str(model.index(number, column).data()) for column in range(model.columnCount())]


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication) -> Iterator[UsageWindow]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English))
    appearance = Appearance(qapp, "light")
    behind = QWidget()
    qtbot.addWidget(behind)
    made = UsageWindow(appearance, behind)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    QLocale.setDefault(before)
    appearance.deleteLater()


def test_a_day_stands_at_its_place_and_days_without_use_are_there() -> None:
    shown = figures([used(6), used(0), used(0, "claude", cost=0.5)], 7, TODAY)
    assert shown.starts[0] == TODAY - timedelta(days=6)
    assert [(one.label, one.values) for one in shown.tokens] == [
        ("Local", (1000, None, None, None, None, None, 1000)),
        ("Claude", (None, None, None, None, None, None, 1000)),
    ]
    assert [one.label for one in shown.cost] == ["Claude"]
    assert shown.cost[0].color == shown.tokens[1].color  # the same model, the same colour


def test_speed_is_that_of_all_tokens_not_the_mean_of_means() -> None:
    slow = UsageDay("2026-03-10", "m", "M", 1, 1, 0, 0, 10, None, 10, 1000, 100)
    fast = UsageDay("2026-03-09", "m", "M", 3, 3, 0, 0, 990, None, 990, 9000, 900)
    total = figures([fast, slow], 7, TODAY).total
    assert total.tokens_per_s == 100
    assert total.first_token_ms == 250


def test_a_year_is_drawn_by_weeks_and_loses_nothing() -> None:
    days = [used(ago) for ago in range(364, -1, -1)]
    shown = figures(days, 365, TODAY)
    assert shown.step_days == 7
    assert sum(value or 0 for value in shown.tokens[0].values) == 365 * 1000 == shown.total.tokens


def test_many_models_share_the_last_colour_under_one_name() -> None:
    days = [used(0, f"model {number}", read=1000 * (20 - number)) for number in range(9)]
    shown = figures(days, 7, TODAY, "Others")
    assert [one.label for one in shown.tokens][-1] == "Others"
    assert len(shown.tokens) == 6
    assert len(shown.models) == 9
    assert sum(one.values[-1] or 0 for one in shown.tokens) == shown.total.tokens


@pytest.mark.parametrize(
    ("highest", "marks"),
    [(0.0, (0, 1)), (1.0, (0, 0.5, 1)), (7.0, (0, 2.5, 5, 7.5)), (950, (0, 500, 1000)), (2e6, (0, 1e6, 2e6))],
)
def test_the_axis_is_of_round_numbers(highest: float, marks: tuple[float, ...]) -> None:
    assert scale(highest) == marks


def test_totals_and_table_say_the_figures(opened: UsageWindow) -> None:
    opened.show_usage([used(1, cost=0.25), used(0, read=1_200_000, cost=1.0), used(0, "tiny")], TODAY)
    assert [number.text() for number, _ in opened.totals] == ["1.2M", "1.25", "3", "30 tokens/s", "400 ms"]
    assert row(opened, 0) == ["Local", "2", "1,200,700", "0", "600", "1.25", "30", "400 ms"]
    assert row(opened, 1)[5] == "–"  # no price is not "free"


def test_arrow_keys_walk_through_the_days_and_a_screen_reader_hears_them(opened: UsageWindow) -> None:
    opened.show_usage([used(1), used(0), used(0, "claude")], TODAY)
    chart = opened.tokens
    assert chart.accessibleName() == "Tokens"
    assert chart.accessibleDescription() == "Tue, Mar 10, 2026: 2,000"  # the most there was
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.accessibleDescription() == "Tue, Mar 10, 2026. Local: 1,000; Claude: 1,000; Together: 2,000"
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.accessibleDescription() == "Mon, Mar 9, 2026. Local: 1,000"
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert chart.accessibleDescription().startswith("Mon, Feb 9, 2026")


def test_the_pointer_picks_the_day_below_it(opened: UsageWindow) -> None:
    opened.show_usage([used(0)], TODAY)
    chart = opened.tokens
    QTest.mouseMove(chart, QPoint(chart.width() // 2, 60))
    QTest.mouseMove(chart, QPoint(chart.width() - 12, 60))
    assert chart.at == 29


def test_nothing_used_says_so_and_offers_no_empty_file(opened: UsageWindow) -> None:
    opened.show_usage([], TODAY)
    assert not opened.tokens.isVisible()
    assert not opened.export.isEnabled()


def test_a_range_is_asked_for_and_marked(opened: UsageWindow) -> None:
    asked: list[int] = []
    opened.rangeChosen.connect(asked.append)
    opened.ranges[90].click()
    assert asked == [90]
    assert opened.ranges[90].accessibleDescription() == "shown"
    assert opened.ranges[30].accessibleDescription() == ""


def test_a_model_named_in_markup_or_hidden_characters_is_shown_as_it_is(opened: UsageWindow) -> None:
    opened.show_usage([used(0, "<b>free</b>\u202e")], TODAY)
    assert row(opened, 0)[0] == "<B>Free</B>[U+202E]"
