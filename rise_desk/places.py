"""Where things lie: the data folder, the program's own resources and this computer's fonts.

The only module that knows paths. Linux is proved by tests; Windows is proved with its answers simulated; on
macOS network drives are not recognised, because Python's standard library can't ask for the kind of a file
system there.
"""

import os
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath, PureWindowsPath
from typing import NamedTuple

from platformdirs import user_data_path

from rise_desk.errors import SetUp, Unavailable

PACKAGE = Path(__file__).parent
MOUNTS = Path("/proc/self/mounts")
_SHARED = """
    nfs nfs4 cifs smb2 smb3 smbfs ncpfs afs 9p ceph lustre davfs vboxsf glusterfs fuse.sshfs fuse.rclone
    fuse.davfs fuse.davfs2 fuse.glusterfs fuse.ceph fuse.gvfsd-fuse fuse.smbnetfs fuse.vmhgfs-fuse fuse.s3fs
    fuse.onedriver
"""
SHARED_FILE_SYSTEMS = frozenset(_SHARED.split())
SYNC_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
SYNC_NAMES = re.compile(
    r"onedrive( - .*)?|dropbox( \(.*\))?|google ?drive|my drive|icloud ?drive|mobile documents|"
    r"nextcloud|box sync"
)
WAYS_OUT = (
    "Choose a folder on this computer's own disk and let everybody work on this computer, or ask IT about "
    "a database server, which a later RISE Desk will use."
)
NETWORK = f"This folder is on a network drive, where two computers saving at once can damage records. {WAYS_OUT}"
SYNCED = f"This folder is copied by a cloud service while it is in use, which can damage records. {WAYS_OUT}"
DRIVE_REMOTE = 4
CHOSEN = "place.txt"
"""Holds the folder that somebody chose for the records instead of this person's own."""


@dataclass(frozen=True)
class DataFolder:
    """The one folder that holds a team's records and everything beside them."""

    path: Path

    @property
    def vault(self) -> Path:
        """The encrypted records."""
        return self.path / "desk.vault"

    @property
    def keys(self) -> Path:
        """The key file: each person's locked key, and the recovery slot."""
        return self.path / "desk.vault.keys"

    @property
    def anchors(self) -> tuple[Path, Path]:
        """Two places that remember the last audit entry, so that a lost tail of the records is noticed."""
        return self.path / "desk.anchor", self.path / "second" / "desk.anchor"

    @property
    def attempts(self) -> Path:
        """The count of wrong passwords, without names."""
        return self.path / "desk.attempts"

    @property
    def backups(self) -> Path:
        """The folder of verified backups."""
        return self.path / "backups"

    @property
    def sign_ins(self) -> Path:
        """A demonstration's invented people and their passwords; no other folder has it."""
        return self.path / "demonstration.json"

    @property
    def copies(self) -> Path:
        """The folder of verified copies made before the records change their shape."""
        return self.path / "copies"

    @property
    def log(self) -> Path:
        """What went wrong, without anything of a record."""
        return self.path / "desk.log"


class FontFiles(NamedTuple):
    """One font family found on this computer; paper is set in the first that has the character."""

    name: str
    regular: Path
    bold: Path
    italic: Path | None


def _resource_root(package: Path) -> Path:
    """The folder `resources`, beside the package in a checkout and wherever it is installed."""
    return package.parent / "resources"


def _resource(parts: Sequence[str]) -> Path:
    found = _resource_root(PACKAGE).joinpath(*parts)
    if not found.exists():
        raise SetUp(f"A part of RISE Desk is missing ({'/'.join(parts)}). Install RISE Desk again.")
    return found


def resource_text(*parts: str) -> str:
    """The text of one resource, as `resource_text('vocabularies', 'gender.json')`."""
    return _resource(parts).read_text("utf-8")


def resource_bytes(*parts: str) -> bytes:
    """The bytes of one resource, such as an icon."""
    return _resource(parts).read_bytes()


def resource_names(folder: str) -> tuple[str, ...]:
    """The names of the resources in a folder, sorted."""
    return tuple(
        sorted(item.name for item in _resource((folder,)).iterdir() if item.is_file() and item.name[0] not in "._")
    )


def default_data_dir() -> Path:
    """The folder used unless another is named: local to this person and this computer."""
    return Path(user_data_path("rise-desk", appauthor=False, roaming=False))


def usual_data_dir() -> Path:
    """The folder used where none is named: the one chosen at the first start, else this person's own."""
    chosen = default_data_dir() / CHOSEN
    try:
        return Path(chosen.read_text("utf-8").strip() or chosen.parent)
    except (OSError, UnicodeDecodeError):
        return chosen.parent


def remember_data_dir(path: Path) -> None:
    """Use this folder from now on where none is named; `Unavailable` where that can't be written down."""
    chosen = default_data_dir() / CHOSEN
    try:
        chosen.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        chosen.write_text(str(path.absolute()), "utf-8")
    except OSError:
        raise Unavailable("Where the records are could not be noted down. Name their folder with --data.") from None


def demonstration_dir() -> Path:
    """The folder of the demonstration: beside the usual one, never in it."""
    usual = default_data_dir()
    return usual.with_name(f"{usual.name}-demonstration")


