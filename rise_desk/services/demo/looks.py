"""What the demonstration's young people look like, as somebody who searches for them must know: plain and kind."""

from random import Random

from rise_desk.services.demo.days import age_on
from rise_desk.services.demo.outline import Outline

SMALL, TALL = (145, 158), (156, 178)
"""Heights in centimetres, of those under fourteen and of older ones."""

BUILDS = ("slim", "of middling build", "broad in the shoulders", "small for {her} age", "long-legged", "sturdy")
HAIR = (
    "hair to the shoulders, mostly tied back",
    "hair cut short at the sides",
    "long braids",
    "short curls",
    "straight hair to the chin",
    "a fringe that hides the eyebrows",
    "hair in a bun on top",
    "a shaved line above the left ear",
)
MARKS = (
    "A small scar over the right eyebrow.",
    "Glasses with black rims, when {she} can find them.",
    "Three earrings in the left ear.",
    "A brace on the upper teeth.",
    "A birthmark the size of a penny below the elbow.",
    "Walks fast and looks at the ground.",
    "Freckles across the nose.",
    "Bites {her} nails.",
    "A chipped front tooth.",
    "Laughs loudly; heard before {she} {is} seen.",
)
WEARING = (
    "Grey hooded top, black leggings, white trainers.",
    "School uniform without the tie, black coat over it.",
    "Long puffer jacket, navy, with a tear at the pocket.",
    "Denim jacket, green skirt, boots.",
    "Tracksuit, dark blue, one white stripe; a rucksack.",
    "Red woollen hat, black jacket, jeans.",
    "Pyjama bottoms and a big brown coat; slippers.",
    "Football shirt, shorts, no coat.",
    "Pink hooded top that belongs to {friend}.",
    "All in black; a cap with a white badge.",
    "Summer dress and a cardigan, in spite of the weather.",
    "Camouflage trousers, a white T-shirt, headphones round the neck.",
    "Borrowed coat, too large. Carrying a plastic bag.",
    "Sports leggings, yellow running top.",
    "Jeans with holes at the knee, checked shirt.",
)
"""What was worn, with what was carried."""


def described(rng: Random, one: Outline) -> str:
    """A description for about two in three of those whose case was opened; '' where nobody has written one."""
    if one.course.opened_on is None or rng.random() < 0.35:
        return ""
    shortest, tallest = SMALL if age_on(one.born, one.course.until) < 14 else TALL
    height = rng.randrange(shortest, tallest) // 2 * 2
    built, marked = rng.choice(BUILDS), rng.choice(MARKS)
    told = f"About {height} cm, {built}; {rng.choice(HAIR)}. {marked}"
    return told.format_map(one.pronouns())
