"""An assessment, read whole: score and band with their reasons, ten indicators with evidence, and a manager's answer.

From here it is corrected by a further one, withdrawn, and (by somebody else than its author) signed off or sent back.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from rise_desk.domain import access, moments, scoring
from rise_desk.domain.access import Deed
from rise_desk.domain.assessment import Assessment
from rise_desk.domain.mention import Mention
from rise_desk.domain.scoring import Choice
from rise_desk.domain.sign_off import SENT_BACK, SIGNED_OFF, SignOff
from rise_desk.errors import DeskError
from rise_desk.services import overview, signing_off
from rise_desk.services.overview import ChronologyEntry
from rise_desk.services.unfinished import Draft
from ui import formats, theme
from ui.desk import ScreenDesk
from ui.entry_dialog import EntryDialog
from ui.facts import Fact, Facts
from ui.indicator_rows import IndicatorRow
from ui.records.assessment import outranking, standing_words
from ui.records.shown import Reading
from ui.records.words import capitalised
from ui.sign_off_dialog import SignOffDialog
from ui.theme import Type
from ui.tints import TONES
from ui.widgets.badge import Badge, Tone
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.words import label

OWN = "You made this assessment. Another manager or a supervisor signs it off."
CHOICES = {
    Choice.WITHIN: "allowed by the score",
    Choice.LOWER_OF_TWO: "the lower of the two that the score allows",
    Choice.ABOVE: "above those that the score allows",
    Choice.BELOW: "below those that the score allows",
}
"""What a choice of band means beside the bands that the score allows."""


class AssessmentReading(EntryDialog):
    """Shows an assessment with the wording it was made with; `file_asked` brings the file of somebody named in it."""

    file_asked = Signal(object)
    size_asked = (1000, 700)

    def __init__(
        self, screen: ScreenDesk, found: ChronologyEntry, reading: Reading, *, draft: Draft | None = None
    ) -> None:
        assert isinstance(found.told, Assessment)
        assert reading.assessed is not None
        self.made, self.assessed = found.told, reading.assessed
        self.instrument = reading.practice.instruments[self.made.instrument]
        self.standing = self.assessed.standing(self.made.id)
        self.answering: SignOffDialog | None = None
        self.sign_button = Button("Sign off…", icon="check")
        self.back_button = Button("Send back…", icon="back")
        self.print_button = Button("Print…", icon="print")
        super().__init__(screen, found, reading)
        self.sign_button.clicked.connect(lambda: self.answer(SIGNED_OFF))
        self.back_button.clicked.connect(lambda: self.answer(SENT_BACK))
        self.print_button.clicked.connect(self.print_out)
        if draft is not None:
            QTimer.singleShot(0, self, lambda: self.answer(str(draft.typed.get("decision", SIGNED_OFF)), draft))

    def answer(self, decision: str, draft: Draft | None = None) -> None:
        """Ask for the words that go with an answer, beside the evidence, which can be read on meanwhile."""
        if self.answering is not None:
            return
        dialog = SignOffDialog(self.desk, self.assessed, self.made, decision, self, draft=draft)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.answered.connect(lambda _answer: self.accept())
        dialog.finished.connect(lambda _result: self._hold(None))
        self._hold(dialog)
        dialog.show()
        dialog.activateWindow()
        dialog.move(self.geometry().bottomRight() - dialog.rect().bottomRight())

    def print_out(self) -> None:
        """Look at it on its form, print and save it."""
        from ui import papers
        from ui.preview import PreviewDialog

        try:
            dialog = PreviewDialog(self.desk, papers.assessment(self.desk, self.made))
        except DeskError as failure:
            self.notice.say(str(failure), stays=True)
            return
        dialog.setParent(self, Qt.WindowType.Dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def done(self, result: int) -> None:
        """An answer that was begun is kept as a draft."""
        if self.answering is not None:
            self.answering.put_off()
        super().done(result)

    def verbs(self) -> Sequence[Button]:
        """A manager's two answers, where they may give one."""
        if not signing_off.may_answer(self.desk.at, self.assessed, self.made):
            self.sign_button.hide()
            self.back_button.hide()
        return self.sign_button, self.back_button, self.print_button

    def parts(self) -> Iterator[QWidget]:
        """Score and band first, then what they rest on, then what was said and done."""
        yield self._score()
        yield self._indicators()
        yield self._harm()
        if self.made.mentions:
            yield self._people()
        yield self.around()
        if self.standing is not None or self._answer() is not None:
            yield self._sign_off()

    # The cards

    def _score(self) -> Card:
        made, instrument = self.made, self.instrument
        card = Card("Score and band", self.reading.name(made.subject))
        head = QWidget()
        across = QHBoxLayout(head)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.GAP)
        across.addWidget(label(f"{made.overall} of {instrument.highest}", Type.NAME))
        across.addWidget(Badge(instrument.band_label(made.band), TONES.get(made.band, Tone.INFO)))
        standing = standing_words(self.assessed, made)
        waits = self.standing is not None and self.standing.waits
        across.addWidget(label(standing, tone="loud" if waits else "soft", wrap=True), 1)
        card.add(head)
        for each in outranking(made, instrument):
            card.add(label(f"Outranks the score: {each}", tone="loud", strong=True, wrap=True))
        card.add(Facts(self._score_facts()))
        return card

    def _score_facts(self) -> list[Fact]:
        made, instrument = self.made, self.instrument
        ten = scoring.total((each.score for each in made.scores), 0)
        may = " or ".join(instrument.band_label(each) for each in scoring.allowed(instrument, made.overall))
        chosen = f"{instrument.band_label(made.band)}, {CHOICES[made.choice(instrument)]}"
        scale = instrument.judgement
        return [
            Fact(label="Ten indicators and the judgement", value=f"{ten} + {made.judgement} = {made.overall}"),
            Fact(label="Bands that the score allows", value=may),
            Fact(label="Band chosen", value=f"{chosen}. Chosen by {made.recorded_by}"),
            Fact(label="The one before", value=self._before()),
            Fact(label="Why this band", value=made.band_reason, whole=True),
            Fact(
                label=f"{scale.label}: {made.judgement} of {scale.highest}",
                value=made.judgement_comment,
                whole=True,
            ),
        ]

    def _before(self) -> str:
        held = self.assessed.before(self.made)
        if held is None:
            return "None: this is the first"
        earlier = held.assessment
        band = self.assessed.practice.instruments[earlier.instrument].band_label(held.shown)
        return f"{moments.shown(earlier.assessed_on)}: {earlier.overall}, {band}"

    def _indicators(self) -> Card:
        held = self.assessed.before(self.made)
        since = f"changes since {moments.shown(held.assessment.assessed_on)}" if held else "the first assessment"
        card = Card("Ten indicators", since)
        for place, each in enumerate(self.instrument.indicators):
            if place:
                card.add_rule()
            card.add(IndicatorRow(each, self.made, held.assessment if held else None))
        return card

    def _harm(self) -> Card:
        made, practice = self.made, self.reading.practice
        signs = "\n".join(
            formats.joined(
                capitalised(practice.label("sign_seen", each.sign)), formats.when_spoken(each.seen_on), each.basis
            )
            for each in made.harm_signs
        )
        card = Card("Harm and protection")
        answers = (
            ("Harm already happening", made.harm_happening),
            ("Missing now", made.missing_now),
            ("Any sexual activity under 13", made.sexual_activity_under_13),
        )
        card.add(
            Facts(
                [
                    *(Fact(label=name, value="" if said is None else formats.yes_no(said)) for name, said in answers),
                    Fact(label="Signs of harm seen", value=signs, whole=True),
                    Fact(label="Protective factors", value=made.protective, whole=True),
                ]
            )
        )
        return card

    def _people(self) -> Card:
        card = Card("Risky people named", "they pose the risk, not the young person")
        for each in self.made.mentions:
            card.add(self._person(each))
        return card

    def _person(self, each: Mention) -> QWidget:
        row = QFrame()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.GAP)
        risk = self.reading.practice.label("mention_risk", each.risk) if each.risk else ""
        if each.person and overview.card_of(self.desk.at, each.person) is not None:
            link = Button(each.name, "quiet", hint="Open their file")
            link.setAccessibleName(f"Open the file of {each.name}")
            link.clicked.connect(lambda: self._open_file(each))
            across.addWidget(link)
        else:
            across.addWidget(label(each.name, strong=True))
        across.addWidget(label(formats.joined(risk, each.known), wrap=True), 1)
        return row

    def _sign_off(self) -> Card:
        card, answer = Card("Sign-off"), self._answer()
        if answer is None:
            who = self.desk.at.who
            own = self.made.recorded_by == who.name and access.may(who, Deed.SIGN_OFF)
            card.add(label(standing_words(self.assessed, self.made), wrap=True))
            if own:
                card.add(label(OWN, tone="soft", wrap=True))
            return card
        decision = capitalised(self.reading.practice.label("sign_off_decision", answer.decision))
        told = formats.joined(answer.recorded_by, formats.when_spoken(answer.decided_at))
        card.add(Facts([Fact(label=decision, value=told), Fact(label="Comments", value=answer.comments, whole=True)]))
        return card

    def _answer(self) -> SignOff | None:
        return self.assessed.answers.get(self.made.id)

    def _open_file(self, each: Mention) -> None:
        self.accept()
        self.file_asked.emit(each.person)

    def _hold(self, dialog: SignOffDialog | None) -> None:
        """While an answer is being written nothing else is done to the assessment."""
        self.answering = dialog
        waiting = (self.sign_button, self.back_button, self.correct_button, self.withdraw_button, self.other_button)
        for button in waiting:
            button.setEnabled(dialog is None)
