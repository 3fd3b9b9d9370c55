"""The pages of "Tell us": the form, the receipt, the answer. None sets or asks for a cookie."""

from http import HTTPStatus
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import View

from config.records.accounts.limits import Count, Limit, take, visitor
from config.records.ciphers import Undecipherable
from config.records.messages.actions import of_code, receive, take_back
from config.records.messages.forms import CodeForm, MessageForm
from config.records.models import PUBLIC_ID

TRIES = Limit("codes of receipts from one address", 30, 60 * 60)


def is_of_ours(request) -> bool:
    """Whether a form was sent from a page of ours, as far as the browser says.

    These forms stand for no account and no cookie, so nobody gains by having somebody else send
    one but to use up what that one may send; so much is refused.
    """
    fetched = request.headers.get("Sec-Fetch-Site", "")
    if fetched:
        return fetched in ("same-origin", "none")
    origin = request.headers.get("Origin", "")
    return origin in ("", "null") or urlsplit(origin).netloc == request.get_host()


@method_decorator(
    [csrf_exempt, sensitive_post_parameters()],  # is_of_ours says why
    name="dispatch",
)
class Told(View):
    """A page that takes what is told, from everybody alike."""

    http_method_names = ["get", "head", "post"]
    template_name: str

    def dispatch(self, request, *args, **kwargs):
        if request.method == "POST" and not is_of_ours(request):
            return HttpResponse(
                _("This form was sent from another site."),
                status=HTTPStatus.FORBIDDEN,
                content_type="text/plain; charset=utf-8",
            )
        return super().dispatch(request, *args, **kwargs)

    def answer(self, status: int = HTTPStatus.OK, template: str = "", **context) -> HttpResponse:
        told = {
            "days": settings.MESSAGES_DAYS,
            "days_unanswered": settings.MESSAGES_DAYS_UNANSWERED,
            **context,
        }
        response = render(self.request, template or self.template_name, told, status=status)
        response["Cache-Control"] = "no-store, private"
        return response

    def refuse(self, count: Count, **context) -> HttpResponse:
        minutes = -(-count.seconds_left // 60)
        told = _("Too many from one address. Try again in %(minutes)d minutes; nothing was kept.")
        response = self.answer(
            HTTPStatus.TOO_MANY_REQUESTS, problem=told % {"minutes": minutes}, **context
        )
        response["Retry-After"] = str(count.seconds_left)
        return response


class Tell(Told):
    """The form; sent, it answers with the receipt, which is told once."""

    template_name = "tell/form.html"

    def get(self, request):
        about = request.GET.get("about", "")
        about = about.upper() if PUBLIC_ID.fullmatch(about) else ""
        return self.answer(form=MessageForm(initial={"about": about}))

    def post(self, request):
        form = MessageForm(request.POST)
        if not form.is_valid():
            return self.answer(form=form)
        most, seconds = settings.THROTTLES.get("messages", (0, 0))
        count = take(Limit("messages from one address", most, seconds), visitor(request))
        if most and count.is_too_much:
            return self.refuse(count, form=form)
        with transaction.atomic():  # a form counts as sent if its message is kept
            code = "" if form.asked.is_used_up() else receive(**form.said())
        if code:
            return self.answer(template="tell/receipt.html", code=code)
        form.ask_anew()
        told = _("This form was sent already, and arrived. Answer anew to send another.")
        return self.answer(form=form, problem=told)


class Answer(Told):
    """What became of a message, for whoever has its code. A wrong code and none are one answer."""

    template_name = "tell/answer.html"

    def get(self, request):
        return self.answer(form=CodeForm())

    def post(self, request):
        form = CodeForm(request.POST)
        if not form.is_valid():
            return self.answer(form=form)
        count = take(TRIES, visitor(request))
        if count.is_too_much:
            return self.refuse(count, form=form)
        code = form.cleaned_data["code"]
        if "delete" in request.POST:
            return self.answer(form=CodeForm(), deleted=take_back(code), asked=True)
        message = of_code(code)
        try:
            said = message.answer.tell() if message else ""
        except Undecipherable:
            told = _("The answer cannot be read at the moment. It is not lost; look again later.")
            return self.answer(form=form, problem=told)
        return self.answer(form=form, message=message, said=said, asked=True)
