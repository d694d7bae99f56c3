"""Measures and prints the table: `python -m tests.bench [--quick] [--people N] [--notes N] [--only WORD] [--json]`."""

import argparse
import gc
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import replace

from main import SEARCHED_AFTER

QUICK_PEOPLE, QUICK_NOTES = 2_000, 20_000
ROUNDS, QUICK_ROUNDS = 15, 7


def main(argv: Sequence[str]) -> int:
    """Measure what is asked for; 1 where a limit is broken."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if os.environ["QT_QPA_PLATFORM"] == "offscreen":  # it warns of every window that it has no screen for it
        os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    gc.set_threshold(*SEARCHED_AFTER)
    from tests.bench import run
    from tests.bench.figures import OVER, table

    said = _parser(sorted(run.PARTS)).parse_args(argv)
    size = replace(run.FULL, seed=said.seed)
    if said.quick:
        size = replace(size, people=QUICK_PEOPLE, notes=QUICK_NOTES)
    size = replace(size, people=said.people or size.people, notes=said.notes or size.notes)
    found = run.figures(size, QUICK_ROUNDS if said.quick else ROUNDS, said.only)
    if said.json:
        plain = {**run.about(size), "figures": [each.plain() for each in found]}
        print(json.dumps(plain, ensure_ascii=False, indent=1))
    else:
        print(run.heading(size), table(found), sep="\n\n")
    return int(any(each.verdict == OVER for each in found))


def _parser(parts: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py bench", description="Speed and size, each against its floor.")
    parser.add_argument("--quick", action="store_true", help="a tenth of the data, in under two minutes")
    parser.add_argument("--people", type=int, default=0, metavar="N", help="how many people")
    parser.add_argument("--notes", type=int, default=0, metavar="N", help="how many notes")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="which invented caseload")
    parser.add_argument("--only", choices=parts, default="", help="one part of it")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
