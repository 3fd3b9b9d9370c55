"""A questionnaire: its parts and elements, what answers each, which required ones are missing."""

from dataclasses import dataclass

NOT_STATED, BY_HAND = "not stated", "to be written by hand"


@dataclass(frozen=True)
class Answer:
    """One line of an answer, with the numbers of the sources that say so."""

    text: str
    sources: tuple[int, ...] = ()
    is_held_back: bool = False


@dataclass(frozen=True)
class Element:
    """One thing that is asked. `by_hand` is what to write where the record can never tell it."""

    label: str
    answers: tuple[Answer, ...] = ()
    is_required: bool = False
    by_hand: str = ""

    @property
    def is_stated(self) -> bool:
        return any(not one.is_held_back for one in self.answers)


@dataclass(frozen=True)
class Part:
    title: str
    elements: tuple[Element, ...]


@dataclass(frozen=True)
class Questionnaire:
    """One form of one body about one case. `after` names the form whose order it follows."""

    slug: str
    body: str
    title: str
    after: str
    parts: tuple[Part, ...]
    sources: tuple[Answer, ...] = ()

    @property
    def required(self) -> list[Element]:
        return [one for part in self.parts for one in part.elements if one.is_required]

    @property
    def missing(self) -> list[Element]:
        """What is required and not stated: to be found out, or to be written by hand."""
        return [one for one in self.required if not one.is_stated]

    @property
    def stated(self) -> int:
        return len(self.required) - len(self.missing)
