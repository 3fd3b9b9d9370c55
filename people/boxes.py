"""Boxes for names: whom a name may mean is told beneath them while it is typed."""

from django import forms
from django.urls import reverse_lazy
from django.utils.html import format_html


class TellsWhoIsMeant(forms.Widget):
    """likely.js asks the server when the words change and fills the place beneath the box."""

    class Media:
        js = ["people/likely.js"]
        css = {"all": ["people/likely.css"]}

    def __init__(self, attrs=None):
        url = reverse_lazy("admin:likely")
        super().__init__({"data-likely": url, "autocomplete": "off", **(attrs or {})})

    def render(self, name, value, attrs=None, renderer=None):
        box = super().render(name, value, attrs, renderer)
        return format_html('{}<div class="likely" role="status" aria-live="polite"></div>', box)


class NameBox(TellsWhoIsMeant, forms.TextInput):
    """One spelling."""

    def __init__(self, attrs=None):
        super().__init__({"class": "vTextField", "dir": "auto", **(attrs or {})})


class NamesBox(TellsWhoIsMeant, forms.Textarea):
    """Every spelling on a line of its own."""

    def __init__(self, attrs=None):
        super().__init__({"class": "vLargeTextField", "dir": "auto", **(attrs or {})})
