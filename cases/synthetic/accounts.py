"""The two accounts that sign an invented register; nobody can sign in to either."""

from django.contrib.auth.models import User

WRITER, REVIEWER = "invented-writer", "invented-reviewer"


def accounts() -> tuple[int, int]:
    """Their primary keys; they are made when missing."""
    return tuple(_account(name) for name in (WRITER, REVIEWER))


def strangers() -> list[str]:
    """Accounts of these names to which somebody can sign in: they are not ours."""
    found = User.objects.filter(username__in=(WRITER, REVIEWER))
    return [one.username for one in found if one.is_active or one.has_usable_password()]


def _account(name: str) -> int:
    found = User.objects.filter(username=name).first()
    if found is None:
        found = User(username=name, is_active=False)
        found.set_unusable_password()
        found.save()
    return found.pk
