"""Saving a file somebody asked for outside the store: whole or not at all, and a plain sentence where it can't be."""

from pathlib import Path

from rise_desk.errors import Unavailable
from rise_desk.places import DataFolder
from rise_desk.storage.files import write_whole


def save_file(path: Path, content: bytes) -> None:
    """Put a file where somebody asked for it; what was there stays until the new one is whole."""
    if path.is_dir():
        raise Unavailable(f"{path.name or path} is a folder. Give the name of a file.")
    if any(DataFolder(folder).vault.exists() for folder in path.resolve().parents):
        raise Unavailable("This is the folder of the encrypted records. Save the file somewhere else.")
    if not path.parent.is_dir():
        raise Unavailable(f"{path.name} can't be saved: its folder does not exist.")
    try:
        write_whole(path, content)
    except OSError:
        raise Unavailable(
            f"{path.name} can't be saved: the folder is read-only or full, or the file is open in another program."
        ) from None
