"""Words for ties between people, in English and in Russian, as people type them (pure)."""

from people.choices import GENDERED, RelationshipKind, Sex

Tie = tuple[RelationshipKind, Sex | str]  # the tie, and the sex that the word tells

F, M = Sex.FEMALE, Sex.MALE

_IN_LAW = {
    f"{word}-in-law": (RelationshipKind.IN_LAW, sex)
    for (kind, sex), word in GENDERED.items()
    if kind in (RelationshipKind.PARENT, RelationshipKind.CHILD, RelationshipKind.SIBLING)
}
ENGLISH: dict[str, Tie] = {
    **{kind.plain_label.lower(): (kind, "") for kind in RelationshipKind},
    **{word: (kind, sex) for (kind, sex), word in GENDERED.items()},
    **_IN_LAW,
    "aunt": (RelationshipKind.AUNT_OR_UNCLE, F),
    "widow": (RelationshipKind.SPOUSE, F),
    "widower": (RelationshipKind.SPOUSE, M),
    "married": (RelationshipKind.SPOUSE, ""),
    "cellmate": (RelationshipKind.FELLOW_DETAINEE, ""),
}
RUSSIAN: dict[str, Tie] = {
    "мать": (RelationshipKind.PARENT, F),
    "отец": (RelationshipKind.PARENT, M),
    "дочь": (RelationshipKind.CHILD, F),
    "сын": (RelationshipKind.CHILD, M),
    "сестра": (RelationshipKind.SIBLING, F),
    "брат": (RelationshipKind.SIBLING, M),
    "жена": (RelationshipKind.SPOUSE, F),
    "супруга": (RelationshipKind.SPOUSE, F),
    "вдова": (RelationshipKind.SPOUSE, F),
    "муж": (RelationshipKind.SPOUSE, M),
    "супруг": (RelationshipKind.SPOUSE, M),
    "бабушка": (RelationshipKind.GRANDPARENT, F),
    "дедушка": (RelationshipKind.GRANDPARENT, M),
    "внучка": (RelationshipKind.GRANDCHILD, F),
    "внук": (RelationshipKind.GRANDCHILD, M),
    "тётя": (RelationshipKind.AUNT_OR_UNCLE, F),
    "тетя": (RelationshipKind.AUNT_OR_UNCLE, F),
    "дядя": (RelationshipKind.AUNT_OR_UNCLE, M),
    "племянница": (RelationshipKind.NIECE_OR_NEPHEW, F),
    "племянник": (RelationshipKind.NIECE_OR_NEPHEW, M),
    "двоюродная сестра": (RelationshipKind.COUSIN, F),
    "двоюродный брат": (RelationshipKind.COUSIN, M),
    "родственница": (RelationshipKind.RELATIVE, F),
    "родственник": (RelationshipKind.RELATIVE, M),
    "сокамерник": (RelationshipKind.FELLOW_DETAINEE, M),
    "сокамерница": (RelationshipKind.FELLOW_DETAINEE, F),
}
# A family tie of any kind answers to the word `relative`.
FAMILY = frozenset(
    {
        RelationshipKind.PARENT,
        RelationshipKind.CHILD,
        RelationshipKind.SIBLING,
        RelationshipKind.SPOUSE,
        RelationshipKind.GRANDPARENT,
        RelationshipKind.GRANDCHILD,
        RelationshipKind.AUNT_OR_UNCLE,
        RelationshipKind.NIECE_OR_NEPHEW,
        RelationshipKind.COUSIN,
        RelationshipKind.IN_LAW,
        RelationshipKind.RELATIVE,
    }
)
