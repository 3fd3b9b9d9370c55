"""The pages on which an article is taken in: those being read, and one with its suggestions."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Count, Max, Q
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from cases import suggesting
from cases.accepting import Choice, NotEntered, reopen, require_permission, take_in
from cases.admin.by_hand import CitingForm, PassageForm
from cases.decisions import Decision, SuggestionKind
from cases.desk import Desk
from cases.intake_forms import ACCEPT, LATER
from cases.looking_up import look_up, waiting
from cases.marking import Mark, paragraphs
from cases.models import Intake, Snapshot
from config.records.admin.site import Page
from config.records.models import Record
from config.records.refusals import Refused

SHOWN = 100
LOST = "A passage stands in the box at the end. Say what it is, or empty the box, and save again."
# Of what overlaps in the text, a person shows before a place, and a place before an event.
RANKS = {SuggestionKind.PERSON: 0, SuggestionKind.SPOT: 1, SuggestionKind.TIE: 3}


def address(snapshot: Snapshot, part: int = 0, anchor: str = "") -> str:
    page = reverse("admin:cases_snapshot_read", args=[snapshot.pk])
    return f"{page}{f'?part={part + 1}' if part else ''}{f'#{anchor}' if anchor else ''}"


def being_read(request):
    """Lists copies that somebody reads, and those that nobody has read yet."""
    require_permission(request.user)
    open_ones = Count("suggestions", Q(suggestions__decision=Decision.OPEN))
    intakes = Intake.objects.visible_to(request.user).select_related("snapshot__source", "begun_by")
    intakes = intakes.annotate(waiting=open_ones, found=Count("suggestions"))
    intakes = intakes.annotate(last=Max("suggestions__decided_at"))
    unread = Snapshot.objects.visible_to(request.user).filter(intake=None).select_related("source")
    context = {
        **admin.site.each_context(request),
        "title": "Articles being read",
        "unfinished": intakes.unfinished()[:SHOWN],
        "unread": unread.defer("text")[:SHOWN],
    }
    return TemplateResponse(request, "admin/intakes.html", context)


def intake_page(request, pk):
    """Shows a copy with what was found in it; takes in what is decided."""
    require_permission(request.user)
    visible = Snapshot.objects.visible_to(request.user)
    snapshot = visible.filter(pk=pk).select_related("source").first()
    if snapshot is None:
        raise Http404
    intake = Intake.objects.filter(snapshot=snapshot).select_related("snapshot__source").first()
    do = DOES.get(request.POST.get("do", "").partition("-")[0])
    if do is not None and (intake is not None or do is _read):
        return do(request, snapshot, intake)
    return _page(request, snapshot, intake)


# What can be done


def _read(request, snapshot, intake):
    suggesting.step(snapshot, by=request.user)
    return _back(request, snapshot)


def _again(request, snapshot, intake):
    suggesting.begin_again(intake)
    return _read(request, snapshot, intake)


def _save(request, snapshot, intake):
    """What is decided; with "the rest", what is not decided is accepted as it stands there."""
    if request.POST.get("hand-quote", "").strip():
        kept = PassageForm(snapshot, request.POST)
        return _page(request, snapshot, intake, request.POST, {0: [LOST]}, hand=kept)
    data = request.POST.copy()
    desk = Desk(intake, request.user, _part(request), data)
    forms = {card.row.pk: card.form for card in desk.cards if card.row.is_open}
    if data["do"] == "rest":
        for form in forms.values():
            if form.is_bound and form.chosen == LATER:
                data[form.add_prefix("decision")] = form.with_the_rest
    choices, errors = _choices(forms)
    if not errors:
        try:
            decided = take_in(intake, choices, by=request.user)
        except NotEntered as refused:
            if refused.outdated:
                look_up(intake, refused.outdated, request.user)
            errors = refused.errors
        except Refused as refused:
            errors = {0: [str(refused)]}
        else:
            _tell(request, len(decided))
            return _back(request, snapshot)
    return _page(request, snapshot, intake, data, errors)


def _choices(forms: dict) -> tuple[list[Choice], dict[int, list[str]]]:
    choices, errors = [], {}
    for pk, form in forms.items():
        if not form.is_decided:
            continue
        if form.is_valid():
            choices.append(Choice(form.row, form.chosen == ACCEPT, form.cleaned_data))
        else:
            errors[pk] = [
                f"{form.fields[name].label or name}: {' '.join(said)}"
                for name, said in form.errors.items()
            ]
    return choices, errors


def _tell(request, count: int) -> None:
    if count:
        told = f"{count} decision{'' if count == 1 else 's'} kept. What was entered is a draft."
        messages.success(request, told)
    else:
        messages.info(request, "Nothing was decided that was not decided before.")


def _reopen(request, snapshot, intake):
    row = intake.suggestions.filter(pk=_key(request)).first()
    if row is not None:
        reopen(row, by=request.user)
    return _page(request, snapshot, intake, request.POST, focus=row)


def _add(request, snapshot, intake):
    """A passage marked by hand becomes a suggestion; what was typed elsewhere stays as it is."""
    form = PassageForm(snapshot, request.POST)
    kind = request.POST["do"].partition("-")[2]
    if kind not in SuggestionKind.values or not form.is_valid():
        return _page(request, snapshot, intake, request.POST, hand=form)
    row = suggesting.add_by_hand(intake, kind, form.cleaned_data["passage"])
    if row.kind == SuggestionKind.PERSON:
        look_up(intake, [row], request.user)
    return _page(request, snapshot, intake, request.POST, focus=row, hand=PassageForm(snapshot))


def _cite(request, snapshot, intake):
    records = list(_records(intake.suggestions.all(), request.user).values())
    form = CitingForm(snapshot, records, request.user, request.POST)
    if not form.is_valid():
        return _page(request, snapshot, intake, request.POST, hand=form)
    try:
        citation, is_new = form.cite()
    except ValidationError as error:
        form.add_error(None, error.messages)
    except Refused as error:
        form.add_error(None, str(error))
    else:
        told = f"{citation} is entered." if is_new else f"{citation} says this already."
        messages.success(request, told)
        form = PassageForm(snapshot)
    return _page(request, snapshot, intake, request.POST, hand=form)


DOES = {
    "read": _read,
    "again": _again,
    "save": _save,
    "rest": _save,
    "reopen": _reopen,
    "add": _add,
    "cite": _cite,
}


def _key(request) -> int:
    key = request.POST["do"].partition("-")[2]
    return int(key) if key.isdecimal() and len(key) < 19 else 0


def _part(request) -> int:
    asked = request.GET.get("part", "")
    return int(asked) - 1 if asked.isdecimal() and len(asked) < 6 else 0


def _back(request, snapshot, anchor: str = ""):
    return HttpResponseRedirect(address(snapshot, max(_part(request), 0), anchor))


# What is shown


def _page(request, snapshot, intake, data=None, errors=None, *, focus=None, hand=None):
    context = {
        **admin.site.each_context(request),
        "title": "Read this copy",
        "snapshot": snapshot,
        "source": snapshot.source,
        "intake": intake,
        "length": len(snapshot.text),
        "is_nav_sidebar_enabled": False,  # the text and what was found in it need the room
    }
    if intake is not None:
        context |= _desk(request, intake, data, errors or {}) | {"focus": focus}
        context["hand"] = _hand(request, snapshot, context["records"], hand)
    return TemplateResponse(request, "admin/intake.html", context)


def _desk(request, intake, data, errors: dict) -> dict:
    desk = Desk(intake, request.user, _part(request), data)
    records = _records(desk.rows, request.user)
    for card in desk.cards:
        card.errors = errors.get(card.row.pk, [])
        card.records = [records[one] for one in card.row.led_to if one in records]
    unknown = waiting(intake, request.user)
    return {
        "desk": desk,
        "records": list(records.values()),
        "paragraphs": paragraphs(desk.text, desk.start, desk.end, _marks(desk)),
        "parts": [address(intake.snapshot, n) for n in range(len(desk.parts))],
        "people_found": len(desk.of_kind[SuggestionKind.PERSON]),
        "to_look_up": len(unknown),
        "goes_on": request.method == "GET",  # else what was typed would be lost
        "is_reading": bool(unknown) or not intake.is_read,
        "is_outdated": intake.rules != suggesting.RULES,
        "problems": errors.get(0, []),
        "has_errors": bool(errors),
    }


def _marks(desk: Desk) -> list[Mark]:
    """Where the text tells of something, with the way to its card, on whatever part it stands."""
    found = []
    for row in desk.rows:
        if row.decision == Decision.REJECTED:
            continue
        part, card = desk.part_of(row), f"s{row.pk}"
        there = f"#{card}" if part == desk.part else address(desk.intake.snapshot, part, card)
        rank = RANKS.get(row.kind, 2)
        found += [Mark(start, end, row.pk, row.kind, rank, there) for start, end in row.spans]
    return found


def _hand(request, snapshot, records: list[dict], sent):
    """The boxes for a passage; empty again once what was sent was taken."""
    data = request.POST if sent is not None and sent.is_bound else None
    form = CitingForm(snapshot, records, request.user, data)
    form.empty_permitted = True
    form.problems = [] if data is None else [one for said in sent.errors.values() for one in said]
    return form


def _records(rows, user) -> dict[str, dict]:
    """What was entered, as far as this user may see it, by id."""
    ids = {one for row in rows for one in row.led_to}
    found = {}
    for model, model_admin in admin.site._registry.items():
        if not issubclass(model, Record):
            continue
        wanted = [one for one in ids if one.startswith(f"{model.ID_PREFIX}-")]
        if not wanted:
            continue
        records = model.objects.visible_to(user).filter(public_id__in=wanted)
        for record in records.select_related(*model_admin.described_with):
            page = f"admin:{model._meta.app_label}_{model._meta.model_name}_change"
            found[record.public_id] = {
                "id": record.public_id,
                "kind": model._meta.verbose_name,
                "described": model_admin.describe(record),
                "address": reverse(page, args=[record.pk]),
                "state": record.get_state_display(),
            }
    return found


admin.site.add_page(Page("cases/snapshot/<key:pk>/read/", "cases_snapshot_read", intake_page))
admin.site.add_page(
    Page(
        "cases/reading/",
        "cases_being_read",
        being_read,
        app_label="cases",
        label="Articles being read",
        permission="cases.add_citation",
    )
)
