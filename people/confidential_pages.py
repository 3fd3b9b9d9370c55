"""The admin's pages of confidential values: dots until somebody asks, each look written down."""

import re

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from config.records.addresses import Key
from config.records.admin.boxes import RecordBoxes
from config.records.admin.site import Page
from config.records.cipher_fields import SecretText
from config.records.ciphers import Undecipherable
from config.records.history import because
from people.confidential_forms import ConfidentialForm, NumberForm
from people.models import Consent, Contact, Identifier, Look, Person
from people.models.confidential import Confidential, tell

KINDS = {kind._meta.model_name: kind for kind in (Identifier, Contact, Consent)}


def page_of(person: Person) -> str:
    return reverse("admin:confidential", args=[person.pk])


def may_view(user) -> list[type[Confidential]]:
    """The kinds that this user may see."""
    return [kind for name, kind in KINDS.items() if user.has_perm(f"people.view_{name}")]


# The page of one person


def confidential(request, pk: int) -> TemplateResponse:
    """Everything confidential about one person, as dots; with `show`, one value told."""
    kinds = may_view(request.user)
    if not kinds:
        raise PermissionDenied
    visible = Person.objects.visible_to(request.user)
    person = visible.filter(pk=pk).first()
    if person is None:
        raise Http404
    told = _told(request, person) if request.method == "POST" else {}
    if not told:
        for kind in kinds:
            Look.note(request.user, "listed", kind=kind._meta.model_name, person=person.public_id)
    context = {
        **admin.site.each_context(request),
        "opts": Person._meta,
        "title": f"Confidential: {person}",
        "person": person,
        "called": person.name_full,
        "kinds": [_section(request.user, kind, person, told) for kind in kinds],
        "may_find": Identifier in kinds,
    }
    return TemplateResponse(request, "admin/confidential.html", context)


def _told(request, person: Person) -> dict[tuple, str]:
    """What one value says, by its kind, key and column; empty if there is no such value."""
    kind, key, name = [*request.POST.get("show", "").split(":"), "", "", ""][:3]
    model = KINDS.get(kind)
    if model is None or not re.fullmatch(Key.regex, key) or not _is_secret(model, name):
        return {}
    one = model.objects.visible_to(request.user).filter(pk=key, person=person).first()
    try:
        return {(kind, one.pk, name): tell(one, name, request.user)} if one else {}
    except Undecipherable as error:
        messages.error(request, str(error))
        return {}


def _is_secret(model: type[Confidential], name: str) -> bool:
    return any(one.name == name for one in _secrets(model))


def _secrets(model: type[Confidential]) -> list[SecretText]:
    return [one for one in model._meta.concrete_fields if isinstance(one, SecretText)]


def _section(user, model: type[Confidential], person: Person, told: dict) -> dict:
    """One kind of confidential value, with a line for each."""
    name = model._meta.model_name
    rows = model.objects.visible_to(user).filter(person=person)
    return {
        "name": model._meta.verbose_name_plural,
        "one": model._meta.verbose_name,
        "rows": [_row(row, told) for row in rows],
        "add": reverse(f"admin:people_{name}_add") + f"?person={person.pk}"
        if user.has_perm(f"people.add_{name}")
        else "",
        "may_change": user.has_perm(f"people.change_{name}"),
    }


def _row(one: Confidential, told: dict) -> dict:
    name = one._meta.model_name
    values = [
        {
            "label": field.verbose_name,
            "ask": f"{name}:{one.pk}:{field.name}",
            "said": told.get((name, one.pk, field.name)),
            "masked": getattr(one, field.name),
            "last": one.last_four if name == "identifier" and field.name == "value" else "",
        }
        for field in _secrets(type(one))
        if getattr(one, field.name)
    ]
    change = reverse(f"admin:people_{name}_change", args=[one.pk])
    return {"one": one, "kind": name, "values": values, "change": change}


# Looking for a number


