"""Durable jobs: submitted, driven, paused for a person, taken up again; see `jobs.board`."""

from inara_engine.jobs.board import Jobs
from inara_engine.jobs.driver import Planner
from inara_engine.jobs.values import LIVE, Decision, JobSummary, PendingCall, Prompt

__all__ = ["LIVE", "Decision", "JobSummary", "Jobs", "PendingCall", "Planner", "Prompt"]
