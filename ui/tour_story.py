"""The invented people of the tour: nobody lives, nothing happened; names, numbers and places are made up."""

from datetime import datetime, timedelta

from rise_desk.domain import life, moments
from rise_desk.domain.contact import Concern, ContactNote
from rise_desk.domain.moments import Moment
from rise_desk.domain.person import AT_RISK, OF_CONCERN, Person
from rise_desk.domain.record import NO_ID, Id
from rise_desk.domain.staff import Role
from rise_desk.services import accounts, casework, unfinished
from rise_desk.services.desk import Desk
from ui.tour_missing_story import MissingStory

SUPERVISOR, WORKER = "Lena Osei", "Priya Nair"
WORDS = "I want people to ask me where I want to live, not tell me."

LIST = """ref,given_name,family_name,date_of_birth,gender,lives
M-101,Amina,Yusuf,14/02/2011,female,with family
M-102,Leo,Brandt,31/02/2010,male,foster care
M-103,Maisie,Okafor,16/03/2013,female,children's home
M-104,Rosa,Lind,March 2012,female,on the moon
"""
"""A list as another system might send it: one new, one on file, two to put right."""


class Story:
    """Puts the story on file at a desk; dates count back from the desk's own day."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.codes: dict[str, str] = {}
        self.maisie = NO_ID
        self.missing: MissingStory | None = None

    def tell(self) -> None:
        """Everybody and everything."""
        self.staff()
        self.maisie = self._maisie()
        jade = self._jade()
        kian, tyler = self._others()
        uncle = self._adult()
        self._notes(self.maisie, jade, uncle)
        self._left_unfinished(jade)
        self.missing = MissingStory(self._desk, jade, self.maisie, kian, tyler)
        self.missing.tell()

    def staff(self) -> None:
        """The team: one who has not come yet, and one who has left."""
        for name, role, grants in (
            (WORKER, Role.WORKER, ("health",)),
            ("Tom Reed", Role.WORKER, ()),
            ("Ama Boateng", Role.MANAGER, ("health", "intelligence")),
        ):
            self.codes[name] = accounts.add(self._desk, name, role, grants)
        accounts.suspend(self._desk, "Tom Reed")

    def _day(self, back: int) -> Moment:
        day = self._now().astimezone(moments.LONDON).date() - timedelta(days=back)
        return Moment(day.isoformat())

    def _at(self, back: int, hour: int, minute: int = 0) -> Moment:
        day = (self._now() - timedelta(days=back)).astimezone(moments.LONDON)
        return moments.minute(day.replace(hour=hour, minute=minute, second=0, microsecond=0))

    def _now(self) -> datetime:
        return self._desk.now()

    def _born(self, years: int, days: int) -> Moment:
        return self._day(years * 365 + years // 4 + days)

    def _person(self, given: str, family: str, **known: object) -> Id:
        values: dict[str, object] = {"roles": (life.DatedRole(role=AT_RISK),), **known}
        made = Person(id=self._desk.clock.new_id(), given_name=given, family_name=family).changed(**values)
        return casework.save(self._desk, made).id

    def _open(self, back: int, worker: str, *co_workers: str) -> dict[str, object]:
        since = self._day(back)
        allocated = [life.Allocation(worker=worker, role="key_worker", since=since)]
        allocated += [life.Allocation(worker=each, role="co_worker", since=since) for each in co_workers]
        spells = (
            life.CaseSpell(state="referred", since=self._day(back + 4), reason="School and police, the same week"),
            life.CaseSpell(state="open", since=since),
        )
        return {"case_spells": spells, "allocations": tuple(allocated)}

    def _maisie(self) -> Id:
        return self._person(
            "Maisie",
            "Okafor",
            known_as="Maz",
            aliases=(life.Alias(name="Mae", used_where="Kettering", basis="herself"),),
            date_of_birth=self._born(13, 250),
            gender="female",
            ethnicity="white_and_black_african",
            ethnicity_basis="self",
            nationality="",
            addresses=(self._home("childrens_home", "Larch House, Kettering", 120),),
            legal_spells=(
                life.LegalSpell(status="section_20", since=self._day(300), authority="Northshire", evidence_seen=True),
            ),
            contact_numbers=(life.ContactNumber(number="07700 900142", whose="her own", safe_to_call=True),),
            schools=(life.SchoolSpell(name="Ise Valley Academy", status="part_time_timetable", year_group="9"),),
            carers=(
                life.Carer(name="Grace Okafor", relationship="mother", may_be_told="what_is_agreed_each_time"),
                life.Carer(name="Daniel Okafor", relationship="father", may_be_told="nothing"),
            ),
            household=(life.HouseholdChild(name="Joy Okafor", relationship="brother_or_sister", safe="yes"),),
            professionals=(life.Professional(name="Ruth Penn", work="Social worker", agency="Northshire"),),
            needs=(life.Need(area="communication", detail="Takes her time to answer; sit beside her, not across."),),
            flags=(life.Flag(flag="sexual_exploitation", since=self._day(200)),),
            warnings=(
                life.StandingWarning(
                    warning="do_not_disclose_address",
                    detail="The father must not learn where she lives.",
                    since=self._day(120),
                    decided_by="Ruth Penn",
                    review_on=self._day(3),
                ),
            ),
            background="Came to notice through school: days missed, a new phone, older friends she would not name.",
            **self._open(200, WORKER, SUPERVISOR),
        )

    def _jade(self) -> Id:
        return self._person(
            "Jade",
            "Whitlock",
            date_of_birth=self._born(14, 30),
            gender="female",
            addresses=(self._home("foster_care", "with Mrs Lunn, Corby", 60),),
            legal_spells=(life.LegalSpell(status="interim_care_order", since=self._day(60), authority="Northshire"),),
            warnings=(life.StandingWarning(warning="do_not_tell_family", since=self._day(60), review_on=self._day(0)),),
            **self._open(90, SUPERVISOR),
        )

    def _home(self, lives: str, provider: str, back: int) -> life.Address:
        return life.Address(lives=lives, provider=provider, since=self._day(back))

    def _others(self) -> tuple[Id, Id]:
        review = life.StandingWarning(warning="may_be_outed", since=self._day(20), review_on=self._day(-5))
        kian = self._person(
            "Kian",
            "Doyle",
            date_of_birth=self._born(15, 100),
            gender="male",
            addresses=(self._home("with_family", "", 0),),
            warnings=(review,),
            **self._open(40, SUPERVISOR),
        )
        self._person("Zoë", "Łukasiewicz-O’Brien", date_of_birth=Moment(self._born(16, 0)[:7]), gender="female")
        tyler = self._person(
            "Tyler",
            "Marsh",
            known_as="Ty",
            date_of_birth=self._born(12, 40),
            gender="male",
            addresses=(self._home("with_extended_family_or_friends", "his grandmother", 400),),
            **self._open(25, WORKER),
        )
        closed = life.CaseSpell(state="closed", since=self._day(9), reason="Risk reduced; stays in touch with school")
        self._person("Ruby", "Castellan", date_of_birth=self._born(15, 300), gender="female", case_spells=(closed,))
        return kian, tyler

    def _adult(self) -> Id:
        return self._person(
            "",
            "",
            known_as="“Uncle” D",
            how_well_known="",
            roles=(life.DatedRole(role=OF_CONCERN, basis="named by two young people"),),
        )

    def _notes(self, maisie: Id, jade: Id, uncle: Id) -> None:
        self._note(
            (Concern(subject=maisie, seen="seen_alone"),),
            self._at(4, 16),
            contact_type="home_visit",
            place="Larch House",
            text="We walked to the park and back. She talked about school and about Jade. She would like a later "
            "curfew on Fridays; I said that I would ask her social worker and tell her the answer myself.",
            own_words=WORDS,
            told="told",
            told_why="She read the note with me.",
        )
        self._note(
            (
                Concern(subject=maisie, seen="not_seen"),
                Concern(subject=jade, seen="not_seen"),
                Concern(subject=uncle, role="adult_of_concern"),
            ),
            self._at(2, 9, 40),
            contact_type="phone_call",
            text="Mrs Lunn rang. Jade came home at seven with a phone that is not hers. She said that “Uncle” D gave "
            "one to Maisie as well.",
        )
        self._note(
            (Concern(subject=jade, seen="seen_with_others"),),
            self._at(11, 11, 15),
            contact_type="seen_elsewhere",
            place="School, in the pastoral office",
            text="Met with her head of year. Jade was tired and said little. Agreed to meet again on Friday, alone.",
            own_words="I'm not in trouble, am I?",
        )
        self._note(
            (Concern(subject=maisie),),
            self._day(30),
            contact_type="professionals_contact",
            text="Her social worker says the placement will hold until the review.",
        )

    def _note(self, concerns: tuple[Concern, ...], happened_at: Moment, **said: str) -> None:
        made = ContactNote(id=self._desk.clock.new_id(), concerns=concerns, happened_at=happened_at)
        casework.save(self._desk, made.changed(**said))

    def _left_unfinished(self, jade: Id) -> None:
        typed = {"text": "Friday: she came on her own and"}
        unfinished.keep(self._desk, NO_ID, ContactNote.KIND, jade, typed)
