"""What the models used, summed up for the eye: a list of days becomes totals, a table and four charts. No Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from inara_engine.face import UsageDay

__all__ = ["RANGES", "Figures", "ModelSum", "Series", "figures"]

RANGES = (7, 30, 90, 365)  # days
WEEKS_FROM = 180  # days; from so many on a step of the charts is a week
SHOWN = 6  # models with a colour of their own


class ModelSum(NamedTuple):
    """What one model (or all) did in the range. None: nothing had a price, or nothing was timed."""

    label: str
    answers: int = 0
    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = None
    tokens_per_s: float | None = None
    first_token_ms: float | None = None

    @property
    def tokens(self) -> int:
        """Read and written."""
        return self.prompt_tokens + self.completion_tokens


class Series(NamedTuple):
    """One model's value for each step; None where it has none. `color` counts the theme's chart colours."""

    label: str
    color: int
    values: tuple[float | None, ...]


class Figures(NamedTuple):
    """All that the usage window shows. `starts` are the first days of the steps, `step_days` long."""

    starts: tuple[date, ...]
    step_days: int
    total: ModelSum
    models: tuple[ModelSum, ...]  # most tokens first
    tokens: tuple[Series, ...]
    cost: tuple[Series, ...]
    speed: tuple[Series, ...]
    first_token: tuple[Series, ...]


def figures(days: Sequence[UsageDay], number: int, today: date, others: str = "") -> Figures:
    """The last `number` days up to today. Models beyond the first six are drawn together, as `others`."""
    step = 7 if number >= WEEKS_FROM else 1
    steps = -(-number // step)
    first = today - timedelta(days=steps * step - 1)
    by_model: dict[str, list[UsageDay]] = defaultdict(list)
    for day in days:
        by_model[day.model].append(day)
    models = sorted(by_model.values(), key=lambda of_one: -_tokens(of_one))
    drawn = [(of_one[-1].label or of_one[-1].model, of_one) for of_one in models[:SHOWN]]
    if len(models) > SHOWN:
        rest = [day for of_one in models[SHOWN - 1 :] for day in of_one]
        drawn = [*drawn[: SHOWN - 1], (others, rest)]

    cells: list[list[list[UsageDay]]] = []
    for _, of_one in drawn:
        cell: list[list[UsageDay]] = [[] for _ in range(steps)]
        for day in of_one:
            at = (date.fromisoformat(day.day) - first).days // step
            if 0 <= at < steps:
                cell[at].append(day)
        cells.append(cell)
    sums = [[_sum("", each) if each else None for each in cell] for cell in cells]

    def series(field: str) -> tuple[Series, ...]:
        made = (
            Series(label, color, tuple(None if one is None else getattr(one, field) for one in of_model))
            for color, ((label, _), of_model) in enumerate(zip(drawn, sums, strict=True))
        )
        return tuple(one for one in made if any(value is not None for value in one.values))

    return Figures(
        tuple(first + timedelta(days=at * step) for at in range(steps)),
        step,
        _sum("", days),
        tuple(_sum(of_one[-1].label or of_one[-1].model, of_one) for of_one in models),
        series("tokens"),
        series("cost"),
        series("tokens_per_s"),
        series("first_token_ms"),
    )


def _tokens(days: Sequence[UsageDay]) -> int:
    return sum(day.prompt_tokens + day.completion_tokens for day in days)


def _sum(label: str, days: Sequence[UsageDay]) -> ModelSum:
    costs = [day.cost for day in days if day.cost is not None]
    writing_ms = sum(day.writing_ms for day in days)
    waited_ms = sum(day.first_token_ms for day in days)
    return ModelSum(
        label,
        sum(day.answers for day in days),
        sum(day.prompt_tokens for day in days),
        sum(day.cached_tokens for day in days),
        sum(day.completion_tokens for day in days),
        sum(costs) if costs else None,
        sum(day.timed_tokens for day in days) * 1000 / writing_ms if writing_ms else None,
        waited_ms / sum(day.replies for day in days) if waited_ms else None,
    )
