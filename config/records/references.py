"""References in the forms that keepers of them read: BibTeX and CSL-JSON (pure)."""

import json
import re
from typing import Any

# What BibTeX takes for its own signs; the last three are not themselves behind a backslash either.
SPECIAL = re.compile(r"[{}&%$#_]|([\\~^])")


def bibtex(kind: str, key: str, fields: dict[str, str]) -> str:
    """An entry of the fields that say something. What is text has to be `escaped` before."""
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@{kind}{{{key},\n{lines}\n}}\n"


def escaped(text: str) -> str:
    """Text as BibTeX prints it."""
    return SPECIAL.sub(
        lambda found: rf"\char{ord(found[1])} " if found[1] else rf"\{found[0]}", text
    )


def csl(entry: dict[str, Any]) -> str:
    """CSL-JSON of one entry, as Zotero and pandoc read it."""
    return json.dumps([entry], ensure_ascii=False, indent=1) + "\n"
