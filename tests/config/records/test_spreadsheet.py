"""LibreOffice, where it is installed, opens the files: every script whole, no formula run."""

import csv
import io
import shutil
import subprocess

import pytest

from config.records.columns import Column, rows
from config.records.exports import FORMATS
from people.models import Place
from tests import factories

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed"),
]
NAMES = [
    "Әлия Сейіт",
    "王明 𠮷",
    "مەمەت ئەلى",
    '🙂 <&> "quoted"',
    "=1+1",
    "@SUM(A1)",
    "-2+3",
    " a\nb ",
]


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_libreoffice_shows_what_the_register_says(tmp_path, suffix):
    for name in NAMES:
        factories.place(name)
    columns = [Column("name", "A name.", "name"), Column("level", "A word.", "level")]
    found = rows(Place.objects.order_by("pk"), columns, None)
    file = tmp_path / f"places.{suffix}"
    file.write_bytes(b"".join(FORMATS[suffix].write(columns, found)))

    shown = converted(file)

    expected = [f"'{name}" if name[0] in "=@-" else name for name in NAMES]
    assert shown == [["name", "level"], *([name, "city"] for name in expected)]


def converted(file) -> list[list[str]]:
    """The sheet as LibreOffice shows it, read as UTF-8."""
    target = file.parent / "shown"
    subprocess.run(
        [
            shutil.which("soffice"),
            f"-env:UserInstallation=file://{file.parent}/profile",
            "--headless",
            "--infilter=CSV:44,34,76,1" if file.suffix == ".csv" else "--norestore",
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false",
            "--outdir",
            str(target),
            str(file),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    text = (target / file.with_suffix(".csv").name).read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(text)))
