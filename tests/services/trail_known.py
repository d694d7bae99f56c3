"""Which public functions of the services leave no row of their own, and why; and which are proved elsewhere."""

IN_AN_OPEN_FILE = """
    assessing.opening casework.prepare exchange.lists.chronology exchange.lists.names_on_paper forms.found
    disruption.afterwards disruption.how_many disruption.lane disruption.of_child disruption.plan protected.told
    positions.untold cross_hits.added
    interviewing.episodes_of interviewing.further interviewing.going_on interviewing.of_episode interviewing.opening
    merged.as_filed merged.joined merged.members merged.moved merged.whole merging.preview missing_picture.companions
    information.drawn information.grading information.listed information.of_subject information.report
    information.ungraded information_papers.newest naming.of_record naming.waiting missing_picture.episodes
    missing_picture.how_many missing_picture.picture notice_papers.meant notices.explained notices.how_many
    notices.of_file notices.pattern overview.authors questions.about overview.case_file overview.chronology
    overview.earlier_states overview.entries overview.entry overview.how_many_entries overview.latest_words
    overview.note overview.person overview.standing overview.whole_person photos.of restricted.closed
    restricted.open_to signing_off.assessed signing_off.assessed_in signing_off.author_is_here cross_hits.of_record
    linking.how_many linking.links_of network.grouping_around network.groups_around network.sources network.told
    said_in.records signing_off.may_answer thing_merging.joined_to thing_merging.whole thing_merging.preview
    things.chronology things.entry things.file things.is_thing things.thing
"""
"""They read on in a file whose opening is written down; each is permitted like the opening."""

FOR_A_SCREEN = """
    accounts.colleagues accounts.everybody accounts.recovery_groups_wanted backups.is_behind backups.is_changed
    backups.is_wanted_at_close backups.is_wanted_today backups.known backups.later_than backups.newest
    backups.second_place backups.standing due_lines.due exchange.due_list.due exchange.lately.recent
    exchange.lists.of_kind exchange.lists.people exchange.lists.staff exchange.lists.state_of
    exchange.around_lists.listed exchange.missing_lists.episodes exchange.missing_lists.interviews finding.find
    adults.counted adults.listed exchange.thing_list.listed things.card_of cross_hits.hits network.grouping
    network.groups subjects.found subjects.named finding.older_notes finding.people forms.blank forms.checklist
    instruments.is_on_file instruments.listed meeting_lines.today merging.candidates information.may_grade
    naming.likely overnight.told overview.card_of overview.due_lines overview.how_many overview.names_of
    overview.people presence.holdup presence.others today.colleagues today.do_by today.in_file thing_merging.likely
    exchange.information_list.listed information_log.how_many information_log.page
    things.how_many things.page today.waiting trail.count trail.head trail.listing trail.page trail.people
    trail.signed trail_sheet.made
"""
"""They fill lists, lines and counts that everybody may see, or read on in an audit that was opened; a search, an
export and the opening of the audit are written down by the functions that end or begin them."""

WITHIN_AN_ACT = """
    pointing.problems copies.made copies.made_to_fit copies.names copies.numbered custody.follow custody.last_at
    custody.take_up papers.of_document due_now.lines duplicates.demand_distinct duplicates.likely
    duplicates.likely_among exchange.importing.back_up exchange.importing.opened exchange.importing.preview
    exchange.importing.proposed exchange.importing.seen_as exchange.ends.subjects exchange.mapping.offered
    exchange.matching.on_file exchange.on_file.together exchange.planning.plan faces.faces found_things.found
    restricted.is_told restricted.tellable exchange.tellings.besides exchange.tellings.hearing found_people.found_in
    found_people.in_order found_people.read instruments.preview merged.demand_sound merged.head_of merged.ids_of
    references.found_in references.resolve scrutiny.against_restoring scrutiny.judge scrutiny.permit
    scrutiny.permit_reading still_due.demand_seen
"""
"""They look something up for an act or a refusal, which is what is written down."""

NO_RECORD = """
    instruments.template presence.doing presence.stir unfinished.drop unfinished.fate unfinished.gone unfinished.keep
    unfinished.keep_in_the_end unfinished.mine unfinished.on_file upkeep.log_failure
"""
"""Unfinished forms, who sits where, and failures: no records, so no audit (house: a draft has none)."""

ELSEWHERE = {
    "backups.catch_up": "tests/services/test_backups.py",
    "accounts.confirm_recovery": "tests/services/test_promises.py",
    "custody.mark_clock": "tests/services/test_custody.py",
    "custody.mark_jump": "tests/services/test_custody.py",
    "interviewing.record": "tests/services/test_interviewing.py",
    "interviewing.step": "tests/services/test_interviewing_steps.py",
    "known.known": "tests/services/test_known.py",
    "network.around": "tests/services/test_network.py",
    "network_papers.preview": "tests/services/test_network_papers.py",
    "network_papers.printed": "tests/services/test_network_papers.py",
    "network_papers.saved": "tests/services/test_network_papers.py",
    "notice_papers.pattern_preview": "tests/services/test_notice_papers.py",
    "notice_papers.pattern_printed": "tests/services/test_notice_papers.py",
    "notice_papers.pattern_saved": "tests/services/test_notice_papers.py",
    "notice_papers.preview": "tests/services/test_notice_papers.py",
    "notice_papers.printed": "tests/services/test_notice_papers.py",
    "notice_papers.saved": "tests/services/test_notice_papers.py",
    "papers.preview": "tests/services/test_notice_papers.py",
    "papers.printed": "tests/services/test_notice_papers.py",
    "papers.saved": "tests/services/test_notice_papers.py",
    "thing_merging.merge": "tests/services/test_thing_merging.py",
    "thing_merging.separate": "tests/services/test_thing_merging.py",
    "information_papers.exported": "tests/services/test_information_papers.py",
    "information_papers.preview": "tests/services/test_information_papers.py",
    "information_papers.printed": "tests/services/test_information_papers.py",
    "information_papers.saved": "tests/services/test_information_papers.py",
    "naming.settle": "tests/services/test_naming.py",
    "positions.tell": "tests/services/test_positions.py",
    "signing_in.leave": "tests/services/test_signing_in.py",
    "unfinished.save": "tests/services/test_unfinished.py",
    "upkeep.accept_loss": "tests/storage/test_store.py",
}
"""What leaves a row where the ground here would not do, and where that is proved."""

PROVED_BY = {"custody.mark_clock": "test_a_clock_that_went_back_is_written_down"}
"""Where it is not called by its own name."""
