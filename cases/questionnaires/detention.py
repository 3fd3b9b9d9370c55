"""The questionnaire of the Working Group on Arbitrary Detention, in its order, in our own words.

It follows the model questionnaire of the Working Group (annex V of Fact Sheet No. 26 of the Office
of the High Commissioner for Human Rights) and its methods of work (A/HRC/36/38): who is held; how
the person was taken; how the person is held; what happened and why it is arbitrary; what was tried
in the country; who hands it in.
"""

from cases.choices import EventKind
from cases.questionnaires import known as say
from cases.questionnaires.form import Answer, Element, Part, Questionnaire
from cases.questionnaires.known import HOLDING, PROCEEDINGS, STEPS, TAKING, Known, Submitter
from cases.questionnaires.person import identity

SLUG = "arbitrary-detention"
BODY = "Working Group on Arbitrary Detention"


def fill(known: Known, submitter: Submitter) -> Questionnaire:
    return Questionnaire(
        SLUG,
        BODY,
        "Arbitrary arrest or detention of one person",
        "Model questionnaire of the Working Group, annex V of Fact Sheet No. 26",
        (
            Part("Who is held", identity(known)),
            Part("How the person was taken", _taking(known)),
            Part("How the person is held", _holding(known)),
            Part("What happened, and why it is arbitrary", _circumstances(known)),
            Part("What was tried in the country", _steps(known)),
            Part("Who hands this in", _submitter(submitter)),
        ),
        known.annex,
    )


def _taking(known: Known) -> tuple[Element, ...]:
    first = known.taking
    return (
        Element("When", known.each(first, say.day), True),
        Element("Where", known.each(first, say.where), True),
        Element("Which forces did it", known.each(first, say.by_whom), True),
        Element(
            "Whether a warrant or another decision was shown",
            by_hand="The record has no place for it: ask the family, and write it here.",
            is_required=True,
        ),
        Element("Which authority had issued it", by_hand="If one was shown."),
        Element("Which law was applied", known.each(first, say.law)),
    )


def _holding(known: Known) -> tuple[Element, ...]:
    since = known.each(known.loss, say.day)
    until = known.of((*TAKING, *HOLDING), say.ending)
    return (
        Element("Since when", since, True),
        Element(
            "For how long, or how long it is likely to be",
            (*until, *known.of(PROCEEDINGS, say.dated(say.sentence))),
        ),
        Element("Which forces hold the person", known.of(HOLDING, say.by_whom), True),
        Element("Where, with every transfer", known.of(HOLDING, say.dated(say.where)), True),
        Element("Where now", known.each(known.now, say.where)),
        Element("Which authority ordered it", known.of(PROCEEDINGS, say.by_whom)),
        Element("Which reasons the authorities give", _reasons(known), True),
        Element("Which law was applied", known.of((*HOLDING, *PROCEEDINGS), say.law)),
    )


def _reasons(known: Known) -> tuple[Answer, ...]:
    return known.of((*TAKING, *HOLDING, *PROCEEDINGS), say.dated(say.official))


def _circumstances(known: Known) -> tuple[Element, ...]:
    asked = {*STEPS, EventKind.AUTHORITY_RESPONSE}
    events = [one for one in known.entries if one.event.kind not in asked]
    everything = (*TAKING, *HOLDING, *PROCEEDINGS)
    return (
        Element("What happened, in its order", known.each(events, say.dated(say.told)), True),
        Element("Why, as the sources tell or presume it", known.of(everything, say.presumed)),
        Element(
            "Why it is arbitrary in law",
            by_hand="A lawyer's part: no legal basis, rights that were used, a trial that was "
            "unfair, an asylum seeker held, discrimination.",
            is_required=True,
        ),
    )


def _steps(known: Known) -> tuple[Element, ...]:
    answers = known.of([EventKind.AUTHORITY_RESPONSE], say.dated(say.told))
    return (
        Element("Steps taken, by law and otherwise", known.of(STEPS, say.dated(say.told)), True),
        Element("What came of them", answers),
        Element("Why others were not taken or would have been in vain", by_hand="If that is so."),
    )


def _submitter(submitter: Submitter) -> tuple[Element, ...]:
    name, contact = submitter.answers
    return (
        Element("Name", name, True),
        Element("Address, telephone, e-mail", contact, True, "How the Working Group reaches you."),
        Element("Day and signature", by_hand="When it is handed in."),
    )
