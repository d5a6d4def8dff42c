"""The errands of the profiles' page: adding, editing, using and removing them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from inara_desktop.controls import Paragraph
from inara_desktop.pages.declared import as_sentence, choice_words
from inara_desktop.pages.editing_errands import EditingErrands, Entry, Saved, changes
from inara_desktop.pages.editor import Editor
from inara_desktop.pages.office import Office
from inara_desktop.pages.profiles import ProfileItem, ProfilesPage, tools_words
from inara_desktop.pages.refusing import Refused
from inara_desktop.pages.table_form import TableForm
from inara_desktop.style import Appearance
from inara_desktop.wording import translate

if TYPE_CHECKING:
    from inara_desktop.pages.office import Sets
    from inara_engine.settings import Settings

__all__ = ["FIELDS", "ProfilesErrands", "profile_editor"]

FIELDS = ("persona", "roots", "policy")


class ProfilesErrands(EditingErrands[ProfilesPage]):
    """Made with its page."""

    def __init__(self, office: Office) -> None:
        page = ProfilesPage(office.appearance)
        super().__init__(office, page)
        self._means: Paragraph | None = None
        page.wanted.connect(self._on_wanted)
        page.addWanted.connect(self._on_add)

    async def _read(self) -> None:
        engine = await self._office.engine()
        settings = await engine.settings()
        items: list[ProfileItem] = []
        for name in settings.profile_names():
            rules = settings.policy_of(name)
            under = await engine.tools.under(rules)
            own = settings.profiles.get(name)
            items.append(
                ProfileItem(
                    name,
                    name == settings.defaults.profile,
                    own is not None,
                    as_sentence(choice_words(rules.user_role)),
                    tools_words(under.offered, under.left_out),
                    (own and own.roots) or (),
                    (own and own.persona) or "",
                )
            )
        self.page.show_profiles(items)

    @Slot(str, str)
    def _on_wanted(self, act: str, profile: str) -> None:
        match act:
            case "use":
                self._office.start(self.page, self._use(profile))
            case "edit":
                self._office.start(self.page, self._open(profile))
            case _:
                text = self.tr("Its rules go with it, those made from questions too. What was done stays in the list.")
                title = self.tr("Remove {profile}?").format(profile=profile)
                self._office.ask(self.page, title, text, self.tr("Remove"), self._on_remove, profile=profile)

    async def _use(self, profile: str) -> None:
        settings = await (await self._office.engine()).settings()
        before = settings.defaults.profile
        sets: list[Sets] = [(("defaults", "profile"), profile)]
        if before not in settings.profiles:  # it is one by being in use; as a table it stays
            sets.append((("profiles", before), _as_written(settings, before)))
        await self._office.change(*sets)
        await self._read()

    @Slot()
    def _on_remove(self) -> None:
        self._office.start(self.page, self._remove(str(self.sender().property("profile"))))

    async def _remove(self, profile: str) -> None:
        engine = await self._office.engine()
        await self._office.change((("profiles", profile), None))
        for rule in await engine.rules.list():
            if rule.profile == profile and rule.source == "call":
                await engine.rules.delete(rule.id)  # or one of the same name would have them
        await self._read()

    # -- the editor ----------------------------------------------------------------------------------

    @Slot()
    def _on_add(self) -> None:
        self._office.start(self.page, self._open(None))

    async def _open(self, profile: str | None) -> None:
        from inara_engine.settings import ProfileSettings

        settings = await (await self._office.engine()).settings()
        if self._editor is not None:  # it was wanted twice
            return
        form = TableForm(self._office.appearance, ProfileSettings, "profile", FIELDS)
        form.load(_as_written(settings, profile or settings.defaults.profile))
        title = self.tr("Edit {profile}").format(profile=profile) if profile else self.tr("Add a profile")
        appearance, dialog = self._office.appearance, self.page.window()
        editor, self._means = profile_editor(appearance, dialog, title, form, profile)
        form.changed.connect(self._on_field)
        self._edit(editor)
        await self._explain()

    @Slot(str, object)
    def _on_field(self, _name: str, _value: object) -> None:
        self._office.start(self.page, self._explain())

    async def _explain(self) -> None:
        """What the rules that are typed would offer, before anybody saves them."""
        from pydantic import ValidationError

        from inara_engine.settings import PolicySettings

        if self._editor is None or not self._editor.form.check():
            return
        try:
            rules = PolicySettings.model_validate(self._editor.form.filled().values().get("policy", {}))
        except ValidationError:
            return  # saving says what is wrong
        under = await (await self._office.engine()).tools.under(rules)
        if self._means is not None:
            self._means.set_text(tools_words(under.offered, under.left_out))

    async def _entry(self, saved: Saved) -> Entry:
        settings = await (await self._office.engine()).settings()
        here = ("profiles", saved.name)
        if not saved.new:
            return Entry(here, changes(saved.form, here, _as_written(settings, saved.name), {}))
        if saved.name in settings.profile_names():
            raise Refused(here, here, self.tr("There is a profile of that name already."))
        return Entry(here, [(here, saved.form.values(defaults=True))])

    @Slot()
    def _on_closed(self) -> None:
        super()._on_closed()
        self._means = None


def _as_written(settings: Settings, profile: str) -> dict[str, Any]:
    """A profile with all its rules said, those it takes from [policy] too."""
    own = settings.profiles.get(profile)
    said: dict[str, Any] = {} if own is None else own.model_dump(mode="json", exclude_unset=True)
    return {**said, "policy": settings.policy_of(profile).model_dump(mode="json")}


def profile_editor(
    appearance: Appearance, parent: QWidget, title: str, form: TableForm, profile: str | None
) -> tuple[Editor, Paragraph]:
    """The dialog for a profile, and in it the line for what its rules amount to."""
    editor = Editor(appearance, parent, title, form, profile)
    text = translate("ProfilesErrands", "What stands here holds for this profile, whatever the page Policy says.")
    editor.extras.addWidget(Paragraph(text, "muted"))
    means = Paragraph("", "strong")
    means.setObjectName("profileMeans")
    editor.extras.addWidget(means)
    return editor, means
