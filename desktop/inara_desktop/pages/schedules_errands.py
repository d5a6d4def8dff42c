"""The errands of schedules: adding, changing, running, pausing them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot

from inara_desktop.controls import Paragraph
from inara_desktop.moments import exactly
from inara_desktop.pages.editing_errands import EditingErrands, Entry, Saved
from inara_desktop.pages.editor import Editor
from inara_desktop.pages.hooks_errands import HooksErrands
from inara_desktop.pages.office import Office
from inara_desktop.pages.schedules import ScheduleItem, SchedulesPage
from inara_desktop.pages.table_form import TableForm
from inara_desktop.said import said
from inara_desktop.times_said import times_said
from inara_desktop.wording import later, translate
from inara_engine.errors import InaraError, UserError

if TYPE_CHECKING:
    from inara_engine.face import CronReport, RunReport, ScheduleReport

__all__ = ["SchedulesErrands"]

FIRST = ("cron", "task", "distill")
_STATUSES = {
    "complete": later("RunStatus", "complete"),
    "error": later("RunStatus", "error"),
    "skipped": later("RunStatus", "skipped"),
    "queued": later("RunStatus", "queued"),
    "running": later("RunStatus", "running"),
    "awaiting_confirmation": later("RunStatus", "waits for you"),
    "interrupted": later("RunStatus", "interrupted"),
    "cancelled": later("RunStatus", "cancelled"),
    "deleted": later("RunStatus", "deleted"),
}
MORE = ("persona", "profile", "tier", "mode", "respond_with_final", "local_only")


class SchedulesErrands(EditingErrands[SchedulesPage]):
    """Made with its page, which it shares with the hooks."""

    def __init__(self, office: Office) -> None:
        page = SchedulesPage(office.appearance)
        super().__init__(office, page)
        HooksErrands(office, page)
        self._means: Paragraph | None = None
        page.scheduleWanted.connect(self._on_wanted)
        page.addScheduleWanted.connect(self._on_add)

    async def _read(self) -> None:
        reports = await (await self._office.engine()).schedule.all()
        self.page.show_schedules([self._item(report) for report in reports])

    def _item(self, report: ScheduleReport) -> ScheduleItem:
        next_run = self.tr("next on {when}").format(when=exactly(report.next_at)) if report.next_at else ""
        last, problem = "", False
        if report.last is not None:
            problem = report.last.status == "error"
            words = self.tr("Last run {when}: {status}. {result}")
            status = translate("RunStatus", _STATUSES.get(report.last.status, report.last.status))
            last = words.format(when=exactly(report.last.at), status=status, result=_result(report.last)).strip()
        task = self.tr("Folds the memory.") if report.distill else report.task
        return ScheduleItem(report.name, task, times_said(report.words), next_run, last, report.enabled, problem)

    @Slot(str, str)
    def _on_wanted(self, act: str, name: str) -> None:
        match act:
            case "edit":
                self._office.start(self.page, self._open(name))
            case "remove":
                text = self.tr("Its conversation with all its runs stays.")
                title = self.tr("Remove {name}?").format(name=name)
                self._office.ask(self.page, title, text, self.tr("Remove"), self._on_remove, name=name)
            case _:
                self._office.start(self.page, self._do(act, name))

    @Slot()
    def _on_remove(self) -> None:
        self._office.start(self.page, self._do("remove", str(self.sender().property("name"))))

    async def _do(self, act: str, name: str) -> None:
        schedule = (await self._office.engine()).schedule
        self.page.tell("")
        match act:
            case "run":
                await schedule.run(name)
                self.page.tell(
                    self.tr("{name} runs now. Its answer comes into its own conversation.").format(name=name)
                )
            case "switch":
                on = next(one.enabled for one in await schedule.all() if one.name == name)
                await schedule.switch(name, not on)
            case _:
                await schedule.remove(name)
        await self._read()

    # -- the editor ----------------------------------------------------------------------------------

    @Slot()
    def _on_add(self) -> None:
        self._office.start(self.page, self._open(None))

    async def _open(self, name: str | None) -> None:
        from inara_engine.settings import ScheduleSettings

        known = [one for one in (await self._entries()) if one.get("name") == name]
        if self._editor is not None:  # it was wanted twice
            return
        form = TableForm(self._office.appearance, ScheduleSettings, "schedule", FIRST, MORE)
        form.load(known[0] if known else {})
        title = self.tr("Edit {name}").format(name=name) if name else self.tr("Add a schedule")
        editor = Editor(self._office.appearance, self.page.window(), title, form, name)
        self._means = Paragraph("", "muted")
        self._means.setObjectName("cronMeans")
        form.layout().insertWidget(1, self._means)  # pyright: ignore[reportAttributeAccessIssue, reportOptionalMemberAccess, reportUnknownMemberType] (a QVBoxLayout)
        form.changed.connect(self._on_field)
        self._edit(editor)
        if known:
            await self._explain(str(known[0]["cron"]))

    @Slot(str, object)
    def _on_field(self, name: str, value: object) -> None:
        if name == "cron" and value:
            self._office.start(self.page, self._explain(str(value)))

    async def _explain(self, line: str) -> None:
        """What a cron line means, or why it is none, as soon as it is typed."""
        engine = await self._office.engine()
        try:
            report = await engine.schedule.explain(line)
        except InaraError as error:
            if self._editor is not None:
                self._editor.form.field("cron").show_problem(said(error.message))
            return
        if self._editor is not None and self._means is not None:
            self._editor.form.field("cron").show_problem("")
            self._means.set_text(self._meaning(report))

    def _meaning(self, report: CronReport) -> str:
        times = "; ".join(exactly(at) for at in report.next_at)
        return self.tr("{words}. Next: {times}.").format(words=times_said(report.words), times=times)

    async def _entries(self) -> list[dict[str, Any]]:
        settings = await (await self._office.engine()).settings()
        return [one.model_dump(mode="json", exclude_unset=True) for one in settings.schedule]

    async def _entry(self, saved: Saved) -> Entry:
        entries = await self._entries()
        names = [entry["name"] for entry in entries]
        if saved.new:
            entries.append({"name": saved.name, **saved.form.values()})
            place = len(names)
        elif saved.name in names:
            place = names.index(saved.name)
            for (field,), value in saved.form.changes(entries[place]):
                entries[place].pop(field, None)
                if value is not None:
                    entries[place][field] = value
        else:
            raise UserError(self.tr("It is no longer there."))
        return Entry(("schedule", place), [(("schedule",), entries)])

    @Slot()
    def _on_closed(self) -> None:
        super()._on_closed()
        self._means = None


def _result(run: RunReport) -> str:
    """What came of it: the beginning of a model's answer, or what the engine says."""
    return said(run.result) if run.status == "error" or not run.job_id else run.result
