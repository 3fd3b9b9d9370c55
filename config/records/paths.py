"""What stands at the end of a path through the database, as far as a reader may look."""

from dataclasses import dataclass

from django.db.models import Case, F, Model, Q, Value, When
from django.db.models.expressions import Combinable

from config.records.facts import Fact, fact_of
from config.records.models import Record


def seen(model: type[Model], path: str, user) -> Combinable:
    """The value at the end of a path, or NULL where the reader may not look.

    That is where a record on the way is hidden, or a fact is not for this reader. Of a place that
    is told only roughly, the value is that of the wider place.
    """
    rule = visible_along(model, path, user)
    step = fact_along(model, path)
    if step is None:
        return Case(When(rule, then=F(path)), default=Value(None)) if rule else F(path)
    rules = [(rule & step.shown(user), path)]
    if step.fact.rough_path:
        wider = step.wider(path)
        rough = visible_along(model, wider, user) & step.shown(user, roughly=True)
        rules.append((rough, wider))
    if not rules[0][0]:
        return F(path)
    return Case(*(When(rule, then=F(way)) for rule, way in rules), default=Value(None))


def visible_along(model: type[Model], path: str, user) -> Q:
    """That every record on the way, which the first is not seen without anyway, is visible."""
    rule = Q()
    steps = path.split("__")
    for depth, step in enumerate(steps[:-1]):
        parents = getattr(model, "VISIBLE_THROUGH", ())
        model = model._meta.get_field(step).related_model
        if issubclass(model, Record) and step not in parents:
            rule &= model.visible(user, "__".join(steps[: depth + 1]) + "__")
    return rule


@dataclass(frozen=True)
class FactStep:
    """Where a path leads through a fact: whose, after which steps."""

    model: type[Record]
    fact: Fact
    step: str
    prefix: str

    def shown(self, user, *, roughly: bool = False) -> Q:
        return self.model.shown_to(user, self.fact.name, self.prefix, roughly=roughly)

    def wider(self, path: str) -> str:
        """The same path by way of the rougher record."""
        begun = f"{self.prefix}{self.step}"
        return f"{begun}__{self.fact.rough_path}{path.removeprefix(begun)}"


def fact_along(model: type[Model], path: str) -> FactStep | None:
    """The first fact on a path, if there is one."""
    prefix = ""
    for step in path.split("__"):
        fact = fact_of(model, step)
        if fact:
            return FactStep(model, fact, step, prefix)
        field = model._meta.get_field(step)
        prefix, model = f"{prefix}{step}__", field.related_model
        if model is None:
            return None
    return None
