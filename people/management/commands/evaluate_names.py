"""Measure how well names are found, on labelled spellings among invented people."""

import json
from pathlib import Path

from django.core.management import BaseCommand, CommandError

from people.evaluation.answers import Answer, worst
from people.evaluation.asking import HINTS
from people.evaluation.database import NoDatabase, ended_like_by_ctrl_c, own_database
from people.evaluation.evaluate import evaluate
from people.evaluation.labelled import Unreadable, read_groups, read_pairs
from people.evaluation.table import table


class Command(BaseCommand):
    help = (
        "Measure search and duplicates on labelled spellings of real people, among invented "
        "others. It works in a database of its own and leaves the register alone."
    )

    def add_arguments(self, parser):
        add = parser.add_argument
        add("groups", type=Path, help="JSON Lines: one person a line with id, set, variants")
        add("--negatives", type=Path, help="JSON Lines: pairs of different people, name_a, name_b")
        add("--background", type=int, default=100_000, metavar="N", help="invented other people")
        add("--seed", type=int, default=1, help="draws the invented people")
        add("--json", action="store_true", dest="as_json", help="one object on standard output")
        add("--misses", type=int, default=0, metavar="K", help="tell the worst misses on stderr")
        add("--without-hints", action="store_true", help="leave out birth year, sex and county")
        add("--keep", default="", metavar="NAME", help="keep the database, use it next time")

    def handle(self, *, as_json, misses, **options):
        if options["background"] < 0:
            raise CommandError("The number of invented people cannot be negative.")
        try:
            report, answers = self._evaluate(**options)
        except (Unreadable, NoDatabase) as error:
            raise CommandError(str(error)) from error
        for answer in worst(answers, misses):
            self.stderr.write(_miss(answer))
        self.stdout.write(json.dumps(report, ensure_ascii=False) if as_json else table(report))

    def _evaluate(self, *, groups, negatives, background, seed, without_hints, keep, **options):
        people = read_groups(groups)
        pairs = read_pairs(negatives) if negatives else []
        with ended_like_by_ctrl_c(), own_database(keep):
            return evaluate(
                people,
                pairs,
                background=background,
                seed=seed,
                hints=() if without_hints else tuple(HINTS),
                tell=self.stderr.write,
            )


def _miss(answer: Answer) -> str:
    question = answer.question
    return (
        f"{answer.rank:>6} {question.scripts} {question.asked.text} / {question.held.text}; "
        f"first was {answer.first or 'nobody'}"
    )
