"""Words of kin in the forms that sentences put them in, in languages other than English (pure)."""

from cases.reading.lexicon import Kin
from people.choices import RelationshipKind as K
from people.choices import Sex

F, M = Sex.FEMALE, Sex.MALE
Rows = tuple[tuple[str, K, Sex | str], ...]


def kin_of(rows: Rows) -> dict[str, Kin]:
    """Each form of each word with the tie that it tells."""
    return {form: (kind, sex) for forms, kind, sex in rows for form in forms.split()}


RUSSIAN = kin_of(
    (
        ("мать матери матерью мама мамы маму", K.PARENT, F),
        ("отец отца отцу отцом отце папа", K.PARENT, M),
        ("дочь дочери дочерью дочка", K.CHILD, F),
        ("сын сына сыну сыном сыне", K.CHILD, M),
        ("сестра сестры сестре сестру сестрой", K.SIBLING, F),
        ("брат брата брату братом брате", K.SIBLING, M),
        ("жена жены жене жену женой супруга супруги супругу супругой вдова вдовы", K.SPOUSE, F),
        ("муж мужа мужу мужем муже супруг супругом", K.SPOUSE, M),
        ("бабушка бабушки бабушку", K.GRANDPARENT, F),
        ("дедушка дедушки дедушку", K.GRANDPARENT, M),
        ("внучка внучки внучку", K.GRANDCHILD, F),
        ("внук внука внуку", K.GRANDCHILD, M),
        ("тётя тетя тёти тети", K.AUNT_OR_UNCLE, F),
        ("дядя дяди дядю", K.AUNT_OR_UNCLE, M),
        ("племянница племянницы племянницу", K.NIECE_OR_NEPHEW, F),
        ("племянник племянника", K.NIECE_OR_NEPHEW, M),
        ("родственник родственника", K.RELATIVE, M),
        ("родственница родственницы", K.RELATIVE, F),
        ("адвокат адвоката адвокату адвокатом защитник юрист", K.LAWYER, ""),
        ("друг друга другом", K.FRIEND, M),
        ("подруга подруги", K.FRIEND, F),
        ("коллега коллеги коллегу", K.COLLEAGUE, ""),
        ("сокамерник сокамерница", K.FELLOW_DETAINEE, ""),
    )
)
GERMAN = kin_of(
    (
        ("mutter", K.PARENT, F),
        ("vater vaters", K.PARENT, M),
        ("tochter", K.CHILD, F),
        ("sohn sohnes", K.CHILD, M),
        ("schwester", K.SIBLING, F),
        ("bruder bruders", K.SIBLING, M),
        ("ehefrau frau witwe", K.SPOUSE, F),
        ("ehemann mann ehemannes mannes", K.SPOUSE, M),
        ("tante", K.AUNT_OR_UNCLE, F),
        ("onkel onkels", K.AUNT_OR_UNCLE, M),
        ("nichte", K.NIECE_OR_NEPHEW, F),
        ("neffe neffen", K.NIECE_OR_NEPHEW, M),
        ("cousine cousin", K.COUSIN, ""),
        ("anwalt anwältin rechtsanwalt anwalts", K.LAWYER, ""),
        ("freund freundin freundes", K.FRIEND, ""),
        ("kollege kollegin", K.COLLEAGUE, ""),
    )
)
NORWEGIAN = kin_of(
    (
        ("mor moren", K.PARENT, F),
        ("far faren", K.PARENT, M),
        ("datter datteren", K.CHILD, F),
        ("sønn sønnen", K.CHILD, M),
        ("søster søsteren", K.SIBLING, F),
        ("bror broren", K.SIBLING, M),
        ("kone kona enke", K.SPOUSE, F),
        ("mann ektemann mannen ektemannen", K.SPOUSE, M),
        ("tante", K.AUNT_OR_UNCLE, F),
        ("onkel", K.AUNT_OR_UNCLE, M),
        ("niese", K.NIECE_OR_NEPHEW, F),
        ("nevø", K.NIECE_OR_NEPHEW, M),
        ("advokat advokaten", K.LAWYER, ""),
        ("venn venninne", K.FRIEND, ""),
        ("kollega", K.COLLEAGUE, ""),
    )
)
SPANISH = kin_of(
    (
        ("madre", K.PARENT, F),
        ("padre", K.PARENT, M),
        ("hija", K.CHILD, F),
        ("hijo", K.CHILD, M),
        ("hermana", K.SIBLING, F),
        ("hermano", K.SIBLING, M),
        ("esposa mujer viuda", K.SPOUSE, F),
        ("esposo marido", K.SPOUSE, M),
        ("tía", K.AUNT_OR_UNCLE, F),
        ("tío", K.AUNT_OR_UNCLE, M),
        ("sobrina", K.NIECE_OR_NEPHEW, F),
        ("sobrino", K.NIECE_OR_NEPHEW, M),
        ("prima primo", K.COUSIN, ""),
        ("abogado abogada", K.LAWYER, ""),
        ("amigo amiga", K.FRIEND, ""),
        ("colega", K.COLLEAGUE, ""),
    )
)
POLISH = kin_of(
    (
        ("matka matki matkę", K.PARENT, F),
        ("ojciec ojca ojcem", K.PARENT, M),
        ("córka córki córkę", K.CHILD, F),
        ("syn syna synem", K.CHILD, M),
        ("siostra siostry siostrę", K.SIBLING, F),
        ("brat brata bratem", K.SIBLING, M),
        ("żona żony żonę wdowa", K.SPOUSE, F),
        ("mąż męża mężem", K.SPOUSE, M),
        ("ciotka", K.AUNT_OR_UNCLE, F),
        ("wujek", K.AUNT_OR_UNCLE, M),
        ("siostrzenica bratanica", K.NIECE_OR_NEPHEW, F),
        ("siostrzeniec bratanek", K.NIECE_OR_NEPHEW, M),
        ("kuzyn kuzynka", K.COUSIN, ""),
        ("prawnik adwokat prawniczka adwokatka", K.LAWYER, ""),
        ("przyjaciel przyjaciółka", K.FRIEND, ""),
        ("kolega koleżanka", K.COLLEAGUE, ""),
    )
)
