"""A bar that tells how far a long command has come, for who watches; silent in a file or a pipe."""

from collections.abc import Iterable

from tqdm import tqdm


def progress(iterable: Iterable, total: int, label: str) -> Iterable:
    """The same things, one after the other, with a bar while somebody watches."""
    return tqdm(iterable, total=total, desc=label, disable=None, leave=True)
