"""A key is unreadable in whatever a server makes of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inara_engine.providers.masking import masked

KEY = "sk-proj-AbC/dEf+0123456789=="


def test_the_key_its_pieces_and_its_url_form_are_masked() -> None:
    assert masked(f"bad {KEY}!", KEY) == "bad •••!"
    assert masked(f"bad {KEY[:12]}… and {KEY[-10:]}", KEY) == "bad •••… and •••"
    assert "AbC" not in masked("?key=sk-proj-AbC%2FdEf%2B0123456789%3D%3D", KEY)
    assert masked("nothing here", KEY) == "nothing here"
    assert masked("x abc y", "abc") == "x ••• y"
    assert masked("as it is", None) == "as it is"


@given(
    st.text(max_size=40),
    st.text(min_size=8, max_size=60, alphabet=st.characters(min_codepoint=33, max_codepoint=126)),
    st.text(max_size=40),
)
def test_no_eight_characters_of_it_remain(before: str, key: str, after: str) -> None:
    shown = masked(before + key + after, key)
    assert not any(key[at : at + 8] in shown for at in range(len(key) - 7))
