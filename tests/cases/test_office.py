"""Files opened by LibreOffice: every script intact, and nothing of a cell run as a formula."""

import csv
import io
import re
import shutil
import subprocess
import zipfile

import pytest

from cases.columns import CASE_COLUMNS
from cases.models import Case
from config.records.columns import rows
from config.records.exports import FORMATS
from tests.register import make

pytestmark = pytest.mark.django_db
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_office = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice is not installed; on Debian, libreoffice-calc"
)
TITLES = {
    "Әлия Сейіт": "Әлия Сейіт",
    "王明 🙂": "王明 🙂",
    "مەمەت": "مەمەت",
    "=1+1": "'=1+1",
    '=HYPERLINK("https://x.example";"y")': '\'=HYPERLINK("https://x.example";"y")',
    "@SUM(1)": "'@SUM(1)",
    "+2+3": "'+2+3",
    "-2+3": "'-2+3",
    '"quoted", and; more': '"quoted", and; more',
}
# Read as UTF-8, parted by commas, every cell as its kind; written as shown.
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"


def a_file(folder, suffix: str):
    for title in TITLES:
        make.case(title=title)
    found = rows(Case.objects.published().order_by("pk"), CASE_COLUMNS, None)
    file = folder / f"cases.{suffix}"
    file.write_bytes(b"".join(FORMATS[suffix].write(list(CASE_COLUMNS), found)))
    return file


def opened(file, kind: str, suffix: str):
    """What LibreOffice makes of a file, in a profile of its own."""
    into = file.parent / "opened"
    # Without being asked, it takes a CSV to be in an old encoding; its window would ask.
    reads = ["--infilter=CSV:44,34,76,1,,0,false,true"] if file.suffix == ".csv" else []
    options = [f"-env:UserInstallation=file://{file.parent}/profile", "--headless", "--norestore"]
    subprocess.run(
        [SOFFICE, *options, *reads, "--convert-to", kind, "--outdir", into, file],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return into / f"{file.stem}.{suffix}"


@needs_office
@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_libreoffice_reads_every_script_and_runs_no_formula(tmp_path, suffix):
    file = a_file(tmp_path, suffix)

    sheet = opened(file, "ods", "ods")
    lines = opened(file, AS_CSV, "csv").read_text(encoding="utf-8-sig")

    with zipfile.ZipFile(sheet) as parts:
        content = parts.read("content.xml").decode()
    titles = [line["title"] for line in csv.DictReader(io.StringIO(lines))]
    assert titles == list(TITLES.values())
    assert re.findall("table:formula|text:a ", content) == []


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_no_cell_begins_as_a_formula_does(tmp_path, suffix):
    content = a_file(tmp_path, suffix).read_bytes()

    if suffix == "xlsx":
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        assert re.findall(r"<f>|<t[^>]*>[=+@-]", sheet) == []
        return
    cells = [cell for line in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in line]
    assert [cell for cell in cells if cell.startswith(("=", "+", "@"))] == []
    assert [title for title in TITLES.values() if title not in cells] == []
