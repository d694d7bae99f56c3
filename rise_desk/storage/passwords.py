"""Which passwords are good enough, and one made up for whoever wants one.

There are no rules about capitals or digits, only about guessing: what is taken from words everybody tries,
names of the team, keyboard runs, sequences, years and repeats counts next to nothing, and enough of the rest
must remain.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise
from random import Random

SHORTEST, LONGEST = 12, 256
ENOUGH = 8.0  # letters' worth of what is not easily guessed
PIECE = 2.0  # what a guessable piece is worth, the first time
DIGIT = 0.5  # and any sign
MADE_UP = ("bdfghjklmnprstvz", "aeiou", "bdfghjklmnprstvz", "aeiou", "bdfghjklmnprstvz")

EASY = (
    "This password is easy to guess: it is mostly well-known words, names, dates or patterns. "
    "Try three or more words that have nothing to do with each other."
)

# Words that guessers begin with, chosen for this trade, city and country; digits and signs are seen through.
_COMMON = """
    abc access account admin administrator alexander always amazing amelia andrew android angel apple april
    arsenal asdf ashley august auntie autumn awesome azerty baby babyboy babygirl banana baseball basketball
    batman bear beautiful benjamin birmingham birthday black blessed blue boxing bristol britain british
    brother business butterfly care caring cat change changeme charlie charlotte cheese chelsea child
    children chloe chocolate christ christmas christopher city coffee college company computer
    congratulations cookie council coventry cricket dad daddy dance dancer daniel darling david december
    default demo derby desk devil diamond disney dog dolphin dragon eagle easter education elizabeth emily
    england english evening everton everything example extraordinary facebook faith falcon family fantastic
    father february ferrari fish flower football forever fortnite foxes freedom friday friend friends george
    ghost god golden google gorgeous grace grandad grandfather grandma grandmother green guest guitar gunner
    hannah happy harry health heaven hello hockey holiday home honey horse hospital house hunter iloveyou
    independence instagram internet iphone ireland jack james january jennifer jessica jesus joshua july
    june keyboard killer king kitten laptop laura leeds leicester leicestershire lemon letmein lion
    liverpool login logon london love lover loveyou lucky magic manager manchester march master matthew
    megan mercedes michael mickey microsoft million minecraft mohammed monday money monkey moon morning
    mother muhammad mum mummy music mustang never nicole ninja nothing nottingham november october office
    oliver olivia orange panda pass passcode passphrase password peace people pepper perfect person phoenix
    photography piano pink pirate please pokemon police porsche prince princess puppy purple queen qwerty
    rabbit rainbow ranger rebecca red relationship richard rise risedesk robert root rovers rugby
    safeguarding samantha sample samsung sarah saturday school scotland secret september server service
    services shadow signin silver sister smile snooker social soldier something sophie spiderman spring star
    stars starwars stephen steven sugar summer sunday sunshine superman supervisor support sweet sweetheart
    system team temp temporary tennis test tester testing thomas thunderstorm thursday tiger today tomorrow
    tottenham trust trustno tuesday unbelievable uncle understanding unicorn united user username victoria
    wales warrior wednesday weekend welcome whatever white william windows winter wizard wolf word work
    worker xyz yamaha yellow young youth zxcv
"""
COMMON = frozenset(_COMMON.split())
LEET = {
    "0": "o", "1": "i", "2": "z", "3": "e", "4": "a", "5": "s", "6": "g", "7": "t", "8": "b", "9": "g",
    "@": "a", "$": "s", "!": "i", "|": "i", "+": "t", "(": "c", "€": "e", "£": "l",
}  # fmt: skip
LEETS = (str.maketrans(LEET), str.maketrans({**LEET, "1": "l", "!": "l", "|": "l"}))

# Keys that lie beside or above each other on a British keyboard, by rows that slant to the right.
ROWS = ("`1234567890-=", " qwertyuiop[]", " asdfghjkl;'#", " zxcvbnm,./")
PLACE = {key: (row, column) for row, keys in enumerate(ROWS) for column, key in enumerate(keys) if key != " "}
SHIFTED = str.maketrans('!"£$%^&*()_+{}:@~<>?', "1234567890-=[];'#,./")


def password_problem(password: str, login: str, team_words: Iterable[str] = ()) -> str:
    """Why this password won't do for this person, in one or two sentences; '' when it is good."""
    text = unicodedata.normalize("NFC", password)
    if len(text) < SHORTEST:
        return f"Use at least {SHORTEST} characters. Three or four words with spaces are easy to remember."
    if len(text) > LONGEST:
        return f"Use at most {LONGEST} characters."
    names = {part for name in (login, *team_words) for part in re.findall(r"[^\W\d_]{3,}", _folded(name))}
    return "" if _worth(_folded(text), COMMON | names) >= ENOUGH else EASY


