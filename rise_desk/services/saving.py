"""Saving a file somebody asked for outside the store: whole or not at all, and a plain sentence where it can't be."""

import os
import tempfile
from pathlib import Path

from rise_desk.errors import Unavailable


def save_file(path: Path, content: bytes) -> None:
    """Put a file where somebody asked for it; what was there stays until the new one is whole."""
    if path.is_dir():
        raise Unavailable(f"{path.name or path} is a folder. Give the name of a file.")
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    except OSError:
        raise Unavailable(f"{path.name} can't be saved: the folder is missing, read-only or full.") from None
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        part.replace(path)
    except OSError:
        raise Unavailable(f"{path.name} can't be saved: it may be open in another program, or the disk is full.") from None
    finally:
        part.unlink(missing_ok=True)
