"""The event log on disk; see `store.database`."""

from inara_engine.store.calls import Allowed, CallFilter, CallRow
from inara_engine.store.database import Store
from inara_engine.store.decisions import DecisionChain, DecisionRow
from inara_engine.store.jobs import JobRow
from inara_engine.store.queue import QueueRow
from inara_engine.store.rules import RuleRow
from inara_engine.store.schedules import ScheduledRun
from inara_engine.store.search import Hit
from inara_engine.store.servers import ServerRow, ServerTable
from inara_engine.store.sessions import Counts, Folder, Position, SessionRow
from inara_engine.store.spelling import MATCH_END, MATCH_START
from inara_engine.store.usage import UsageDay

__all__ = [
    "MATCH_END",
    "MATCH_START",
    "Allowed",
    "CallFilter",
    "CallRow",
    "Counts",
    "DecisionChain",
    "DecisionRow",
    "Folder",
    "Hit",
    "JobRow",
    "Position",
    "QueueRow",
    "RuleRow",
    "ScheduledRun",
    "ServerRow",
    "ServerTable",
    "SessionRow",
    "Store",
    "UsageDay",
]
