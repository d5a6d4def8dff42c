"""A frozen value with other fields is a value of its own, whole, and checked for names."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from inara_engine.changed import changed


@dataclass(frozen=True)
class Place:
    town: str
    street: str = ""


def test_the_other_fields_stay_and_the_first_value_is_as_it_was() -> None:
    before = Place("Bonn", "Am Hof")

    after = changed(before, street="Markt")

    assert after == Place("Bonn", "Markt")
    assert before == Place("Bonn", "Am Hof")


def test_a_field_that_there_is_not_is_refused() -> None:
    with pytest.raises(TypeError, match="Place has no number"):
        changed(Place("Bonn"), number=1)
