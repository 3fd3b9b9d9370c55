"""What the log says of a mishap: where in the code, and which rule of the database; no more.

The words of an error often hold what somebody typed, or the row that broke a rule; an address holds
the id of a record. Whoever mends it has the place, and can try it out.
"""

import logging
import traceback
from collections.abc import Iterator


class Reserved(logging.Formatter):
    """Lines of a log without the words of errors, and with routes in place of addresses."""

    def format(self, record: logging.LogRecord) -> str:
        told = logging.makeLogRecord(vars(record))
        told.exc_text = None  # what another formatter has made of the error has its words
        request = getattr(record, "request", None)
        if request is not None and isinstance(record.args, tuple):
            told.args = tuple(_route(request) if x == request.path else x for x in record.args)
        return super().format(told)

    def formatException(self, ei) -> str:
        return "\n".join(_told(one) for one in _chain(ei[1]))


def _route(request) -> str:
    found = getattr(request, "resolver_match", None)
    return f"/{found.route}" if found else "an address"


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """An error after those that it came from."""
    if error is not None:
        before = None if error.__suppress_context__ else error.__context__
        yield from _chain(error.__cause__ or before)
        yield error


def _told(error: BaseException) -> str:
    """Its kind and its place; of one of the database also the rule, whose name is ours."""
    kind = type(error)
    where = "".join(traceback.format_tb(error.__traceback__))
    diagnosed = getattr(error, "diag", None)
    names = (getattr(diagnosed, name, None) for name in ("table_name", "constraint_name"))
    rule = " ".join(name for name in names if name)
    return f"{where}{kind.__module__}.{kind.__qualname__}{f' ({rule})' if rule else ''}"
