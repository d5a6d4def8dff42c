"""Whether a command would act as another user: sudo and its like, also behind what starts other programs.

Only ever makes a call more dangerous. What is missed here still gets no new privileges from the system, so a
miss costs a failed command and a false alarm costs a refusal: the rules look at places where a program stands.
"""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

__all__ = ["elevates"]

_SHELLS = frozenset({"sh", "bash", "dash", "zsh", "ksh", "mksh", "fish", "csh", "tcsh", "ash", "busybox"})
# Their only purpose is to act as somebody else.
_ELEVATING = frozenset(
    {
        *("sudo", "sudoedit", "sudo-rs", "pkexec", "doas", "su", "su-rs", "runuser", "run0", "setpriv", "newgrp", "sg"),
        *("gksu", "gksudo", "kdesu", "kdesudo", "lxsudo", "beesu", "calife", "super", "machinectl", "chroot"),
    }
)
# They start what stands behind them.
_STARTERS = frozenset(
    {
        *("env", "nice", "ionice", "chrt", "taskset", "nohup", "setsid", "timeout", "time", "stdbuf", "xargs", "watch"),
        *("script", "unshare", "nsenter", "strace", "ltrace", "parallel", "find", "fd", "flock", "busybox"),
    }
)
# Where a shell begins a command: after a separator or a word that starts one, settings of variables passed over.
_ELEVATES_IN_TEXT = re.compile(
    r"(?:^|[\n;&|(`{!]|\b(?:then|do|else|time|exec|command|env|nice|nohup|setsid|xargs)[ \t])[ \t]*"
    r"(?:(?:-|\w+=)[^\s;&|(`{!]*[ \t]+)*(?:[\w.-]*/)*"
    rf"({'|'.join(re.escape(name) for name in sorted(_ELEVATING, key=len, reverse=True))})(?=$|[\s;&|)`<>])"
)
_PASSED_OVER = re.compile(r"-.*|\w+=.*|[\d.]+[smhd]?|\+?\d+", re.DOTALL)  # what a starter takes before the program


def elevates(words: tuple[str, ...], program: str) -> str:
    """Why this would act as another user, as far as it can be told; "" where it can't. `program` is a file's name."""
    if program in _ELEVATING:
        return f"{program} acts as another user."
    if program in _STARTERS:
        for before, word in pairwise(words):
            if Path(word).name in _ELEVATING and (before == words[0] or _PASSED_OVER.fullmatch(before)):
                return f"{Path(word).name} acts as another user."
    if program in _SHELLS | _STARTERS and (
        found := next((match for word in words[1:] if (match := _ELEVATES_IN_TEXT.search(word))), None)
    ):
        return f"{found.group(1)} acts as another user."
    return ""
