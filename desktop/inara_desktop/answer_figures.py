"""What an answer took, in a line; and how much of the model's window the conversation fills. No widgets."""

from __future__ import annotations

from inara_desktop.values import ContextFill
from inara_desktop.wording import number, significant, translate
from inara_engine.events import ModelAsked, ModelFinished

__all__ = ["TurnFigures"]


class TurnFigures:
    """Follows the model calls of one job."""

    def __init__(self) -> None:
        self._calls = 0
        self._tokens = 0
        self._cost: float | None = None
        self._asked: ModelAsked | None = None
        self.context: ContextFill | None = None

    def asked(self, event: ModelAsked) -> None:
        """A request is on its way."""
        self._asked = event

    def finished(self, event: ModelFinished) -> str:
        """A reply is there: its line. Where others came before it in this turn, what all took together as well."""
        usage = event.usage
        self._calls += 1
        self._tokens += usage.prompt_tokens + usage.completion_tokens
        if event.cost is not None:
            self._cost = (self._cost or 0.0) + event.cost
        if usage.prompt_tokens and self._asked is not None:
            used = usage.prompt_tokens + usage.completion_tokens
            label = event.model_label or self._asked.model_label
            self.context = ContextFill(used, self._asked.window, label, usage.estimated)
        parts = _of_reply(event)
        if self._calls > 1 and self._tokens:
            words = translate("Figures", "{calls} calls, {tokens} tokens in all")
            if self._cost is not None:
                words = translate("Figures", "{calls} calls, {tokens} tokens, cost {cost} in all")
            cost = _money(self._cost or 0)
            parts.append(words.format(calls=number(self._calls), tokens=number(self._tokens), cost=cost))
        return " · ".join(parts)


def _of_reply(event: ModelFinished) -> list[str]:
    tokens, parts = event.usage.completion_tokens, list[str]()
    if tokens:
        words = translate("Figures", "{count} tokens")
        if event.usage.estimated:
            words = translate("Figures", "about {count} tokens")
        parts.append(words.format(count=number(tokens)))
        writing_ms = event.duration_ms - event.first_token_ms
        if writing_ms >= 50 and tokens > 1:
            rate = round(tokens * 1000 / writing_ms)
            parts.append(translate("Figures", "{count} tokens/s").format(count=number(rate)))
    if event.duration_ms:
        parts.append(_took(event.duration_ms))
    if event.cost is not None:
        parts.append(translate("Figures", "cost {cost}").format(cost=_money(event.cost)))
    return parts


def _took(duration_ms: int) -> str:
    seconds = duration_ms / 1000
    if seconds < 9.95:
        return f"{number(seconds, 1)} s"
    whole = round(seconds)
    return f"{whole} s" if whole < 60 else f"{whole // 60} min {whole % 60} s"


def _money(cost: float) -> str:
    """In whatever money the prices are in."""
    return number(cost, 2) if cost >= 0.1 or not cost else significant(cost, 2)
