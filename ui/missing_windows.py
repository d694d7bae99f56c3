"""The windows about missing episodes and actions: new, over what is on file, or gone on with as they were left."""

from typing import TypeVar

from PySide6.QtWidgets import QDialog

from rise_desk.domain.action import Action
from rise_desk.domain.missing import MissingEpisode
from rise_desk.domain.record import NO_ID, Id, Record
from rise_desk.errors import NotFound
from rise_desk.services import overview, unfinished
from rise_desk.services.unfinished import Draft
from ui.desk import ScreenDesk

RecordType = TypeVar("RecordType", bound=Record)
KINDS = frozenset({MissingEpisode.KIND, Action.KIND})


def quick(screen: ScreenDesk, subject: Id = NO_ID) -> QDialog:
    """The few questions of the first minute."""
    from ui.missing_quick import QuickMissing

    return QuickMissing(screen, subject)


def whole(screen: ScreenDesk, subject: Id, episode: Id = NO_ID) -> QDialog:
    """An episode with everything that is known of it; reading one that is on file is written down."""
    from ui.episode_form import EpisodeForm

    if not episode:
        return EpisodeForm(screen, subject)
    held = _on_file(screen, MissingEpisode, episode)
    overview.open_file(screen.at, held.subject)
    return EpisodeForm(screen, held.subject, held)


def returned(screen: ScreenDesk, episode: Id) -> QDialog:
    """A missing child is back."""
    from ui.returned_dialog import ReturnedDialog

    return ReturnedDialog(screen, _on_file(screen, MissingEpisode, episode))


def regrade(screen: ScreenDesk, episode: Id) -> QDialog:
    """A new police grade."""
    from ui.regrade_dialog import RegradeDialog

    return RegradeDialog(screen, _on_file(screen, MissingEpisode, episode))


def action(screen: ScreenDesk, subject: Id, action: Id = NO_ID, about: Id = NO_ID, ending: str = "") -> QDialog:
    """An action: a new one, one on file, or one that comes to its end."""
    from ui.action_form import ActionForm

    held = _on_file(screen, Action, action) if action else None
    return ActionForm(screen, held.subject if held else subject, held, about=about, ending=ending)


def resumed(screen: ScreenDesk, draft: Draft) -> QDialog:
    """An unfinished form of an episode or an action, as it was left."""
    if draft.kind == Action.KIND:
        from ui.action_form import ActionForm

        return ActionForm(screen, draft.subject, _base(screen, Action, draft), draft=draft)
    from ui.records.missing_fields import FORM, QUICK, REGRADE, RETURNED

    held = _base(screen, MissingEpisode, draft)
    form = draft.typed.get(FORM)
    if form == RETURNED and held is not None:
        from ui.returned_dialog import ReturnedDialog

        return ReturnedDialog(screen, held, draft=draft)
    if form == REGRADE and held is not None:
        from ui.regrade_dialog import RegradeDialog

        return RegradeDialog(screen, held, draft=draft)
    if form == QUICK:
        from ui.missing_quick import QuickMissing

        return QuickMissing(screen, draft.subject, draft=draft)
    from ui.episode_form import EpisodeForm

    return EpisodeForm(screen, draft.subject, held, draft=draft)


def _base(screen: ScreenDesk, kind: type[RecordType], draft: Draft) -> RecordType | None:
    return _on_file(screen, kind, draft.record) if draft.record else None


def _on_file(screen: ScreenDesk, kind: type[RecordType], record: Id) -> RecordType:
    found = unfinished.on_file(screen.at, record)
    if not isinstance(found, kind):
        raise NotFound(unfinished.GONE)
    return found
