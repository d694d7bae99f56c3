"""Whereabouts: in which folder the records are, where nobody names one at the start."""

from pathlib import Path

from rise_desk import places


def usual() -> Path:
    """The folder that is opened where none is named."""
    return places.usual_data_dir()


def own() -> Path:
    """This person's own folder on this computer, which is offered first."""
    return places.default_data_dir()


def demonstration() -> Path:
    """The folder of the demonstration."""
    return places.demonstration_dir()


def remember(path: Path) -> None:
    """Open this folder from now on; `Unavailable` where that can't be noted down."""
    places.remember_data_dir(path)
