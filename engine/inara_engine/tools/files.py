"""The file tools, as the engine is put together with them."""

from __future__ import annotations

from inara_engine.tools.base import Tool
from inara_engine.tools.moving import delete_file, move_file
from inara_engine.tools.reading import list_files, read_file
from inara_engine.tools.searching import search_files
from inara_engine.tools.writing import write_file

__all__ = ["file_tools"]


def file_tools() -> tuple[Tool, ...]:
    """Every file tool, the harmless ones first."""
    return (list_files(), read_file(), search_files(), write_file(), move_file(), delete_file())
