"""What may never be true of a row: the shapes of rule that several records share."""

from django.db.models import CheckConstraint, F, Q

A_HASH = "A SHA-256 is 64 hexadecimal digits."


def both_or_neither(name: str, first: str, second: str, message: str) -> CheckConstraint:
    """Two columns that are filled in together or not at all."""
    condition = Q(**{f"{first}__isnull": True, f"{second}__isnull": True}) | Q(
        **{f"{first}__isnull": False, f"{second}__isnull": False}
    )
    return CheckConstraint(name=name, condition=condition, violation_error_message=message)


def exactly_one(name: str, fields: list[str], message: str) -> CheckConstraint:
    """Of several columns, one is filled in and the others are empty."""
    condition = Q()
    for chosen in fields:
        condition |= Q(**{f"{field}__isnull": field != chosen for field in fields})
    return CheckConstraint(name=name, condition=condition, violation_error_message=message)


def in_order(name: str, first: str, last: str, message: str) -> CheckConstraint:
    """The first does not come after the last; an empty one says nothing."""
    condition = (
        Q(**{f"{first}__isnull": True})
        | Q(**{f"{last}__isnull": True})
        | Q(**{f"{first}__lte": F(last)})
    )
    return CheckConstraint(name=name, condition=condition, violation_error_message=message)


def hashed(name: str, *fields: str, message: str = A_HASH) -> CheckConstraint:
    """Columns that hold a SHA-256 and nothing else."""
    condition = Q(**{f"{field}__regex": r"^[0-9a-f]{64}$" for field in fields})
    return CheckConstraint(name=name, condition=condition, violation_error_message=message)


def implies(name: str, cause: Q, effect: Q, message: str) -> CheckConstraint:
    """Where the cause holds, the effect holds too."""
    return CheckConstraint(name=name, condition=~cause | effect, violation_error_message=message)
