"""Inara's engine: the assistant without a window. Start at :mod:`inara_engine.face`."""

__version__ = "0.1.0"
