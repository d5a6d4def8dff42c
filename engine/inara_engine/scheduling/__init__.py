"""Tasks at set times: `scheduler` keeps the time, `schedules` is the face's part."""

from inara_engine.scheduling.scheduler import Clockwork, Scheduler
from inara_engine.scheduling.schedules import Schedules
from inara_engine.scheduling.values import CronReport, RunReport, ScheduleReport

__all__ = ["Clockwork", "CronReport", "RunReport", "ScheduleReport", "Scheduler", "Schedules"]
