"""What servers teach about their models while they are asked: kept for this run of the app."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from inara_engine.providers.chosen import Chosen
from inara_engine.settings import ModelSettings, Settings

__all__ = ["Learnt"]

MOST_TOKENS = 4.0  # real tokens for an estimated one: each character of some scripts is one
MOST_WINDOWS = 5  # times that a server is believed to read less than it said before
ENOUGH_TOKENS = 200  # a shorter request says little about a model's tokens
DENSER = 1.1  # times what was known: less is no news, and a server that counts a little more each time comes to an end


class Learnt:
    """Windows, tokens and refusals. A refusal is remembered of a server's model, whatever its id in the settings."""

    def __init__(self, settings: Callable[[], Settings]) -> None:
        self._settings = settings
        self._windows: dict[str, int] = {}  # by model id, in tokens
        self._taught: Counter[str] = Counter()  # by model id: how often that was learnt
        self._ratios: dict[str, float] = {}  # by model id: real tokens for an estimated one
        self._blind: set[tuple[str, str]] = set()  # servers and models that refused pictures
        self._without_tools: set[tuple[str, str]] = set()  # servers and models that refused tools

    def window(self, chosen: Chosen) -> int | None:
        """Tokens that a model can read at once; None where nobody said."""
        return min(filter(None, (chosen.window, self._windows.get(chosen.id))), default=None)

    def room(self, chosen: Chosen) -> int | None:
        """The same in tokens as we estimate them."""
        window = self.window(chosen)
        return None if window is None else int(window / self._ratios.get(chosen.id, 1.0))

    def sees(self, chosen: Chosen) -> bool | None:
        """Whether a model can look at pictures; None where nobody knows."""
        if _served(chosen.settings) in self._blind or chosen.settings.provider in {"claude-cli", "gemini-cli"}:
            return False
        return chosen.facts.vision

    def refuses_tools(self, chosen: Chosen) -> bool:
        """Whether this model of this server has refused tools."""
        return _served(chosen.settings) in self._without_tools

    def learn_window(self, model_id: str, tokens: int) -> bool:
        """A server said how much it reads at most; whether it is believed. One that says less each time never ends."""
        if tokens < 1 or self._taught[model_id] >= MOST_WINDOWS:
            return False
        self._taught[model_id] += 1
        self._windows[model_id] = tokens
        return True

    def learn_blind(self, model_id: str) -> None:
        """A model refused pictures."""
        if (settings := self._settings().effective_models().get(model_id)) is not None:
            self._blind.add(_served(settings))

    def learn_tools_refused(self, chosen: Chosen) -> None:
        """A model refused tools."""
        self._without_tools.add(_served(chosen.settings))

    def learn_tokens(self, model_id: str, estimated: int, counted: int) -> None:
        """What a server counted for a request, beside our estimate: later ones of this model are the better for it.

        Only upwards: some servers leave out what they still had from before, and a window must not overflow.
        """
        if estimated >= ENOUGH_TOKENS:
            before = self._ratios.get(model_id, 1.0)
            self._ratios[model_id] = min(MOST_TOKENS, max(1.0, (before + counted / estimated) / 2))

    def learn_refusal(self, model_id: str, estimated: int, counted: int) -> bool:
        """A server refused a request of so many tokens; whether later ones are made smaller for it."""
        ratio = min(MOST_TOKENS, counted / max(1, estimated))
        news = ratio > DENSER * self._ratios.get(model_id, 1.0)
        if news:
            self._ratios[model_id] = ratio
        return news


def _served(settings: ModelSettings) -> tuple[str, str]:
    return settings.server or "", settings.model
