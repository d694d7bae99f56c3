"""The words of an abduction notice: what it tells the adult, what it means and does not mean; in our own words."""

from rise_desk.domain.notice_lapse import S49

TITLE = "Child abduction notice"
OFFENCE_S2 = (
    "Section 2 of the Child Abduction Act 1984: it is an offence to take a child under 16 away from whoever has lawful "
    "control of them, or to keep a child out of that person's lawful control, without lawful authority or reasonable "
    "excuse."
)
OFFENCE_S49 = (
    "Section 49 of the Children Act 1989: it is an offence, knowingly and without lawful authority or reasonable "
    "excuse, to take a child under 18 who is in care, under an emergency protection order or in police protection away "
    "from the responsible person, to keep them away, or to induce, assist or incite them to run away or stay away."
)
RESPONSIBLE_S2 = "those who are responsible for this child"
RESPONSIBLE_S49 = "the authority that is responsible for this child"
ASKS = (
    "Do not meet, collect or be with this child, nor have them in your home, your vehicle or a place you run.",
    "Do not get in touch with this child by phone, message, online or through anybody else.",
    "Do not give this child money, gifts, alcohol, drugs, a phone or anywhere to stay.",
    "If this child comes to you or gets in touch, ring the police at once: 999 in an emergency, else 101.",
)
MEANS = (
    "It is a warning: you were told this child's age, and that you have no permission to be with them.",
    "What you were told, and what you do from now on, can be put before a court.",
    "It holds until it lapses or until you are told in writing that it is withdrawn.",
)
MEANS_NOT = (
    "It is not an order of a court, and going against it is not by itself an offence. What you do may be one.",
    "It does not say that you are guilty of anything.",
    "It doesn't allow you anything towards other children, or towards this child after it has lapsed.",
)
UNLESS_S2 = "unless it is withdrawn before"
UNLESS_S49 = "or before that when it is withdrawn, or when its legal basis ends"
UNTIL_NOT_KNOWN = "It lapses at a birthday that the officer tells you, or when it is withdrawn."
ANSWERS = {
    "signed": "acknowledges the child's age and signs",
    "said": "acknowledges it and doesn't sign",
    "refused": "refuses to sign",
}
"""What an adult can do on being served, by the keys of the list of acknowledgements."""

DRAFT = "DRAFT, not issued"
NOT_TO_BE_SERVED = "Draft: it is not issued, and is not to be served."
OFFICERS_ONLY = "For officers only: take this sheet off before the notice is served."
BY_HAND = "To be written in"
NO_PLAN = (
    "No safety plan for the child is recorded. A child has harmed themself after a notice was served: agree who is "
    "with them, who tells them, and when, before it is served."
)
CHECKS = (
    "the child's date of birth was checked",
    "the legal basis was checked and its papers seen",
    "the statement is signed by whoever may make it",
    "the child knows, and somebody is with them on the day",
    "nothing in it tells where the child lives, is placed or goes to school",
)


def offence(law: str) -> str:
    """What the law says that the notice is based on."""
    return OFFENCE_S49 if law == S49 else OFFENCE_S2


def refused(law: str, child: str) -> str:
    """Whose permission the adult does not have."""
    who = RESPONSIBLE_S49 if law == S49 else RESPONSIBLE_S2
    return f"You do not have the permission of {who} to be with {child} anywhere, at any time, for any reason."
