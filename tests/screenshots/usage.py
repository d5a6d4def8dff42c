"""Tokens, cost and speed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from inara_desktop.style import Appearance
from inara_desktop.usage_window import UsageWindow
from inara_desktop.window import MainWindow
from inara_engine.face import UsageDay
from tests.screenshots.window import TALK, Scene, window


def _usage(appearance: Appearance, days: Sequence[UsageDay], range_days: int = 30) -> tuple[MainWindow, UsageWindow]:
    made = window(appearance, TALK)
    made.show()
    opened = UsageWindow(appearance, made)
    opened.ranges[range_days].click()
    opened.show_usage(days, TODAY)
    opened.show()
    return made, opened


TODAY = date(2026, 11, 28)


def _used(number: int) -> list[UsageDay]:
    """Made-up days of three models, busier on weekdays, some without any use."""
    days: list[UsageDay] = []
    for ago in range(number - 1, -1, -1):
        day = TODAY - timedelta(days=ago)
        busy = (ago * 7919 % 13 + 3) * (1 if day.weekday() < 5 else 0.3)
        for model, label, share, price, speed in (
            ("local", "Qwen 3 8B", 1.0, None, 41),
            ("claude", "Claude Sonnet", 0.6, 6e-6, 68),
            ("small", "Llama 3.2 3B", 0.25, None, 93),
        ):
            if (ago * 31 + len(model)) % 5 == 0:
                continue
            written = int(busy * share * 900)
            read, answers = written * 7, int(busy * share) + 1
            writing_ms = int(written * 1000 / (speed + ago % 7))
            cost = None if price is None else (read + 5 * written) * price
            first_ms = answers * (260 + (ago * 53 + len(label) * 37) % 400)
            days.append(
                UsageDay(
                    day.isoformat(),
                    model,
                    label,
                    answers,
                    answers,
                    read,
                    read // 2,
                    written,
                    cost,
                    written,
                    writing_ms,
                    first_ms,
                )
            )
    return days


def usage(appearance: Appearance) -> Sequence[QWidget]:
    made, opened = _usage(appearance, _used(30))
    opened.tokens.pick(21)
    return [made, opened]


def usage_year(appearance: Appearance) -> Sequence[QWidget]:
    made, opened = _usage(appearance, _used(365), 365)
    made.resize(2560, 1440)
    opened.resize(1500, 1000)
    return [made, opened]


def usage_small(appearance: Appearance) -> Sequence[QWidget]:
    made, opened = _usage(appearance, _used(7), 7)
    made.resize(720, 520)
    opened.resize(720, 520)
    opened.cost.setFocus()
    return [made, opened]


def usage_empty(appearance: Appearance) -> Sequence[QWidget]:
    return _usage(appearance, ())


SCENES: tuple[Scene, ...] = (
    usage,
    usage_year,
    usage_small,
    usage_empty,
)
