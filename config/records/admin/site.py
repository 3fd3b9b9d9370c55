"""The admin's own site: labels that tell namesakes apart, and pages that belong to no one model."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, register_converter, reverse

from config.records import dates
from config.records.accounts.sessions import is_let_in
from config.records.addresses import Key
from config.records.admin.logbook import AccessAdmin
from config.records.admin.messages import message_queue, messages_waiting, one_message
from config.records.admin.previewing import preview
from config.records.admin.queue import queue, waiting
from config.records.admin.reviewing import change_review
from config.records.forms import tell
from config.records.models import Access, Record

# Before any page of the admin gives itself an address.
register_converter(Key, "key")
# As Django names and addresses it.
ON_SITE, ROUTE = "view_on_site", "r/<key:content_type_id>/<key:object_id>/"


class RecordChoices(AutocompleteJsonView):
    """Answers an autocomplete box with a line that tells one record from the next."""

    def get_queryset(self):
        related = getattr(self.model_admin, "described_with", ())
        return super().get_queryset().select_related(*related)

    def serialize_result(self, obj, to_field_name):
        describe = getattr(self.model_admin, "describe", str)
        return super().serialize_result(obj, to_field_name) | {"text": describe(obj)}


@dataclass(frozen=True)
class Page:
    """A page that is not of one model: its address, and how the index of an app lists it."""

    route: str
    name: str
    view: Callable
    app_label: str = ""
    label: str = ""
    permission: str = ""

    def in_index(self) -> dict:
        return {
            "name": self.label,
            "object_name": self.name,
            "admin_url": reverse(f"admin:{self.name}"),
            "view_only": True,
        }


class RegisterSite(admin.AdminSite):
    site_header = settings.REGISTER_NAME
    site_title = settings.REGISTER_NAME
    index_title = "Enter and review"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.register(Access, AccessAdmin)
        self.pages = [
            Page("changes/<key:pk>/", "change-review", change_review),
            Page("preview/<str:kind>/<key:pk>/", "preview", preview),
            Page("queue/", "queue", queue),
            Page("messages/", "messages", message_queue),
            Page("messages/<key:pk>/", "message", one_message),
        ]

    def has_permission(self, request):
        return super().has_permission(request) and is_let_in(request)

    def login(self, request, extra_context=None):
        """The register has one door for everybody, where codes are asked and tries counted."""
        told = request.GET.get("next") or reverse("admin:index")
        return HttpResponseRedirect(reverse("sign-in", query={"next": told}))

    def password_change(self, request, extra_context=None):
        return HttpResponseRedirect(reverse("password"))

    def add_page(self, page: Page) -> None:
        """Give a page its address; modules of the admin do so when they are read."""
        self.pages.append(page)

    def get_app_list(self, request, app_label=None):
        apps = super().get_app_list(request, app_label)
        for page in (one for one in self.pages if one.label):
            if request.user.has_perm(page.permission) and app_label in (None, page.app_label):
                self._app_of(page, apps)["models"].append(page.in_index())
        return apps

    def index(self, request, extra_context=None):
        told = {
            "waiting": waiting(request.user),
            "messages_waiting": messages_waiting(request.user),
        }
        return super().index(request, {**told, **(extra_context or {})})

    @staticmethod
    def _app_of(page: Page, apps: list[dict]) -> dict:
        """Where the index lists a page: its app, or a heading of its own."""
        for app in apps:
            if app["app_label"] == page.app_label:
                return app
        apps.append(
            {
                "name": page.app_label.capitalize(),
                "app_label": page.app_label,
                "app_url": reverse(f"admin:{page.name}"),
                "has_module_perms": True,
                "models": [],
            }
        )
        return apps[-1]

    def autocomplete_view(self, request):
        return RecordChoices.as_view(admin_site=self)(request)

    def get_urls(self):
        address = path(
            "understand-date/", self.admin_view(self.understand_date), name="understand-date"
        )
        pages = [path(p.route, self.admin_view(p.view), name=p.name) for p in self.pages]
        # Django's own leads from any row, by its number, to an id, of what is hidden too.
        others = [one for one in super().get_urls() if getattr(one, "name", "") != ON_SITE]
        view = self.admin_view(self.view_on_site)
        return [address, *pages, path(ROUTE, view, name=ON_SITE), *others]

    def view_on_site(self, request, content_type_id, object_id):
        """From a row of a form to the page that readers see of it."""
        kind = get_object_or_404(ContentType, pk=content_type_id).model_class()
        if kind is None or not issubclass(kind, Record) or not hasattr(kind, "get_absolute_url"):
            raise Http404
        return redirect(get_object_or_404(kind.objects.visible_to(request.user), pk=object_id))

    def understand_date(self, request):
        """Read a date as it was typed; nothing is saved."""
        try:
            date = dates.understand(request.GET.get("written", ""))
        except dates.DateNotUnderstood as error:
            return JsonResponse(
                {"error": str(error), "readings": list(getattr(error, "readings", ()))}
            )
        return JsonResponse(
            {
                "understood": tell(date),
                "edtf": date.edtf,
                "earliest": date.earliest,
                "latest": date.latest,
            }
        )
