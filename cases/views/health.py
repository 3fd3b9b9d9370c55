"""Whether the register can answer: for whoever watches the server."""

from django.db import DatabaseError, InterfaceError, connection
from django.http import HttpResponse


def health(request) -> HttpResponse:
    """200 when the database answers, else 503; never anything about why."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, InterfaceError):
        return HttpResponse("the database does not answer", "text/plain", status=503)
    return HttpResponse("ok", "text/plain")
