"""The event log on disk; see `store.database`."""

from inara_engine.store.database import JobRow, Store
from inara_engine.store.search import MATCH_END, MATCH_START, Hit
from inara_engine.store.sessions import Counts, Folder, Position, SessionRow

__all__ = ["MATCH_END", "MATCH_START", "Counts", "Folder", "Hit", "JobRow", "Position", "SessionRow", "Store"]
