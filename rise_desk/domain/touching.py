"""Touching: which indicators of the assessment a fact of somebody's file touches, by the keys of the vocabularies.

A fact stands beside an indicator where the wording of its levels speaks of such things; it never says which level. A
key that a team added itself touches none, and its fact is told above the indicators.
"""

from collections.abc import Mapping

Touched = tuple[str, ...]

NO_INDICATOR = ""
"""The key under which facts are told that touch no indicator."""

SCHOOL: Touched = ("education",)
EXCLUSION: Touched = ("education",)
ADDRESS: Touched = ("accommodation",)
ALLOCATION: Touched = ("engagement",)
CASE: Touched = ()
CONTACTS = "engagement"
ABSENCES = "missing"

LIVES: Mapping[str, Touched] = {
    "with_family": ("accommodation", "family"),
    "with_extended_family_or_friends": ("accommodation", "family"),
}
"""Where somebody lives is about accommodation; a move to or from the family is about the family too."""

LEGAL: Mapping[str, Touched] = {
    "early_help": ("family",),
    "child_in_need": ("family",),
    "section_47": ("family",),
    "child_protection_plan": ("family",),
    "section_20": ("accommodation", "family"),
    "interim_care_order": ("accommodation", "family"),
    "care_order": ("accommodation", "family"),
    "emergency_protection_order": ("accommodation", "family"),
    "police_protection": ("accommodation", "family"),
    "supervision_order": ("family",),
    "remanded": ("accommodation",),
    "secure_order": ("accommodation",),
    "deprivation_of_liberty": ("accommodation",),
    "special_guardianship": ("accommodation", "family"),
    "ward_of_court": ("family",),
    "care_leaver": ("accommodation",),
    "looked_after_basis_not_known": ("accommodation",),
}
"""A status that says who looks after a child is about where they live; one that protects them at home, the family."""

FLAGS: Mapping[str, Touched] = {
    "sexual_exploitation": ("exploitation",),
    "criminal_exploitation": ("exploitation", "associates"),
    "trafficking_referral": ("exploitation",),
    "gang_exploited_by": ("exploitation", "associates"),
    "gang_family_or_partner": ("associates", "family"),
    "gang_associate": ("associates",),
    "gang_member_police": ("associates",),
    "knife_made_to_carry": ("associates",),
    "knife_carried": ("associates",),
    "knife_threatened": ("associates",),
    "knife_injured": ("associates",),
    "repeat_victim": ("exploitation",),
    "excluded": ("education",),
    "early_help": ("family",),
}
"""What others did or may do to a child is about exploitation; who they are, about the contact with them."""

WARNINGS: Mapping[str, Touched] = {
    "do_not_disclose_address": ("accommodation",),
    "do_not_tell_family": ("family",),
    "no_family_or_community_interpreter": ("family",),
    "forced_marriage": ("family",),
    "honour_based_abuse": ("family",),
    "may_be_outed": ("family",),
}
