"""The admin's pages of erasures: one chief proposes, another sees all that goes and confirms."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from cases.choices import ErasureLaw
from cases.dooming import Doomed, doomed
from cases.erasing import confirm, drop, finish, propose, target
from cases.forgetting import Forgetting
from cases.models import Case, Erasure
from config.records.accounts.sessions import ask_first, recently_confirmed
from config.records.admin.moves import seen
from config.records.admin.site import Page
from config.records.models import Record
from config.records.refusals import tried
from people.models import Person

LISTED = 200


class ProposalForm(forms.Form):
    """What is to be erased, and why; nothing about the person."""

    public_id = forms.CharField(label="Id of the person or case", max_length=12)
    law = forms.ChoiceField(label="Legal basis", choices=ErasureLaw.choices)
    why = forms.CharField(
        label="Reason",
        max_length=500,
        widget=forms.Textarea({"rows": 3, "cols": 60}),
        help_text="Kept for good: no name, nothing about the person. “Letter of 3 May, file 12.”",
    )

    def clean(self):
        return {name: value.replace("\0", "") for name, value in super().clean().items()}


def erasures(request) -> TemplateResponse:
    """What was proposed and what was done, and the form to propose."""
    _require(request, "view")
    form = ProposalForm(request.POST or None, initial={"public_id": request.GET.get("id", "")[:12]})
    if request.method == "POST":
        _require(request, "add")
    if form.is_valid():
        made = _tried(request, form, lambda: _proposed(request, form.cleaned_data))
        if made:
            messages.success(request, f"The {made} is proposed. Another chief has to confirm it.")
            return HttpResponseRedirect(reverse("admin:erasures"))
    rows = Erasure.objects.select_related("proposed_by", "confirmed_by")[:LISTED]
    context = {"title": "Erasures", "form": form, "rows": rows}
    return _answer(request, "admin/erasures.html", context)


def _proposed(request, said: dict) -> Erasure:
    what = target(said["public_id"], request.user)
    return propose(what, by=request.user, law=said["law"], why=said["why"])


def erasure(request, pk: int) -> TemplateResponse:
    """All that goes, before it goes; or how many rows went."""
    _require(request, "view")
    one = Erasure.objects.filter(pk=pk).first()
    if one is None:
        raise Http404
    if "confirm" in request.POST and not recently_confirmed(request):
        return ask_first(request)
    if request.method == "POST" and _moved(request, one):
        return HttpResponseRedirect(reverse("admin:erasures"))
    one.refresh_from_db()
    context = {"title": f"Erasure of {one.public_id}", "erasure": one}
    if not one.confirmed_at:
        context |= _what_goes(request, one)
    return _answer(request, "admin/erasure.html", context)


def _moved(request, one: Erasure) -> bool:
    """Whether what was pressed is done."""
    verbs = {
        "confirm": lambda: confirm(one, by=request.user, seen=request.POST.get("seen", "")),
        "drop": lambda: drop(one, by=request.user),
        "finish": lambda: finish(one) if one.confirmed_at else None,
    }
    pressed = next((verb for verb in verbs if verb in request.POST), None)
    if pressed is None:
        return False
    _require(request, "change")
    if pressed == "confirm" and "sure" not in request.POST:
        messages.error(request, "Nothing was erased. Say that you have seen the list.")
        return False
    return _tried(request, None, lambda: (verbs[pressed](), True)[1])


def _what_goes(request, one: Erasure) -> dict:
    try:
        what = target(one.public_id, request.user)
    except ValidationError as error:
        return {"problem": error.messages[0]}
    found = doomed(what)
    return {
        "counts": found.counts().items(),
        "rows": _rows(request, found),
        "copies": [str(snapshot) for snapshot, _ in Forgetting(found).copies()],
        "print": found.print(),
        "may_confirm": one.proposed_by_id != request.user.pk
        and request.user.has_perm("cases.change_erasure"),
    }


def _rows(request, found: Doomed) -> list[dict]:
    """The records among them that this chief may see, each in a line."""
    records = [
        record
        for model, keys in found.records()
        if issubclass(model, Record)
        for record in model._base_manager.filter(pk__in=keys)
    ]
    admins = {model: admin.site.get_model_admin(model) for model, _ in found.records() if model}
    return [
        {"kind": record._meta.verbose_name, "described": admins[type(record)].describe(record)}
        for record in seen(records, request.user)
    ]


def _tried(request, form, do):
    """What it answers; nothing, and why, where it was refused."""
    answer, problems = tried(do)
    for problem in problems:
        if form is not None:
            form.add_error(None, problem)
        else:
            messages.error(request, f"Nothing was erased. {problem}")
    return answer


def _require(request, verb: str) -> None:
    if not request.user.has_perm(f"cases.{verb}_erasure"):
        raise PermissionDenied


def _answer(request, template: str, context: dict) -> TemplateResponse:
    about = {**admin.site.each_context(request), "opts": Case._meta}
    return TemplateResponse(request, template, {**about, **context})


def may_erase(request, what: Person | Case) -> str:
    """Where a chief proposes to erase this; empty for everybody else."""
    if what is None or not request.user.has_perm("cases.add_erasure"):
        return ""
    return f"{reverse('admin:erasures')}?id={what.public_id}"


admin.site.add_page(
    Page(
        "erasures/",
        "erasures",
        erasures,
        app_label="cases",
        label="Erasures",
        permission="cases.view_erasure",
    )
)
admin.site.add_page(Page("erasures/<key:pk>/", "erasure", erasure))
