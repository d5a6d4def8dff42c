"""The HTTP client brings what it uses, and nothing beside."""

from __future__ import annotations

import subprocess
import sys


def test_the_client_leaves_the_command_line_of_its_library_out() -> None:
    """httpx's costs 5 MB where its libraries are installed, as they are here by the tools that check the code."""
    report = "import sys, inara_engine.providers.http_client; print(*{'click', 'rich', 'pygments'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
