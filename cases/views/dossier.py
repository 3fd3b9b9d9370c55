"""The dossier of a case: a page to print, the same as PDF, and the file that its hash is of."""

from django.shortcuts import render
from django.template.loader import render_to_string

from cases import shown
from cases.choices import Verification
from cases.dossier import Dossier
from cases.models import Case
from cases.printing import NoPrinter, pieces, printer
from cases.views.cases import OneCase
from config.records.downloads import handed_over

TEMPLATE = "dossier/dossier.html"


class OneDossier(OneCase):
    """What the forms of a dossier have in common: the case page's own records and readers."""

    template_name = TEMPLATE

    def get_queryset(self):
        beside = shown.beside_person(self.request.user, "person__")
        return super().get_queryset().prefetch_related(*beside)

    def is_not_for_search_engines(self):
        """It tells what the page of the case tells; that is the one to be found."""
        return True

    def get_context_data(self, **kwargs):
        case = self.object
        return super().get_context_data(
            dossier=Dossier(case, self.request.user, self.reference.address),
            verification=Verification(case.verification).definition,
            reference=self.reference,
            **kwargs,
        )

    def file(self, made, form: str, media_type: str):
        """A file of the dossier: it counts as a download, and is in the logbook as one."""
        return handed_over(
            self.request,
            made,
            of=Case,
            kind="dossier",
            name=f"{self.object.public_id}-dossier",
            form=form,
            media_type=media_type,
        )


class DossierPage(OneDossier):
    """To be printed by a browser, whatever the machine has."""


class DossierPdf(OneDossier):
    """The same page set by the register; where that cannot be, a sentence and the page to print."""

    def render_to_response(self, context, **response_kwargs):
        try:
            setter = printer()
        except NoPrinter:
            return render(self.request, "dossier/no_printer.html", context, status=503)
        html = render_to_string(self.template_name, {**context, "is_paper": True}, self.request)
        identifier = bytes.fromhex(context["dossier"].sha256)[:16]
        return self.file(pieces(setter, html, identifier), "pdf", "application/pdf")


class DossierFile(OneDossier):
    """The JSON that the hash is of: whoever holds a printed dossier can hash it and compare."""

    def render_to_response(self, context, **response_kwargs):
        made = (one for one in [context["dossier"].contents])
        return self.file(made, "json", "application/json")
