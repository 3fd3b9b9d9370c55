"""How well names are found: measured on labelled spellings, among invented people."""
