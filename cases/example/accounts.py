"""The demonstration's accounts, one a role, each with a password made at random."""

import secrets

from django.contrib.auth.models import Group, User
from django.db.models import F

STAFF_ROLES = ("contributor", "reviewer", "chief", "auditor")
ROLES = (*STAFF_ROLES, "researcher")


def strangers() -> list[str]:
    """Accounts of these names that are somebody else's: they are not in the role's group."""
    ours = User.objects.filter(groups__name=F("username"))
    found = User.objects.filter(username__in=ROLES).exclude(pk__in=ours)
    return sorted(found.values_list("username", flat=True))


def accounts() -> tuple[dict[str, User], dict[str, str]]:
    """The accounts by role, and the passwords of those made just now; none is ever shown again."""
    users, passwords = {}, {}
    for role in ROLES:
        users[role] = User.objects.filter(username=role).first()
        if users[role] is None:
            passwords[role] = secrets.token_urlsafe(12)
            users[role] = _sign_up(role, passwords[role])
    return users, passwords


def _sign_up(role: str, password: str) -> User:
    is_staff = role in STAFF_ROLES
    user = User.objects.create_user(role, password=password, is_staff=is_staff)
    user.groups.add(Group.objects.get_or_create(name=role)[0])
    return user
