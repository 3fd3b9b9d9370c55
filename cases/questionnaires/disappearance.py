"""The questionnaire of the Working Group on Enforced or Involuntary Disappearances, in our words.

It follows the Working Group's form for one disappeared person, and the elements without which it
takes up no case (its methods of work, A/HRC/WGEID/102/2): the full name; the day, with month and
year as far as known; the place of the taking, or where the person was last seen; who is believed to
have done it, the State or somebody with its support; what was done to find the person; who reports.
"""

from cases.choices import EventKind, ParticipationRole
from cases.questionnaires import known as say
from cases.questionnaires.form import Answer, Element, Part, Questionnaire
from cases.questionnaires.known import HOLDING, STEPS, TAKING, Known, Submitter
from cases.questionnaires.person import identity

SLUG = "enforced-disappearance"
BODY = "Working Group on Enforced or Involuntary Disappearances"
PARENTS, SPOUSES = ("mother", "father", "parent"), ("wife", "husband", "spouse")


def fill(known: Known, submitter: Submitter) -> Questionnaire:
    return Questionnaire(
        SLUG,
        BODY,
        "Disappearance of one person",
        "Form of the Working Group for one person, and its methods of work, A/HRC/WGEID/102/2",
        (
            Part("Who disappeared", (*identity(known), *_family(known))),
            Part("When", _when(known)),
            Part("Where", _where(known)),
            Part("Who is believed to have done it", _by_whom(known)),
            Part("What happened", _circumstances(known)),
            Part("What was done to find the person", _search(known)),
            Part("Who reports it", _submitter(submitter)),
        ),
        known.annex,
    )


def _family(known: Known) -> tuple[Element, ...]:
    return (
        Element("Parents", known.kin(PARENTS)),
        Element("Wife or husband", known.kin(SPOUSES)),
    )


def _when(known: Known) -> tuple[Element, ...]:
    seen = known.of([EventKind.CONTACT], say.dated(say.told))
    return (
        Element("Day, month and year, as far as known", known.each(known.loss, say.day), True),
        Element("Last heard from or seen", seen),
    )


def _where(known: Known) -> tuple[Element, ...]:
    place = known.each(known.taking, say.where) or known.of([EventKind.CONTACT], say.where)
    return (
        Element("Where the person was taken, or last seen", place, True),
        Element("Where the person may have been held", known.of(HOLDING, say.dated(say.where))),
    )


def _by_whom(known: Known) -> tuple[Element, ...]:
    forces = known.each(known.taking, say.by_whom) or known.of(HOLDING, say.by_whom)
    return (
        Element("Forces of the State, or others with its support", forces, True),
        Element("Officials who took part", known.roles(ParticipationRole.OFFICIAL)),
        Element(
            "Why they are believed to have done it", by_hand="Uniforms, vehicles, papers shown."
        ),
    )


def _circumstances(known: Known) -> tuple[Element, ...]:
    asked = {*STEPS, EventKind.AUTHORITY_RESPONSE, EventKind.CONTACT}
    events = [one for one in known.entries if one.event.kind not in asked]
    return (
        Element("What happened, in its order", known.each(events, say.dated(say.told))),
        Element("Witnesses", known.roles(ParticipationRole.WITNESS)),
        Element("Why, as the sources tell or presume it", known.of(TAKING, say.presumed)),
    )


def _search(known: Known) -> tuple[Element, ...]:
    answers = known.of([EventKind.AUTHORITY_RESPONSE], say.dated(say.told))
    steps = known.of(STEPS, say.dated(say.told))
    return (
        Element("Questions to authorities, complaints, other steps", steps, True),
        Element("What the authorities answered", answers),
        Element("Why nothing was done, if so", by_hand="Fear, no access, no answer expected."),
    )


def _submitter(submitter: Submitter) -> tuple[Element, ...]:
    name, contact = submitter.answers
    agreed = (Answer("A consent to share with the United Nations stands in the register."),)
    return (
        Element("Name of who reports", name, True),
        Element("How to reach them", contact, True, "The Working Group keeps it confidential."),
        Element("Whether the name is to stay confidential", by_hand="Yes or no."),
        Element("Consent of the person or the family", agreed),
        Element("Day and signature", by_hand="When it is handed in."),
    )
