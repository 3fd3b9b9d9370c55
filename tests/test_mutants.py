"""Every fault of `python -m tests.mutants` still names a guard that stands and a test that is."""

import pytest

from tests.mutants import MUTANTS, ROOT


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_fault_takes_away_what_stands_there_and_names_a_test_that_is(mutant):
    file, _, test = mutant.test.partition("::")

    assert mutant.guard in (ROOT / mutant.file).read_text()
    assert mutant.guard != mutant.instead
    assert f"\ndef {test.partition('[')[0]}(" in (ROOT / file).read_text()


def test_there_are_thirty_faults_or_more_each_once():
    names = [mutant.name for mutant in MUTANTS]

    assert len(names) >= 30
    assert len(set(names)) == len(names)
