"""The event log on disk; see `store.database`."""

from inara_engine.store.database import JobRow, SessionRow, Store

__all__ = ["JobRow", "SessionRow", "Store"]