def find_number(request) -> TemplateResponse:
    """Whose number this is: the whole number, sent in the body of a form."""
    if Identifier not in may_view(request.user):
        raise PermissionDenied
    form = NumberForm(request.POST if request.method == "POST" else None)
    found = None
    if form.is_valid():
        Look.note(request.user, "searched", kind="identifier")
        found = [
            {"one": one, "called": one.person.name_full, "page": page_of(one.person)}
            for one in _with_number(request.user, form.cleaned_data["number"])
        ]
    context = {
        **admin.site.each_context(request),
        "opts": Person._meta,
        "title": "Find a number",
        "form": form,
        "found": found,
    }
    return TemplateResponse(request, "admin/find_number.html", context)


def _with_number(user, number: str):
    rows = Identifier.objects.visible_to(user).saying(number)
    return rows.select_related("person").order_by("person_id", "id")[:50]


# Entry


class ConfidentialAdmin(RecordBoxes, admin.ModelAdmin):
    """Entry of one kind. There is no list: one comes from the person, and goes back there."""

    form = ConfidentialForm
    actions = None

    def get_fieldsets(self, request, obj=None):
        return [(None, {"fields": self.get_fields(request, obj)})]

    def get_queryset(self, request):
        found = super().get_queryset(request).select_related("person")
        return found.filter(pk__in=self.model.objects.visible_to(request.user).values("pk"))

    def get_readonly_fields(self, request, obj=None):
        return ("person",) if obj else ()

    def has_module_permission(self, request):
        return False

    def changelist_view(self, request, extra_context=None):
        return HttpResponseRedirect(reverse("admin:people_person_changelist"))

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        with because(by=request.user, action="change" if object_id else "enter"):
            try:
                return super().changeform_view(request, object_id, form_url, extra_context)
            except Undecipherable as error:
                messages.error(request, str(error))
                return HttpResponseRedirect(reverse("admin:index"))

    def get_object(self, request, object_id, from_field=None):
        """Whoever opens the form of a value has looked at its last signs, and that it is there."""
        one = super().get_object(request, object_id, from_field)
        if one is not None and request.method == "GET":
            Look.note(request.user, "opened", one)
        return one

    def save_model(self, request, obj, form, change):
        if not change:
            obj.entered_by = request.user
        super().save_model(request, obj, form, change)

    def response_add(self, request, obj, post_url_continue=None):
        return self._back(request, obj, super().response_add(request, obj, post_url_continue))

    def response_change(self, request, obj):
        return self._back(request, obj, super().response_change(request, obj))

    def _back(self, request, obj, response):
        stays = {"_continue", "_addanother", "_popup"} & set(request.POST)
        return response if stays else HttpResponseRedirect(page_of(obj.person))

    def response_delete(self, request, obj_display, obj_id):
        super().response_delete(request, obj_display, obj_id)
        return HttpResponseRedirect(reverse("admin:people_person_changelist"))


@admin.register(Identifier)
class IdentifierAdmin(ConfidentialAdmin):
    fields = ("person", "kind", "value", "note")

    def save_model(self, request, obj, form, change):
        number = form.cleaned_data["value"]
        super().save_model(request, obj, form, change)
        if isinstance(number, str):
            self._point_out(request, obj, number)

    def _point_out(self, request, obj: Identifier, number: str) -> None:
        """Two people with one number may be one person."""
        others = _with_number(request.user, number)
        for person in {one.person for one in others if one.person_id != obj.person_id}:
            messages.warning(
                request,
                f"{person} has this number too, and may be the same person. Compare the two.",
            )


@admin.register(Contact)
class ContactAdmin(ConfidentialAdmin):
    fields = ("person", "kind", "value", "safe_use")


@admin.register(Consent)
class ConsentAdmin(ConfidentialAdmin):
    fields = (
        "person",
        *("given_as", "given_by", "how", "given_on"),
        *("store", "publish", "publish_name", "publish_photo", "share_with_un", "researchers"),
        *("media", "withdrawn_on", "evidence"),
    )


admin.site.add_page(Page("people/person/<key:pk>/confidential/", "confidential", confidential))
admin.site.add_page(
    Page(
        "people/find-number/",
        "find-number",
        find_number,
        app_label="people",
        label="Find a number",
        permission="people.view_identifier",
    )
)
