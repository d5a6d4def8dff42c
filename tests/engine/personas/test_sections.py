"""What of a persona goes into a request: by tier, within budgets, with the flags of what it was made from."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inara_engine.memory import MemoryBudgets
from inara_engine.personas import Budgets, Include, Paper, Persona, told
from inara_engine.personas.sections import ABOUT_MEMORY, fitted
from inara_engine.state import Flags
from inara_engine.tokens import estimated

CLERK = Persona(
    name="clerk",
    identity="You are the clerk.",
    profile="Kim, in Utrecht.",
    memory={"long": "# Long memory\n\n- Noor plays the cello.", "mid": "- The car is new.", "short": "- Buy milk."},
    papers=(Paper("house rules", "No shoes."), Paper("style", "Be brief.")),
)


def text(persona: Persona, tier: int, *include: Include) -> str:
    return "\n\n".join(told(persona, tier, *include).sections)


def test_each_tier_adds_to_the_one_below() -> None:
    assert text(CLERK, 0) == ""
    assert text(CLERK, 1) == "You are the clerk."
    assert text(CLERK, 2) == (
        "You are the clerk.\n\n"
        "# About the person\n\nKim, in Utrecht.\n\n"
        f"{ABOUT_MEMORY}\n\n"
        "## For long\n\n- Noor plays the cello.\n\n"
        "## Of late\n\n- The car is new.\n\n"
        "## Newest\n\n- Buy milk."
    )
    assert (
        "Kim, in Utrecht.\n\n# Papers\n\n## house rules\n\nNo shoes.\n\n## style\n\nBe brief.\n\n# What you remember"
        in text(CLERK, 3)
    )


def test_each_level_of_memory_can_be_left_out() -> None:
    assert "cello" not in text(CLERK, 2, Include(long=False))
    assert "car" not in text(CLERK, 2, Include(mid=False))
    assert "milk" not in text(CLERK, 2, Include(short=False))
    assert "remember" not in text(CLERK, 2, Include(long=False, mid=False, short=False))


def test_what_changes_least_stands_first() -> None:
    """A server's prompt cache holds up to the first difference: a new note must not cost the whole prompt."""
    after = Persona(CLERK.name, CLERK.identity, CLERK.profile, {**CLERK.memory, "short": "- Buy bread."}, CLERK.papers)
    before, now = text(CLERK, 3), text(after, 3)
    assert before.split("## Newest")[0] == now.split("## Newest")[0]


def test_the_flags_of_what_is_told() -> None:
    assert told(CLERK, 1).flags == Flags()
    assert told(CLERK, 2).flags == Flags(private=("the person's profile", "what was remembered"))
    assert told(CLERK, 3).flags.private == ("the person's profile", "the persona's papers", "what was remembered")
    assert told(Persona("new", "You are new."), 3).flags == Flags()  # nobody is known yet
    read = Persona("clerk", "You.", memory={"short": "- 2026-11-22 [untrusted] The shop moved."})
    assert told(read, 2).flags == Flags(("what was remembered",), ("notes that were remembered",))
    assert told(read, 2, Include(short=False)).flags == Flags()
    assert told(read, 1).flags == Flags()


def test_what_does_not_fit_is_cut_at_a_line_and_says_so() -> None:
    lines = "\n".join(f"Line {n} of the profile." for n in range(100))
    cut = fitted(lines, 50, "profile.md")
    assert cut.startswith("Line 0 of the profile.\n")
    assert cut.endswith("of the profile.\n[Cut for length: about 569 tokens of more text in profile.md are not shown.]")


def test_of_memory_the_newest_stays() -> None:
    lines = "\n".join(f"- Note {n}." for n in range(200))
    cut = fitted(lines, 50, "memory/short.md", "## Newest", keep="end")
    assert cut.startswith("## Newest\n\n[Cut for length: about ")
    assert cut.splitlines()[3].startswith("- Note ")
    assert cut.endswith("- Note 199.")


def test_a_small_window_shrinks_every_part_alike() -> None:
    small = Budgets().within(2000)
    assert small.total <= 2000
    assert 0.18 < small.identity / small.papers < 0.19  # 1500 of 8000, as in the whole
    assert Budgets().within(100_000) == Budgets()


budgets = st.integers(0, 300)
texts = st.text(alphabet=st.sampled_from("ab \n-#é語"), max_size=2000)


@given(texts, budgets, st.sampled_from(["start", "end"]), st.sampled_from(["", "# Title"]))
def test_no_part_exceeds_its_budget(content: str, budget: int, keep: str, title: str) -> None:
    part = fitted(content, budget, "memory/short.md", title, keep="start" if keep == "start" else "end")
    assert estimated(part) <= budget
    if estimated(content) + estimated(title) + 1 <= budget:
        assert "Cut for length" not in part
        assert content in part
    elif part:
        assert content in part or "[Cut for length: about " in part


@given(
    st.builds(
        lambda identity, profile, long, mid, short, papers: Persona(
            "p",
            identity,
            profile,
            {"long": long, "mid": mid, "short": short},
            tuple(Paper("x", each) for each in papers),
        ),
        *([texts] * 5),
        st.lists(texts, max_size=3),
    ),
    st.builds(lambda a, b, c, d, e, f: Budgets(a, b, c, MemoryBudgets(d, e, f)), *([budgets] * 6)),
    st.integers(0, 3),
    st.integers(0, 2000),
)
def test_a_persona_takes_no_more_than_its_share_of_the_window(
    persona: Persona, wanted: Budgets, tier: int, window: int
) -> None:
    share = wanted.within(max(window, estimated(ABOUT_MEMORY)))
    sections = told(persona, tier, budgets=share).sections
    assert sum(map(estimated, sections)) <= share.total <= max(window, estimated(ABOUT_MEMORY))
    assert told(persona, tier, budgets=share) == told(persona, tier, budgets=share)
    assert set(sections) >= set(told(persona, min(tier, 1), budgets=share).sections)
