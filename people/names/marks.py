"""Marks on sentences that pages tell in their own language; here they are English (pure)."""


def marked(sentence: str) -> str:
    """The sentence as it stands: the mark is for who gathers the messages of the catalogues."""
    return sentence
