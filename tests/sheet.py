"""A page of the admin as a browser would send it back."""

from django.urls import reverse


def address(model, name: str = "add", *args) -> str:
    """Where the admin has this page of a kind of record."""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{name}", args=args)


class Sheet:
    """What stands in the boxes of a page; fill some in, add rows, send."""

    def __init__(self, browser, address: str):
        self.browser, self.address = browser, address
        context = browser.get(address).context
        self.boxes = _boxes(context["adminform"].form)
        self.empty_rows = {}
        for rows in context["inline_admin_formsets"]:
            self.boxes |= _boxes(rows.formset.management_form)
            self.empty_rows[rows.formset.prefix] = _boxes(rows.formset.empty_form)
            for form in rows.formset.forms:
                self.boxes |= _boxes(form)

    def fill_in(self, **boxes) -> "Sheet":
        self.boxes |= boxes
        return self

    def fill_in_row(self, prefix: str, number: int, **boxes) -> "Sheet":
        """The row with this number, counted from 0; a new one if there is none yet."""
        total = f"{prefix}-TOTAL_FORMS"
        if number >= int(self.boxes[total]):
            empty = self.empty_rows[prefix].items()
            self.boxes |= {name.replace("__prefix__", str(number)): v for name, v in empty}
            self.boxes[total] = str(number + 1)
        self.boxes |= {f"{prefix}-{number}-{name}": value for name, value in boxes.items()}
        return self

    def send(self, **more):
        return self.browser.post(self.address, {**self.boxes, **more})

    def errors(self, **more) -> list[str]:
        """What the page says is wrong; fails if it was saved after all."""
        answer = self.send(**more)
        assert answer.status_code == 200
        # The rows' own errors are sentences, those of boxes are lists of them.
        found = [e if isinstance(e, list) else [e] for e in answer.context["errors"]]
        return [str(message) for messages in found for message in messages]


def sheet_of(browser, record) -> Sheet:
    """The page on which a record is changed."""
    return Sheet(browser, address(type(record), "change", record.pk))


def _boxes(form) -> dict[str, str]:
    return {box.html_name: _sent(box) for box in form if not _is_left_out(box)}


def _is_left_out(box) -> bool:
    return box.field.disabled or box.value() is False


def _sent(box) -> str:
    value = box.value()
    if isinstance(value, list):
        return ",".join(value)
    if value is True:
        return "on"
    return "" if value is None else str(value)
