"""Which records a record names, and those in turn."""

from collections.abc import Iterable

from config.records.models.record import Record


def named_by(records: Iterable[Record]) -> list[Record]:
    """The records that these name in their public fields, and those in turn, each once.

    A place brings its region and country, a source its publisher and its origin.
    """
    found: dict[tuple, Record] = {}
    waiting = list(records)
    given = {(type(record), record.pk) for record in waiting}
    while waiting:
        record = waiting.pop()
        for name in record.PUBLIC_FIELDS:
            field = record._meta.get_field(name)
            value = getattr(record, name) if field.many_to_one else None
            key = (type(value), value.pk) if isinstance(value, Record) else None
            if key and key not in given and key not in found:
                found[key] = value
                waiting.append(value)
    return list(found.values())
