"""The event log on disk; see `store.database`."""

from inara_engine.store.database import JobRow, SessionRow, Store
from inara_engine.store.search import MATCH_END, MATCH_START, Hit

__all__ = ["MATCH_END", "MATCH_START", "Hit", "JobRow", "SessionRow", "Store"]
