"""The tables of people and of what happens to them; a record's columns bear its fields' own names."""

import peewee as pw

from rise_desk.storage.tables import EMPTY, NONE, Row


class RecordRow(Row):
    """The envelope's columns. A restricted subject's row keeps id, kind, version, and the rest sealed."""

    id = pw.BigIntegerField(primary_key=True)
    version = pw.IntegerField()
    recorded_at = pw.TextField()
    recorded_by = pw.TextField()
    owner_agency = pw.TextField()
    source = pw.TextField()
    references = pw.TextField()
    corrects = pw.BigIntegerField()
    withdrawn = pw.TextField(null=True)
    sealed = pw.BlobField(null=True)


class PersonRow(RecordRow):
    """One human being."""

    file_number = pw.TextField(unique=True)
    given_name = pw.TextField()
    family_name = pw.TextField()
    known_as = pw.TextField()
    aliases = pw.TextField()
    roles = pw.TextField()
    date_of_birth = pw.TextField()
    approximate_age = pw.TextField()
    gender = pw.TextField()
    ethnicity = pw.TextField()
    ethnicity_basis = pw.TextField()
    nationality = pw.TextField()
    first_language = pw.TextField()
    sexuality = pw.TextField()
    how_well_known = pw.TextField()
    case_spells = pw.TextField()
    allocations = pw.TextField()
    placing_authority = pw.TextField()
    host_authority = pw.TextField()
    addresses = pw.TextField()
    legal_spells = pw.TextField()
    contact_numbers = pw.TextField()
    schools = pw.TextField()
    exclusions = pw.TextField()
    carers = pw.TextField()
    household = pw.TextField()
    professionals = pw.TextField()
    needs = pw.TextField()
    front_sheet = pw.TextField()
    identifiers = pw.TextField()
    flags = pw.TextField()
    warnings = pw.TextField()
    photo = pw.BigIntegerField()
    photo_on = pw.TextField()
    background = pw.TextField()
    restricted = pw.BooleanField(null=True)
    merged_into = pw.BigIntegerField(index=True)
    description = pw.TextField(constraints=[EMPTY])
    statuses = pw.TextField(constraints=[NONE])
    concern_roles = pw.TextField(constraints=[NONE])
    positions = pw.TextField(constraints=[NONE])
    police_groups = pw.TextField(constraints=[NONE])
    risk = pw.TextField(constraints=[EMPTY])

    class Meta:
        """People."""

        table_name = "person"


class ContactNoteRow(RecordRow):
    """One contact note."""

    concerns = pw.TextField()
    happened_at = pw.TextField()
    contact_type = pw.TextField()
    place = pw.TextField()
    also_present = pw.TextField()
    own_words = pw.TextField()
    own_words_of = pw.BigIntegerField()
    text = pw.TextField()
    told = pw.TextField()
    told_why = pw.TextField()
    reserved = pw.TextField()

    class Meta:
        """Contact notes."""

        table_name = "contact_note"


class AssessmentRow(RecordRow):
    """One submitted assessment."""

    subject = pw.BigIntegerField()
    assessed_on = pw.TextField()
    instrument = pw.TextField()
    scores = pw.TextField()
    evidence = pw.TextField()
    mentions = pw.TextField()
    judgement = pw.IntegerField()
    judgement_comment = pw.TextField()
    harm_happening = pw.BooleanField(null=True)
    harm_signs = pw.TextField()
    missing_now = pw.BooleanField(null=True)
    sexual_activity_under_13 = pw.BooleanField(null=True)
    protective = pw.TextField()
    strategy_asked = pw.BooleanField(null=True)
    strategy_at = pw.TextField()
    strategy_by = pw.TextField()
    strategy_because = pw.TextField()
    band = pw.TextField()
    band_reason = pw.TextField()
    lead = pw.TextField()
    told_on = pw.TextField()
    told_why = pw.TextField()

    class Meta:
        """Assessments."""

        table_name = "assessment"


class SignOffRow(RecordRow):
    """A manager's answer to one assessment."""

    subject = pw.BigIntegerField()
    assessment = pw.BigIntegerField()
    decided_at = pw.TextField()
    decision = pw.TextField()
    comments = pw.TextField()

    class Meta:
        """Sign-offs."""

        table_name = "sign_off"


class ChecklistRow(RecordRow):
    """One health checklist."""

    subject = pw.BigIntegerField()
    completed_on = pw.TextField()
    completed_by = pw.TextField()
    came_with = pw.TextField()
    signs = pw.TextField()
    comment = pw.TextField()
    lead_told_at = pw.TextField()
    lead_told = pw.TextField()
    referred_at = pw.TextField()
    referred_to = pw.TextField()

    class Meta:
        """Health checklists."""

        table_name = "checklist"


class MissingEpisodeRow(RecordRow):
    """One missing episode."""

    subject = pw.BigIntegerField()
    missing_type = pw.TextField()
    last_seen_at = pw.TextField()
    reported_at = pw.TextField()
    reported_by = pw.TextField()
    missing_from = pw.TextField()
    missing_from_name = pw.TextField()
    grade = pw.TextField()
    regrades = pw.TextField()
    police_ref = pw.TextField()
    officer = pw.TextField()
    told = pw.TextField()
    wearing = pw.TextField()
    circumstances = pw.TextField()
    returned_at = pw.TextField()
    how_found = pw.TextField()
    found_place_type = pw.TextField()
    found_place = pw.TextField()
    outside_county = pw.BooleanField(null=True)
    found_with = pw.TextField()
    reasons = pw.TextField()
    harms = pw.TextField()
    prevention = pw.TextField()

    class Meta:
        """Missing episodes."""

        table_name = "missing_episode"


MissingEpisodeRow.add_index(
    MissingEpisodeRow.index(MissingEpisodeRow.id, MissingEpisodeRow.returned_at, name="missing_ends")
)


class ReturnInterviewRow(RecordRow):
    """One return interview."""

    subject = pw.BigIntegerField()
    episodes = pw.TextField()
    assigned_to = pw.TextField()
    offered_at = pw.TextField()
    offered_by = pw.TextField()
    attempts = pw.TextField()
    answer = pw.TextField()
    answered_at = pw.TextField()
    declined_because = pw.TextField()
    carers_offered_at = pw.TextField()
    carers_said = pw.TextField()
    decided_at = pw.TextField()
    decided_by = pw.TextField()
    decided_because = pw.TextField()
    done_at = pw.TextField()
    late_because = pw.TextField()
    interviewer = pw.TextField()
    independent = pw.BooleanField(null=True)
    asked_for = pw.TextField()
    place = pw.TextField()
    seen = pw.TextField()
    own_words = pw.TextField()
    push = pw.TextField()
    pull = pw.TextField()
    reasons = pw.TextField()
    stayed = pw.TextField()
    travelled = pw.TextField()
    told_happened = pw.TextField()
    harms = pw.TextField()
    threats = pw.TextField()
    phones = pw.TextField()
    came_back = pw.TextField()
    would_help = pw.TextField()
    mentions = pw.TextField()
    agreed = pw.TextField()

    class Meta:
        """Return interviews."""

        table_name = "return_interview"


class ActionRow(RecordRow):
    """One action."""

    subject = pw.BigIntegerField()
    what = pw.TextField()
    owner = pw.TextField()
    agency = pw.TextField()
    agreed_at = pw.TextField()
    agreed_in = pw.TextField()
    about = pw.BigIntegerField()
    due_on = pw.TextField()
    status = pw.TextField()
    ended_at = pw.TextField()
    outcome = pw.TextField()

    class Meta:
        """Actions."""

        table_name = "action"
