"""The admin's own site: labels that tell namesakes apart, and what a date is understood as."""

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.http import JsonResponse
from django.urls import path

from config.records import dates
from config.records.forms import tell


class RecordChoices(AutocompleteJsonView):
    """Answers an autocomplete box with a line that tells one record from the next."""

    def get_queryset(self):
        related = getattr(self.model_admin, "described_with", ())
        return super().get_queryset().select_related(*related)

    def serialize_result(self, obj, to_field_name):
        describe = getattr(self.model_admin, "describe", str)
        return super().serialize_result(obj, to_field_name) | {"text": describe(obj)}


class RegisterSite(admin.AdminSite):
    site_header = settings.REGISTER_NAME
    site_title = settings.REGISTER_NAME
    index_title = "Enter and review"

    def autocomplete_view(self, request):
        return RecordChoices.as_view(admin_site=self)(request)

    def get_urls(self):
        address = path(
            "understand-date/", self.admin_view(self.understand_date), name="understand-date"
        )
        return [address, *super().get_urls()]

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
