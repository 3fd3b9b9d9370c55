"""The samples in the documentation run, as they stand there, against the demonstration."""

import shutil
import subprocess
import sys

import pytest
from django.conf import settings

from cases.models import Case
from tests.kept import an_example

IN_R = settings.BASE_DIR / "docs" / "samples" / "cases_by_api.R"
SAMPLE = settings.BASE_DIR / "docs" / "samples" / "cases_by_api.py"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_sample_in_python_reads_the_demonstration(live_server):
    an_example()
    cases = Case.objects.published()

    ran = subprocess.run(
        [sys.executable, str(SAMPLE), live_server.url], capture_output=True, text=True, timeout=240
    )

    told = dict(line.rsplit(": ", 1) for line in ran.stdout.splitlines())
    arrested = str(cases.filter(kinds__contains=["arrest"]).count())
    assert (ran.returncode, ran.stderr) == (0, "")
    assert told["cases"] == str(cases.count())
    assert told["with an arrest, page by page"] == told["with an arrest, in the file"] == arrested
    assert int(told["changed at the last change or after it"]) > 0
    assert int(told["tables of the tidy copy"]) > 8


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed here.")
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_sample_in_r_reads_the_demonstration(live_server):
    an_example()
    cases = Case.objects.published()

    ran = subprocess.run(
        [shutil.which("Rscript"), "--vanilla", str(IN_R), live_server.url],
        capture_output=True,
        text=True,
        timeout=240,
    )

    told = dict(line.strip().rsplit(": ", 1) for line in ran.stdout.splitlines())
    arrested = str(cases.filter(kinds__contains=["arrest"]).count())
    assert (ran.returncode, ran.stderr) == (0, "")
    assert (told["cases"], told["with an arrest"]) == (str(cases.count()), arrested)
    assert told["cases whose person is in the copy"] == told["cases"]
    assert int(told["tables of the tidy copy"]) > 8
