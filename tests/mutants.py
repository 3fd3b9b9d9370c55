"""Faults put in one at a time, each a guard that is gone; each must turn the test named red.

`python -m tests.mutants` tries all, in a copy of the sources; words choose those whose name has
one of them. A new guard gets a line in MUTANTS: a name, a file, what stands there, what to put in
its place, the test that has to notice.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = shutil.ignore_patterns("var", ".git", ".venv", "__pycache__", "*.png", ".*_cache")
SECONDS = 300
MODELS, FACTS, TOLD = (
    "config/records/models/record.py",
    "config/records/facts.py",
    "people/models/told.py",
)
RULES, ROLES = (
    "people/models/rules.py",
    "tests/test_roles.py::test_a_role_may_do_what_the_table_says",
)
TELLS = "tests/people/test_told.py::test_"
NAMES = "tests/people/test_withheld.py::test_"
DRAFTS = f"{ROLES}[sees drafts, submitted and withdrawn records]"


@dataclass(frozen=True)
class Mutant:
    """A guard that is taken away, and the test that has to notice."""

    name: str
    file: str
    guard: str
    instead: str
    test: str

    @property
    def is_in_database(self) -> bool:
        """Whether the fault is in what `migrate` puts into the database."""
        return "rules" in self.file or "migrations" in self.file or "pgtrigger" in self.guard

    def apply(self, copy: Path) -> str:
        """Put the fault in; what the file said before."""
        path = copy / self.file
        text = path.read_text()
        if text.count(self.guard) < 1:
            raise LookupError(f"{self.name}: {self.file} no longer says so.")
        path.write_text(text.replace(self.guard, self.instead, 1))
        return text


# fmt: off
MUTANTS = [Mutant(*row) for row in [
    # Records
    ("visitors see registered", MODELS, "return cls((State.PUBLISHED,), (Secrecy.PUBLIC,))",
     "return cls((State.PUBLISHED,), (Secrecy.PUBLIC, Secrecy.REGISTERED))",
     f"{ROLES}[sees published *registered* records]"),
    ("researchers see withdrawn", MODELS,
     "return cls((State.PUBLISHED,), (Secrecy.PUBLIC, Secrecy.REGISTERED))",
     "return cls((State.PUBLISHED, State.WITHDRAWN), (Secrecy.PUBLIC, Secrecy.REGISTERED))",
     DRAFTS),
    ("auditors see drafts", MODELS, "if asked_for and not user.has_perm",
     "if not asked_for and not user.has_perm", DRAFTS),
    ("all staff see sealed", MODELS, 'if may(user, "unseal", model) else ()',
     "if user else ()", f"{ROLES}[sees *sealed* records]"),
    ("states do not count", MODELS, 'rule &= Q(**{f"{prefix}state__in": audience.states})', "pass",
     DRAFTS),
    ("secrecy does not count", MODELS, 'rule = Q(**{f"{prefix}secrecy__in": audience.levels})',
     "rule = Q()", f"{ROLES}[sees *sealed* records]"),
    ("a hidden case hides no event", MODELS, "rule &= cls._visible_through(user, name, prefix)",
     "pass", "tests/config/records/test_models.py::test_an_event_of_a_hidden_case_is_hidden"),
    ("paths lead through hidden records", "config/records/paths.py",
     'rule &= model.visible(user, "__".join(steps[: depth + 1]) + "__")', "pass",
     "tests/config/records/test_columns.py::"
     "test_a_path_through_two_records_is_blank_if_either_is_hidden"),
    ("pairs are told with a hidden person", "config/records/pairs.py",
     'return self.filter(kind.visible(user, "one__"), kind.visible(user, "other__"))',
     "return self.all()",
     "tests/people/test_judgements.py::"
     "test_pairs_are_for_staff_and_hidden_with_either_person"),
    ("a published record is deleted", MODELS, "operation=pgtrigger.Delete,",
     "operation=pgtrigger.Truncate,",
     "tests/config/records/test_history.py::test_a_published_record_is_not_deleted_by_any_way"),
    # Names
    ("spellings of withheld names are listed", "people/models/name.py",
     'rule &= Q(**{f"{prefix}person__name_display": NameDisplay.FULL})', "pass",
     f"{ROLES}[sees a name that is withheld or shown as initials]"),
    ("withheld names are searched", RULES, "OR person.name_display <> 'full' THEN 2", "THEN 2",
     "tests/people/test_matching.py::"
     "test_a_name_that_is_not_shown_is_found_by_no_reader"),
    ("a withheld name is shown", RULES,
     "WHEN NEW.name_display = 'withheld' THEN '{WITHHELD}'", "",
     f"{NAMES}no_page_of_a_relative_names_somebody_whose_name_is_not_shown"),
    ("initials are the whole name", RULES, "string_agg(left(part, 1) || '.', ' ' ORDER BY place)",
     "string_agg(part, ' ' ORDER BY place)",
     f"{NAMES}no_page_of_a_relative_names_somebody_whose_name_is_not_shown"),
    ("texts tell withheld names", "config/records/actions.py",
     "        require_no_objections(moved)\n", "",
     f"{NAMES}a_text_that_tells_a_withheld_name_is_not_published"),
    ("a name is withheld that texts tell", "people/models/person.py",
     "told = withheld.published_texts(self.names.values_list(\"text\", flat=True))", "told = []",
     f"{NAMES}somebody_is_not_published_under_a_withheld_name_that_stands_elsewhere"),
    # Facts
    ("facts are for everybody", FACTS, "if one in {*levels, *rough})", "if one)",
     f"{TELLS}a_row_tells_each_reader_what_the_level_says"),
    ("a stricter person is told roughly", FACTS,
     "rough = {self.level} if self.roughly and roughly else set()",
     "rough = set(self.levels) if self.roughly and roughly else set()",
     f"{TELLS}a_person_may_be_stricter_and_then_tells_the_others_nothing"),
    ("born finds by hidden years", TOLD,
     'year = one_year(prefix) & Q(**within) & person.shown_to(user, "birth", prefix, roughly=True)',
     "year = one_year(prefix) & Q(**within)",
     f"{TELLS}a_filter_does_not_find_by_what_a_person_hides"),
    ("born finds by what only staff know", TOLD,
     'return year | (written & after & before & person.shown_to(user, "birth", prefix))',
     "return year | (written & after & before)",
     f"{TELLS}a_year_that_is_not_sure_is_found_by_who_reads_the_date_alone"),
    ("home finds the village", TOLD, 'return (exact & person.shown_to(user, "home", prefix)) | (',
     "return exact | (", f"{TELLS}a_filter_finds_by_what_the_reader_is_told"),
    ("hints know the village", "people/hints.py", 'seen(Person, f"{name}__id", user)',
     'seen(Person, f"{name}_id", user)',
     f"{TELLS}a_hint_ranks_by_what_the_reader_is_told"),
    ("a list tells the village", "config/records/views.py",
     "            record.tell(self.request.user)\n", "",
     f"{TELLS}a_page_tells_the_county_and_the_year_and_a_researcher_the_rest"),
    ("a page tells the village", "config/records/views.py",
     "        found.tell(self.request.user)\n", "",
     f"{TELLS}a_page_tells_the_county_and_the_year_and_a_researcher_the_rest"),
    ("what was told is saved", "people/models/person.py", 'if vars(self).get("untold"):',
     "if False:", f"{TELLS}somebody_told_to_a_reader_is_not_saved"),
    ("a person may be looser", "people/migrations/0012_facts.py",
     "condition=models.Q(('home_secrecy__in', ['registered',",
     "condition=models.Q(('home_secrecy__in', ['public', 'registered',",
     f"{TELLS}the_database_refuses_what_is_looser_than_the_fact"),
    ("no county follows a move", RULES,
     "UPDATE people_place SET area_id = NULL WHERE id IN (SELECT id FROM down);", "",
     f"{TELLS}what_stands_for_a_place_follows_when_a_place_above_it_moves"),
    # The admin
    ("a lookup asks for any field", "config/records/admin/records.py",
     "        if first not in offered:\n            return False\n", "        return True\n",
     f"{TELLS}a_list_of_the_admin_is_narrowed_by_what_it_offers_alone"),
    ("history tells sealed facts", "config/records/admin/versions.py",
     "- _closed(model, keys, user)", "",
     f"{TELLS}a_sealed_fact_has_no_box_and_no_history_for_who_may_not_read_it"),
    ("a form tells sealed facts", "config/records/admin/boxes.py",
     "(*self.leave_out, *sealed)", "self.leave_out",
     f"{TELLS}a_sealed_fact_has_no_box_and_no_history_for_who_may_not_read_it"),
    ("all staff read the log", "cases/admin/log.py", "if not request.user.has_perm(MAY_READ):",
     "if False:", f"{ROLES}[reads the log of changes]"),
    ("auditors see pairs", "cases/admin/duplicates.py",
     'if not request.user.has_perm("people.view_person"):', "if False:",
     "tests/test_roles_admin.py::test_a_role_opens_the_pages_of_the_admin_that_the_table_says"),
    ("auditors take articles in", "cases/admin/new_article.py",
     'if not request.user.has_perms(["cases.add_source", "cases.add_snapshot"]):', "if False:",
     f"{ROLES}[takes articles in, also from their address]"),
    # Verbs
    ("contributors publish", "config/records/actions.py",
     '    require(by, "publish", record)\n    _require_state(record, State.SUBMITTED, "Only a '
     'submitted record can be published.")',
     '    _require_state(record, State.SUBMITTED, "Only a submitted record can be published.")',
     f"{ROLES}[publishes what somebody else submitted]"),
    ("contributors withdraw", "config/records/actions.py",
     '    require(by, "publish", record)\n    _require_state(record, State.PUBLISHED',
     "    _require_state(record, State.PUBLISHED", f"{ROLES}[sends back, withdraws]"),
    ("one person publishes alone", "config/records/actions.py",
     "if record.submitted_by_id == by.pk:", "if False:",
     "tests/test_roles.py::test_who_submitted_a_record_does_not_publish_it"),
    # Files
    ("a cell runs as a formula", "config/records/cells.py", 'FORMULA_STARTS = ("=", "+", "-", "@",',
     'FORMULA_STARTS = ("+", "-", "@",',
     "tests/config/records/test_exports.py::test_a_list_begins_no_formula_either"),
]]
# fmt: on


def main(words: list[str]) -> int:
    chosen = [one for one in MUTANTS if not words or any(word in one.name for word in words)]
    # Those in Python first, in one database that is kept; the others each make their own.
    chosen.sort(key=lambda one: one.is_in_database)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
        survived = [one for one in chosen if not _is_caught(one, copy)]
    print(f"{len(chosen) - len(survived)} of {len(chosen)} faults were caught.")
    return 1 if survived else 0


def _is_caught(mutant: Mutant, copy: Path) -> bool:
    begun = time.monotonic()
    before = mutant.apply(copy)
    try:
        code = _run(mutant.test, copy, "--create-db" if mutant.is_in_database else "--reuse-db")
    finally:
        (copy / mutant.file).write_text(before)
    # 1: tests were red. Anything else, such as a test that is not there, catches nothing.
    word = "caught" if code == 1 else f"NOT CAUGHT ({code})"
    print(f"{word:<11} {mutant.name} ({time.monotonic() - begun:.0f} s)", flush=True)
    return code == 1


def _run(test: str, copy: Path, database: str) -> int:
    asked = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", database, test]
    told = {**os.environ, "TIZIM_VAR": str(copy / "var"), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        asked, cwd=copy, env=told, capture_output=True, timeout=SECONDS, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
