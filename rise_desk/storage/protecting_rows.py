"""The tables of what is done to protect: notices, orders, investigations, disruption, information, open questions."""

import peewee as pw

from rise_desk.storage.record_rows import RecordRow


class NoticeRow(RecordRow):
    """One child abduction notice."""

    child = pw.BigIntegerField()
    adult = pw.BigIntegerField()
    law = pw.TextField()
    grounds = pw.TextField()
    requested_by = pw.TextField()
    statement_of = pw.TextField()
    statement = pw.TextField()
    statement_on = pw.TextField()
    authorised_by = pw.TextField()
    issued_on = pw.TextField()
    police_ref = pw.TextField()
    served_at = pw.TextField()
    served_by = pw.TextField()
    served_where = pw.TextField()
    served_how = pw.TextField()
    acknowledged = pw.TextField()
    acknowledged_age = pw.TextField()
    adult_said = pw.TextField()
    signed_by_parent = pw.BooleanField(null=True)
    copies_to = pw.TextField()
    safety_plan = pw.TextField()
    review_on = pw.TextField()
    note = pw.TextField()

    class Meta:
        """Notices."""

        table_name = "notice"


class NoticeReviewRow(RecordRow):
    """One review of a notice."""

    notice = pw.BigIntegerField()
    child = pw.BigIntegerField()
    adult = pw.BigIntegerField()
    reviewed_at = pw.TextField()
    reviewed_by = pw.TextField()
    decision = pw.TextField()
    why = pw.TextField()
    adult_told_on = pw.TextField()
    review_on = pw.TextField()

    class Meta:
        """Reviews of notices."""

        table_name = "notice_review"


class BreachRow(RecordRow):
    """One breach of a notice."""

    notice = pw.BigIntegerField()
    child = pw.BigIntegerField()
    adult = pw.BigIntegerField()
    happened_at = pw.TextField()
    what = pw.TextField()
    place = pw.TextField()
    seen_by = pw.TextField()
    evidence = pw.TextField()
    outcome = pw.TextField()
    episode = pw.BigIntegerField()

    class Meta:
        """Breaches."""

        table_name = "breach"


class OrderRow(RecordRow):
    """One order."""

    subject = pw.BigIntegerField()
    order_type = pw.TextField()
    applied_on = pw.TextField()
    made_on = pw.TextField()
    interim = pw.BooleanField(null=True)
    court = pw.TextField()
    reference = pw.TextField()
    ends_on = pw.TextField()
    until_further = pw.BooleanField(null=True)
    prohibitions = pw.TextField()
    protects = pw.TextField()
    ended_on = pw.TextField()
    ended_because = pw.TextField()
    note = pw.TextField()

    class Meta:
        """Orders."""

        table_name = "order"


class InvestigationRow(RecordRow):
    """One investigation."""

    children = pw.TextField()
    suspects = pw.TextField()
    reported_on = pw.TextField()
    crime_ref = pw.TextField()
    officer = pw.TextField()
    offences = pw.TextField()
    exploitation_type = pw.TextField()
    setting = pw.TextField()
    online_service = pw.TextField()
    methods = pw.TextField()
    recorded_place = pw.TextField()
    recorded_place_type = pw.TextField()
    happened_place = pw.BigIntegerField()
    happened_where = pw.TextField()
    happened_place_type = pw.TextField()
    outcome = pw.TextField()
    outcome_on = pw.TextField()
    outcome_why = pw.TextField()
    note = pw.TextField()

    class Meta:
        """Investigations."""

        table_name = "investigation"


class DisruptionActionRow(RecordRow):
    """One disruption action."""

    targets = pw.TextField()
    protects = pw.TextField()
    tactic = pw.TextField()
    what = pw.TextField()
    owner = pw.TextField()
    agency = pw.TextField()
    agreed_on = pw.TextField()
    due_on = pw.TextField()
    status = pw.TextField()
    done_on = pw.TextField()
    outcome = pw.TextField()
    review_on = pw.TextField()
    spoke_to = pw.TextField()
    staff_briefed = pw.BooleanField(null=True)
    paid_in_cash = pw.TextField()

    class Meta:
        """Disruption actions."""

        table_name = "disruption_action"


class InformationReportRow(RecordRow):
    """One information report."""

    about = pw.TextField()
    reporter = pw.TextField()
    reporter_agency = pw.TextField()
    learned_at = pw.TextField()
    what = pw.TextField()
    when_happened = pw.TextField()
    place = pw.TextField()
    how_known = pw.TextField()
    phones = pw.TextField()
    vehicles = pw.TextField()
    risk_to_source = pw.TextField()
    said_in = pw.BigIntegerField()
    sent_at = pw.TextField()
    sent_to = pw.TextField()
    sent_by = pw.TextField()
    police_ref = pw.TextField()
    feedback = pw.TextField()
    feedback_on = pw.TextField()

    class Meta:
        """Information reports."""

        table_name = "information_report"


class GradingRow(RecordRow):
    """One grading of an information report."""

    report = pw.BigIntegerField()
    subject = pw.BigIntegerField()
    graded_at = pw.TextField()
    source_grade = pw.TextField()
    information_grade = pw.TextField()
    handling = pw.TextField()
    conditions = pw.TextField()
    sanitised = pw.TextField()

    class Meta:
        """Gradings."""

        table_name = "grading"


class OpenQuestionRow(RecordRow):
    """One open question."""

    about = pw.TextField()
    question = pw.TextField()
    owner = pw.TextField()
    asked_on = pw.TextField()
    due_on = pw.TextField()
    answer = pw.TextField()
    answered_on = pw.TextField()

    class Meta:
        """Open questions."""

        table_name = "open_question"
