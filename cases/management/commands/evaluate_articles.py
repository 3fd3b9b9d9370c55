"""Measure how well articles are read and their people linked, on labelled articles."""

import json
from pathlib import Path

from django.core.management import BaseCommand, CommandError

from cases.evaluation.evaluate import evaluate
from cases.evaluation.labelled import read_articles
from cases.evaluation.table import table
from people.evaluation.database import NoDatabase, ended_like_by_ctrl_c, own_database
from people.evaluation.labelled import Unreadable


class Command(BaseCommand):
    help = (
        "Measure what is found in labelled articles: mentions, roles, events, and who of the "
        "register is meant. It works in a database of its own and leaves the register alone."
    )

    def add_arguments(self, parser):
        add = parser.add_argument
        add("articles", type=Path, help="JSON Lines: one article a line with text and persons")
        add("--background", type=int, default=5_000, metavar="N", help="invented strangers")
        add("--seed", type=int, default=1, help="draws the strangers")
        add("--json", action="store_true", dest="as_json", help="one object on standard output")

    def handle(self, *, articles, background, seed, as_json, **options):
        if background < 0:
            raise CommandError("The number of invented people cannot be negative.")
        try:
            labelled = read_articles(articles)
            with ended_like_by_ctrl_c(), own_database():
                told = evaluate(labelled, background=background, seed=seed, tell=self.stderr.write)
        except (Unreadable, NoDatabase) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(json.dumps(told[0]) if as_json else table(*told))
