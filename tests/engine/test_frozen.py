"""`frozen` makes what `dataclass(frozen=True, slots=True)` makes, and shares what that compiles for each class."""

from __future__ import annotations

import copy
import gc
import pickle
import weakref
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace
from typing import Any

import pytest

from inara_engine.frozen import frozen

standard = dataclass(frozen=True, slots=True)
Decorator = Callable[[type[Any]], type[Any]]
NAN = float("nan")


@frozen
class Place:
    name: str
    depth: int = 0
    parts: tuple[str, ...] = ()


@frozen
class Room(Place):
    floor: int = 1


@pytest.fixture(params=[standard, frozen], ids=["standard", "ours"])
def decorate(request: pytest.FixtureRequest) -> Decorator:
    """Every law below holds for both."""
    return request.param


def test_values_are_equal_by_what_they_hold(decorate: Decorator) -> None:
    @decorate
    class Point:
        x: float
        y: float
        seen: int = field(default=0, compare=False)

    assert Point(1, 2) == Point(1, 2, seen=3)
    assert Point(1, 2) != Point(2, 1)
    assert hash(Point(1, 2)) == hash(Point(1, 2, seen=3))
    assert {Point(1, 2), Point(1, 2)} == {Point(1, 2)}
    assert Point(NAN, 0) == Point(NAN, 0)


def test_one_of_another_class_is_another(decorate: Decorator) -> None:
    @decorate
    class Metres:
        number: float

    @decorate
    class Feet:
        number: float

    @decorate
    class Rounded(Metres):
        pass

    assert Metres(1) != Feet(1)
    assert Metres(1) != Rounded(1)
    assert Metres(1) != 1
    assert Metres(NAN) == Metres(NAN)


def test_one_without_fields(decorate: Decorator) -> None:
    @decorate
    class Nothing:
        pass

    assert Nothing() == Nothing()
    assert len({Nothing(), Nothing()}) == 1
    assert repr(Nothing()).endswith("Nothing()")


def test_what_cannot_be_hashed_says_so(decorate: Decorator) -> None:
    @decorate
    class Listed:
        names: list[str]

    with pytest.raises(TypeError, match="unhashable"):
        hash(Listed([]))


def test_nothing_can_be_changed_or_added(decorate: Decorator) -> None:
    @decorate
    class Point:
        x: int

    point = Point(1)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'x'"):
        point.x = 2
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'x'"):
        del point.x
    with pytest.raises((FrozenInstanceError, TypeError)):  # the standard one stumbles over the class it was
        point.z = 2
    assert not hasattr(point, "__dict__")


def test_what_is_secret_is_not_printed(decorate: Decorator) -> None:
    @decorate
    class Key:
        name: str
        value: str = field(repr=False)

    assert repr(Key("mail", "hunter2")).endswith("Key(name='mail')")


def test_one_that_holds_itself_can_be_printed(decorate: Decorator) -> None:
    @decorate
    class Holder:
        held: list[object]

    holder = Holder([])
    holder.held.append(holder)
    assert repr(holder).endswith("Holder(held=[...])")


def test_its_own_methods_stay(decorate: Decorator) -> None:
    @decorate
    class Folded:
        name: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Folded) and self.name.casefold() == other.name.casefold()

        def __hash__(self) -> int:
            return hash(self.name.casefold())

        def __repr__(self) -> str:
            return "folded"

    assert Folded("Ada") == Folded("ada")
    assert hash(Folded("Ada")) == hash(Folded("ada"))
    assert repr(Folded("Ada")) == "folded"


def test_it_is_a_dataclass_to_everybody() -> None:
    room = Room("hall", 2, ("a",), floor=3)
    assert is_dataclass(Room)
    assert [each.name for each in fields(room)] == ["name", "depth", "parts", "floor"]
    assert asdict(room) == {"name": "hall", "depth": 2, "parts": ("a",), "floor": 3}
    assert replace(room, floor=4) == Room("hall", 2, ("a",), 4)
    assert copy.deepcopy(room) == copy.copy(room) == pickle.loads(pickle.dumps(room)) == room
    assert repr(room) == "Room(name='hall', depth=2, parts=('a',), floor=3)"
    match room:
        case Room(name, depth):
            assert (name, depth) == ("hall", 2)


def test_the_standard_ones_go_on_from_it() -> None:
    @standard
    class Cellar(Room):
        damp: bool = True

    assert Cellar("wine") == Cellar("wine")
    assert Cellar("wine") != Cellar("wine", damp=False)


def test_all_classes_share_their_methods() -> None:
    for name in ("__eq__", "__hash__", "__repr__", "__setattr__", "__delattr__"):
        assert getattr(Room, name) is getattr(Place, name)


def test_the_class_without_slots_is_let_go() -> None:
    was: list[weakref.ref[type]] = []

    class Kept:
        """Its subclasses, as they are when first made."""

        __slots__ = ()

        def __init_subclass__(cls) -> None:
            was.append(weakref.ref(cls))

    @frozen
    class Made(Kept):
        x: int = 0

    gc.collect()
    assert [made() for made in was] == [None, Made]