def check_folder(
    path: Path, *, must_exist: bool, mounts: str | None = None, environment: Mapping[str, str] = os.environ
) -> DataFolder:
    """The data folder, once it is sure that records can safely live there; else Unavailable says why not.

    A folder that need not exist yet is judged by the nearest one above it that does. Nothing is created.
    """
    place = path.absolute()
    if must_exist and not os.path.lexists(place):
        raise Unavailable("The data folder does not exist. Check its name, or make a new one with `create`.")
    standing = _nearest(place)
    _refuse_shared(place.resolve(), _mounts() if mounts is None else mounts, environment)
    _refuse_unwritable(standing)
    return DataFolder(place)


def _nearest(place: Path) -> Path:
    standing = place
    while not os.path.lexists(standing):
        standing = standing.parent
    if not standing.is_dir():
        raise Unavailable("The data folder can't be used: there is a file, not a folder, at that place.")
    return standing


def _refuse_unwritable(folder: Path) -> None:
    try:
        with tempfile.TemporaryFile(dir=folder, prefix=".rise-desk-") as trial:
            trial.write(b"x")
    except PermissionError:
        raise Unavailable(
            "The data folder can't be written to: this account has no rights there, or it is read-only."
        ) from None
    except OSError as error:
        raise Unavailable(
            f"The data folder can't be written to: {(error.strerror or 'unknown reason').lower()}."
        ) from None


def _refuse_shared(place: Path, mounts: str, environment: Mapping[str, str]) -> None:
    if _file_system(place, mounts) in SHARED_FILE_SYSTEMS or _is_network_drive(PureWindowsPath(place)):
        raise Unavailable(NETWORK)
    if _is_synced(place, environment):
        raise Unavailable(SYNCED)


def _mounts() -> str:
    return MOUNTS.read_text("utf-8", "surrogateescape") if MOUNTS.exists() else ""


def _file_system(place: Path, mounts: str) -> str:
    """The type of the file system that a path lies on: that of the deepest, then latest, mount above it."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        _device, point, found, *_rest = [*line.split(" "), "", "", ""]
        where = Path(re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), point))
        if place.is_relative_to(where) and len(where.parts) >= best:
            best, kind = len(where.parts), found
    return kind


def _drive_type(root: str) -> int:
    import ctypes

    library = getattr(ctypes, "windll", None)
    return int(library.kernel32.GetDriveTypeW(root)) if library else 0


def _is_network_drive(place: PureWindowsPath, drive_type: Callable[[str], int] = _drive_type) -> bool:
    return place.drive.startswith("\\\\") or (bool(place.drive) and drive_type(f"{place.drive}\\") == DRIVE_REMOTE)


def _is_synced(place: PurePath, environment: Mapping[str, str]) -> bool:
    roots = [environment[name] for name in SYNC_VARIABLES if environment.get(name)]
    return any(place.is_relative_to(root) for root in roots) or any(
        SYNC_NAMES.fullmatch(part.casefold()) for part in place.parts
    )


FONT_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
    "$WINDIR/Fonts",
    "$LOCALAPPDATA/Microsoft/Windows/Fonts",
)
FONT_NAMES: tuple[tuple[str, str, str, str], ...] = (
    ("DejaVu Sans", "DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Oblique.ttf"),
    ("Segoe UI", "segoeui.ttf", "segoeuib.ttf", "segoeuii.ttf"),
    ("Arial", "arial.ttf", "arialbd.ttf", "ariali.ttf"),
    ("Arial", "Arial.ttf", "Arial Bold.ttf", "Arial Italic.ttf"),
    ("Liberation Sans", "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf", "LiberationSans-Italic.ttf"),
    ("Noto Sans", "NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSans-Italic.ttf"),
    ("Noto Sans Arabic", "NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf", ""),
    ("Noto Sans Hebrew", "NotoSansHebrew-Regular.ttf", "NotoSansHebrew-Bold.ttf", ""),
    ("Noto Sans Devanagari", "NotoSansDevanagari-Regular.ttf", "NotoSansDevanagari-Bold.ttf", ""),
    ("Noto Sans Bengali", "NotoSansBengali-Regular.ttf", "NotoSansBengali-Bold.ttf", ""),
    ("Noto Sans Gurmukhi", "NotoSansGurmukhi-Regular.ttf", "NotoSansGurmukhi-Bold.ttf", ""),
)


def font_files(folders: Sequence[str] = FONT_FOLDERS) -> list[FontFiles]:
    """The font families of this computer that paper can be set in, best first; empty when there is none."""
    on_disk = {file.name.casefold(): file for file in _font_paths(folders)}
    found: dict[str, FontFiles] = {}
    for name, *styles in FONT_NAMES:
        regular, bold, italic = (on_disk.get(style.casefold()) for style in styles)
        if regular and bold:
            found.setdefault(name, FontFiles(name, regular, bold, italic))
    return list(found.values())


def _font_paths(folders: Sequence[str]) -> Iterator[Path]:
    for folder in folders:
        for here, _folders, names in os.walk(Path(os.path.expandvars(folder)).expanduser()):
            yield from (Path(here, name) for name in sorted(names) if name.casefold().endswith(".ttf"))
