"""A link is opened only as it was seen: its host as the browser takes it, whatever it looks like."""

from __future__ import annotations

import pytest

from inara_desktop.links import LINK_CHARACTERS, as_opened


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        ("https://example.org/a?b=ü", "https://example.org/a?b=ü"),
        ("HTTPS://Example.org:8443/", "HTTPS://Example.org:8443/"),
        ("http://[::1]/", "http://[::1]/"),
        ("mailto:ada@example.org", "mailto:ada@example.org"),
        ("https://example.org/\u202ex", "https://example.org/[U+202E]x"),
        ("https://\u0430pple.com/x", "https://xn--pple-43d.com/x"),  # a Cyrillic a
        ("https://\u0430pple.com/://xn--pple-43d.com", "https://xn--pple-43d.com/://xn--pple-43d.com"),
        ("https://example\u3002org/", "https://example.org/"),
        ("https://0x7f.1/", "https://127.0.0.1/"),
    ],
)
def test_an_address_is_shown_as_it_is_opened(target: str, shown: str) -> None:
    assert as_opened(target) == shown


@pytest.mark.parametrize(
    "target",
    [
        "https://bank.example@evil.example/",
        "https://bank.example\\@evil.example/",
        "https://bank.example%2f@evil.example/",
        "https:///no-host",
        "https://exa\tmple.org/",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "inara://quick?text=x",
        "/etc/passwd",
        "https://example.org/" + "x" * LINK_CHARACTERS,
    ],
)
def test_an_address_that_misleads_or_is_none_of_the_webs_is_not_opened(target: str) -> None:
    assert as_opened(target) == ""
