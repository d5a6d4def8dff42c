"""The face's part `rules`: what runs without asking because somebody said so, once and for all.

Two kinds in one list: rules that people made from a call, which are rows of the database, counted and
deletable; and those of `config.toml`, which are its owner's to change. Both hold up to risk 2 and only
where the information-flow guard does not ask.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Self

from inara_engine.errors import NotFound, UserError
from inara_engine.frozen import frozen
from inara_engine.policy import Remembered, in_words
from inara_engine.settings import PolicySettings, Rule, Settings
from inara_engine.store import RuleRow, Store

__all__ = ["RuleEntry", "Rules"]

PREFIX = "rule-"  # of the ids of those made from calls


@frozen
class RuleEntry:
    """A rule in the list. Times are Unix seconds; those of the file are not counted (`hits` None).

    `words` spell it out; `source` is "call" (made from one) or "file" (config.toml).
    """

    id: str
    profile: str
    effect: Literal["allow", "deny"]
    tool: str
    under: str
    words: str
    source: Literal["call", "file"]
    made_at: float | None = None
    made_by: str = ""
    hits: int | None = None
    last_used: float | None = None


class Rules:
    """`settings` gives those in force, `clock` Unix seconds. The rows are kept in memory: a decision asks no disk."""

    def __init__(self, store: Store, settings: Callable[[], Settings], clock: Callable[[], float]) -> None:
        self._store = store
        self._settings = settings
        self._clock = clock
        self._rows: tuple[RuleRow, ...] = ()

    @classmethod
    async def of(cls, store: Store, settings: Callable[[], Settings], clock: Callable[[], float]) -> Self:
        """With the rows read: before the first decision."""
        rules = cls(store, settings, clock)
        await rules._load()
        return rules

    async def list(self) -> list[RuleEntry]:
        """All rules: those made from calls, the newest first, then those of config.toml."""
        await self._load()
        return [*map(_made, self._rows), *self._of_the_file()]

    async def delete(self, rule: str) -> None:
        """Forget a rule; what it allowed asks again at once. Raises NotFound; UserError for one of the file."""
        if any(entry.id == rule for entry in self._of_the_file()):
            raise UserError(
                "This rule stands in config.toml.", next_step="Take it out there, or in the settings window."
            )
        deleted = await self._store.rules.delete(rule, self._clock())
        await self._load()
        if not deleted:
            raise NotFound(f"There is no rule {rule}.", next_step="`inara rules list` shows them.")

    def remembered(self, profile: str) -> tuple[Remembered, ...]:
        """The rules made under a profile, for policy."""
        return tuple(
            Remembered(row.id, Rule(tool=row.tool, under=row.under or None))
            for row in self._rows
            if row.profile == profile
        )

    def made(self, row: RuleRow) -> None:
        """A rule was written; it holds from now on."""
        key = row.profile, row.tool, row.under
        if all((other.profile, other.tool, other.under) != key for other in self._rows):
            self._rows = (row, *self._rows)

    def words(self, rule: str) -> str:
        """What a rule says, by its id; one of the file is its own words."""
        row = next((row for row in self._rows if row.id == rule), None)
        if row is None:
            return "one that is no more" if rule.startswith(PREFIX) else rule
        return _made(row).words

    async def _load(self) -> None:
        self._rows = tuple(await self._store.rules.rows())

    def _of_the_file(self) -> list[RuleEntry]:
        settings = self._settings()
        entries: list[RuleEntry] = []
        for profile in settings.profile_names():
            own = settings.profiles.get(profile)
            says = own.policy if own is not None else settings.policy
            entries += _entries(profile, "allow", says)
            entries += _entries(profile, "deny", says)
        return entries


def _made(row: RuleRow) -> RuleEntry:
    words = in_words(Rule(tool=row.tool, under=row.under or None))
    return RuleEntry(
        row.id,
        row.profile,
        "allow",
        row.tool,
        row.under,
        words,
        "call",
        row.made_at,
        row.made_by,
        row.hits,
        row.last_used,
    )


def _entries(profile: str, effect: Literal["allow", "deny"], policy: PolicySettings) -> list[RuleEntry]:
    rules = policy.allow if effect == "allow" else policy.deny
    return [
        RuleEntry(
            f"file:{profile}:{effect}:{number}", profile, effect, rule.tool, rule.under or "", in_words(rule), "file"
        )
        for number, rule in enumerate(rules, start=1)
    ]