def suggest_password(rng: Random) -> str:
    """Three made-up words that can be said aloud, as 'bodim-takel-runov': 49.9 bits by a SystemRandom.

    Nine consonants out of 16 (36 bits) and six vowels out of 5 kinds (13.9 bits); at 0.4 s for a guess
    (`keys.STRONG`) half of them would keep one computer busy for six million years.
    """
    return "-".join("".join(rng.choice(letters) for letters in MADE_UP) for _ in range(3))


def _folded(text: str) -> str:
    """Small letters without accents; signs and digits stay."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in apart if not unicodedata.combining(character))


def _worth(text: str, words: frozenset[str]) -> float:
    """How many random letters this is worth: guessable pieces a little, once; the rest by the letter."""
    spans = sorted(
        {*_words(text, words), *_walks(text), *_sequences(text), *_years(text), *_repeats(text)},
        key=_longest_first,
    )
    explained: set[int] = set()
    pieces: set[str] = set()
    for start, end in spans:
        if not explained.intersection(range(start, end)):
            explained.update(range(start, end))
            pieces.add(text[start:end])
    rest = [character for place, character in enumerate(text) if place not in explained and not character.isspace()]
    letters = sum(character.isalpha() for character in rest)
    return PIECE * len(pieces) + letters + DIGIT * (len(rest) - letters)


Span = tuple[int, int]


def _longest_first(span: Span) -> tuple[int, int]:
    return span[0] - span[1], span[0]


def _words(text: str, words: frozenset[str]) -> Iterator[Span]:
    longest = max(map(len, words))
    for seen in {text, *(text.translate(table) for table in LEETS)}:
        for start in range(len(seen)):
            for end in range(start + 3, min(start + longest, len(seen)) + 1):
                if seen[start:end] in words:
                    yield start, end


def _walks(text: str) -> Iterator[Span]:
    """Four or more keys where each lies beside the one before, or two such walks taken in turns (q1w2e3)."""
    keys = text.translate(SHIFTED)
    yield from _stretches([_beside(a, b) for a, b in pairwise(keys)], 1)
    yield from _stretches([_beside(a, b) for a, b in zip(keys, keys[2:], strict=False)], 2)


def _beside(one: str, other: str) -> bool:
    if one not in PLACE or other not in PLACE:
        return False
    (row, column), (row_below, column_below) = PLACE[one], PLACE[other]
    return abs(row - row_below) <= 1 and abs(column - column_below) <= 1


def _sequences(text: str) -> Iterator[Span]:
    """Four or more characters that count up or down by the same step (abcd, 2468, 4321), or stay the same."""
    steps = [ord(b) - ord(a) for a, b in pairwise(text)]
    same = [0 <= abs(a) <= 2 and a == b for a, b in pairwise(steps)]
    yield from _stretches(same, 2)


def _stretches(links: list[bool], reach: int) -> Iterator[Span]:
    """Where links hold one after the other, as the span of at least four characters that they join."""
    start = 0
    for place, link in enumerate([*links, False]):
        if not link:
            if place - start + reach >= 4:
                yield start, place + reach
            start = place + 1


def _years(text: str) -> Iterator[Span]:
    """A year, or a date written in digits."""
    yield from (found.span() for found in re.finditer(r"(19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}", text))


def _repeats(text: str) -> Iterator[Span]:
    """What only says again what stood just before it."""
    for found in re.finditer(r"(.{1,128}?)\1+", text):
        yield found.end(1), found.end()
