"""The plain way to send a CSV with Django, to measure beside: a loop, a line for each row."""

import csv
import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import StreamingHttpResponse
from django.urls import path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
settings.ROOT_URLCONF = __name__
application = get_wsgi_application()


class _Line:
    """What csv.writer writes to: it gives the line back."""

    def write(self, line: str) -> str:
        return line


def cases(request) -> StreamingHttpResponse:
    # The models are there once Django is set up, which is above.
    from cases.columns import CASE_COLUMNS
    from cases.models import Case
    from config.records.columns import rows

    writer = csv.writer(_Line())
    found = rows(Case.objects.published().order_by("-pk"), CASE_COLUMNS, None)

    def lines():
        yield writer.writerow([column.name for column in CASE_COLUMNS])
        for row in found.iterator(chunk_size=2000):
            yield writer.writerow(row)

    return StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")


urlpatterns = [path("cases.csv", cases)]
