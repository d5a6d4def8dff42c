"""The log file: warnings and faults, never what people, models or tools say."""

from __future__ import annotations

import logging
import logging.handlers

from inara_engine.home import Home
from inara_engine.logs import Discreet

__all__ = ["log_to"]


def log_to(home: Home) -> None:
    """Write to a small rotating file in the home's log folder from now on."""
    handler = logging.handlers.RotatingFileHandler(home.logs / "inara.log", maxBytes=1_000_000, backupCount=2)
    handler.setFormatter(Discreet())
    logging.getLogger().addHandler(handler)
