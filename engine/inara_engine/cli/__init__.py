"""The terminal: one more small front end over the engine's face."""

from inara_engine.cli.main import main

__all__ = ["main"]
