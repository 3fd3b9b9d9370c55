"""Prove over the whole register that what follows from events and citations is in step."""

from django.apps import apps
from django.core.management import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from cases.models import Case
from cases.models.case import BATCH, DERIVED
from cases.models.settling import derive
from config.records.models import Record
from config.records.notices import Notice


class Command(BaseCommand):
    help = (
        "Derive the status and verification of every case anew, compare with what is stored, and "
        "mend what differs; forget embargoes that have ended, and old notices. With --check "
        "nothing is changed, and a difference is a failure."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--check", action="store_true", help="change nothing; fail if it differs"
        )

    def handle(self, *, check, **options):
        if not check:
            for model in (one for one in apps.get_models() if issubclass(one, Record)):
                model._default_manager.forget_ended_embargoes()
            Notice.objects.forget_old()
        differed, last = 0, 0
        while last is not None:
            behind, last = _look_at_some(last, mend=not check)
            differed += len(behind)
            for case in behind:
                self.stdout.write(f"{case.public_id} differs.")
        told = f"{differed} of {Case.objects.count()} cases differed"
        if check and differed:
            raise CommandError(f"{told}. manage.py settle mends them.")
        self.stdout.write(f"{told}{' and are mended' if differed else ''}.")


@transaction.atomic
def _look_at_some(last: int, *, mend: bool) -> tuple[list[Case], int | None]:
    """The cases out of step among the next few, and the last looked at, None after the end.

    They are locked, so that nobody changes what they follow from meanwhile.
    """
    cases = Case.objects.filter(pk__gt=last).select_for_update(of=("self",)).order_by("pk")
    cases = list(cases[:BATCH])
    anew = derive(cases, timezone.localdate())
    behind = [case for case in cases if not case.is_settled or anew[case.pk] != _stored(case)]
    if mend:
        Case.objects.filter(pk__in=[case.pk for case in behind]).update(is_settled=False)
    return behind, cases[-1].pk if cases else None


def _stored(case: Case) -> dict:
    names = (case._meta.get_field(name).attname for name in (*DERIVED, "opens_at"))
    return {name: getattr(case, name) for name in names}
