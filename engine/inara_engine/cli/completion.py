"""`inara completion SHELL`: what a shell needs to complete commands, made from the parser itself by shtab."""

from __future__ import annotations

import argparse

from inara_engine.cli import terminal

__all__ = ["EXAMPLES", "SHELLS", "completion"]

SHELLS = ("bash", "zsh", "fish")

EXAMPLES = """examples:
  inara completion bash > ~/.local/share/bash-completion/completions/inara
  inara completion zsh > ~/.zfunc/_inara          with fpath+=~/.zfunc before compinit in ~/.zshrc
  inara completion fish > ~/.config/fish/completions/inara.fish
"""


def completion(top: argparse.ArgumentParser, shell: str) -> None:
    """Print the script."""
    import shtab

    terminal.document(shtab.complete(top, shell))
