"""Conversations from other programs: read, never trusted, and told as Inara's own events."""

from inara_engine.imports.jobs import ImportedJob, as_jobs
from inara_engine.imports.reading import each_session, read_export, read_one
from inara_engine.imports.session import ImportedMessage, ImportedSession

__all__ = ["ImportedJob", "ImportedMessage", "ImportedSession", "as_jobs", "each_session", "read_export", "read_one"]
