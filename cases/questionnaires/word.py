"""A questionnaire as a document for word processors, written by python-docx."""

import io
from datetime import UTC, datetime

import docx
from docx.shared import Pt, RGBColor

from cases.questionnaires.form import BY_HAND, NOT_STATED, Answer, Element, Questionnaire
from config.records.text import for_xml, language_and_direction

WARN = RGBColor(0x97, 0x30, 0x1F)


def document(form: Questionnaire, register: str, version: datetime) -> bytes:
    """Headings, an answer under each; what is missing says so and is listed at the head."""
    made = docx.Document()
    made.styles["Normal"].font.name = "Noto Sans"
    made.styles["Normal"].font.size = Pt(10.5)
    _describe(made, form, register, version)
    made.add_heading(form.title, 0)
    made.add_paragraph(
        f"For the {form.body}. Filled by {register} from its record, "
        f"as of {version:%-d %B %Y}. In the order of: {form.after}."
    )
    _meter(made, form)
    for number, part in enumerate(form.parts, 1):
        made.add_heading(f"{number}. {part.title}", 1)
        for element in part.elements:
            _element(made, element)
    _annex(made, form)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def _describe(made, form: Questionnaire, register: str, version: datetime) -> None:
    said = made.core_properties
    said.title, said.author, said.language = form.title, register, "en"
    said.created = said.modified = version.astimezone(UTC).replace(tzinfo=None)
    said.comments = ""


def _meter(made, form: Questionnaire) -> None:
    made.add_paragraph(f"{form.stated} of {len(form.required)} required elements are stated.")
    for one in form.missing:
        _warn(made.add_paragraph(style="List Bullet"), f"Missing: {one.label}")


def _element(made, element: Element) -> None:
    label = made.add_paragraph()
    label.paragraph_format.keep_with_next = True
    label.add_run(element.label + (" (required)" if element.is_required else "")).bold = True
    for one in element.answers:
        _answer(made.add_paragraph(), one)
    if not element.answers:
        _warn(made.add_paragraph(), BY_HAND if element.by_hand else NOT_STATED)
        if element.by_hand:
            made.add_paragraph(f"[{element.by_hand}]")


def _answer(paragraph, answer: Answer) -> None:
    run = paragraph.add_run(for_xml(answer.text))
    run.font.rtl = language_and_direction(answer.text)[1] == "rtl" or None
    if answer.sources:
        paragraph.add_run(" " + "".join(f"[{one}]" for one in answer.sources))


def _warn(paragraph, text: str) -> None:
    paragraph.add_run(text).font.color.rgb = WARN


def _annex(made, form: Questionnaire) -> None:
    if form.sources:
        made.add_heading("Annex: sources", 1)
    for one in form.sources:
        made.add_paragraph(f"[{one.sources[0]}] {for_xml(one.text)}")
