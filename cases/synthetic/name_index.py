"""The last step of a load: the names that were written past Django become findable."""

import io

from django.db import connection

from cases.synthetic import tables
from config.records import text
from config.records.progress import progress
from people.models import PersonName

_PIECE = 50_000


def index_names() -> None:
    """Give every name the keys that search asks for, as saving it would have."""
    names = PersonName.objects.order_by("pk").values_list("pk", "text")
    with tables.stripped([PersonName]), connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE keys (id bigint, words text[])")
        rows = []
        for key, spelling in progress(names.iterator(_PIECE), names.count(), "names"):
            rows.append(f"{key}\t{{{','.join(text.words(spelling))}}}\n")
            if len(rows) == _PIECE:
                _copy(cursor, rows)
        _copy(cursor, rows)
        cursor.execute(
            "UPDATE people_personname SET search_keys = words FROM keys WHERE keys.id = "
            "people_personname.id"
        )
        cursor.execute("DROP TABLE keys")


def _copy(cursor, rows: list[str]) -> None:
    cursor.copy_expert("COPY keys FROM STDIN", io.BytesIO("".join(rows).encode()))
    rows.clear()
