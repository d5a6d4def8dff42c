"""Durable jobs: the only writer and publisher of events; see `jobs.board`."""

from inara_engine.jobs.board import LIVE, Decision, Jobs, JobSummary, PendingCall, Planner, Prompt

__all__ = ["LIVE", "Decision", "JobSummary", "Jobs", "PendingCall", "Planner", "Prompt"]
