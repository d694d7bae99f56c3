"""Python's collecting of what nobody holds any more, put off where it would take a window away in the middle."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Nothing is collected as long as this lasts.

    A list of widgets is made one by one: a window that Python lets go of meanwhile leaves its widgets in the list,
    and to touch one of those ends the program.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
