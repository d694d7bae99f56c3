"""Records live only where they are safe, and resources and fonts are found."""

import ctypes
import tempfile
from pathlib import Path, PureWindowsPath
from types import SimpleNamespace

import pytest

from rise_desk import places
from rise_desk.errors import SetUp, Unavailable
from rise_desk.places import DataFolder, FontFiles, check_folder, font_files
from tests.storage.conftest import AsNobody, as_nobody, public_place

__all__ = ["as_nobody", "public_place"]

LOCAL = "/dev/vda / ext4 rw,relatime 0 0\n"


def test_everything_lies_inside_the_one_folder() -> None:
    folder = DataFolder(Path("/data"))
    assert folder.vault == Path("/data/desk.vault")
    assert folder.keys == Path("/data/desk.vault.keys")
    assert folder.anchors == (Path("/data/desk.anchor"), Path("/data/second/desk.anchor"))
    assert folder.attempts == Path("/data/desk.attempts")
    assert folder.copies == Path("/data/copies")
    assert folder.log == Path("/data/desk.log")


def test_the_default_folder_is_local_to_this_computer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    found = places.default_data_dir()
    assert found == tmp_path / "rise-desk"
    assert not found.exists()


class TestResources:
    @pytest.fixture(autouse=True)
    def resources(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A `resources` folder beside a package, as in a checkout and as installed."""
        (tmp_path / "rise_desk").mkdir()
        words = tmp_path / "resources" / "vocabularies"
        words.mkdir(parents=True)
        (words / "gender.json").write_text('{"x": "Zoë"}', "utf-8")
        (words / "age.json").write_text("{}")
        (words / ".hidden").write_text("")
        (words / "__init__.py").write_text("")
        (words / "more").mkdir()
        monkeypatch.setattr(places, "PACKAGE", tmp_path / "rise_desk")

    def test_text_bytes_and_names(self) -> None:
        assert places.resource_text("vocabularies", "gender.json") == '{"x": "Zoë"}'
        assert places.resource_bytes("vocabularies", "age.json") == b"{}"
        assert places.resource_names("vocabularies") == ("age.json", "gender.json")

    def test_a_missing_one_says_to_install_again(self) -> None:
        for ask in (places.resource_text, places.resource_bytes):
            with pytest.raises(SetUp, match=r"\(icons/lock\.svg\)\. Install RISE Desk again"):
                ask("icons", "lock.svg")
        with pytest.raises(SetUp, match="icons"):
            places.resource_names("icons")


def test_the_real_resources_lie_beside_the_package() -> None:
    assert places._resource_root(Path(places.__file__).parent) == Path(__file__).parents[1] / "resources"


class TestFolder:
    def test_a_local_folder_is_good(self, tmp_path: Path) -> None:
        assert check_folder(tmp_path, must_exist=True) == DataFolder(tmp_path)
        assert list(tmp_path.iterdir()) == []

    def test_a_new_one_is_judged_by_what_is_above_it_and_not_made(self, tmp_path: Path) -> None:
        new = tmp_path / "not" / "yet"
        assert check_folder(new, must_exist=False) == DataFolder(new)
        assert not (tmp_path / "not").exists()

    def test_missing(self, tmp_path: Path) -> None:
        with pytest.raises(Unavailable, match="does not exist"):
            check_folder(tmp_path / "gone", must_exist=True)

    @pytest.mark.parametrize("must_exist", [True, False])
    def test_a_file_is_no_folder(self, tmp_path: Path, must_exist: bool) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(Unavailable, match="a file, not a folder"):
            check_folder(tmp_path / "file", must_exist=must_exist)
        with pytest.raises(Unavailable, match="a file, not a folder"):
            check_folder(tmp_path / "file" / "below", must_exist=False)

    def test_a_link_that_leads_nowhere_is_no_folder(self, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to(tmp_path / "gone")
        with pytest.raises(Unavailable, match="not a folder"):
            check_folder(tmp_path / "link", must_exist=False)

    def test_a_relative_one_is_made_absolute(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        assert check_folder(Path("data"), must_exist=False).path == tmp_path / "data"

    @pytest.mark.parametrize("must_exist", [True, False])
    def test_no_rights(self, public_place: Path, as_nobody: AsNobody, must_exist: bool) -> None:
        with as_nobody(), pytest.raises(Unavailable, match="no rights there, or it is read-only"):
            check_folder(public_place, must_exist=must_exist)

    def test_another_reason_is_named(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(**_words: object) -> None:
            raise OSError(30, "Read-only file system")

        monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
        with pytest.raises(Unavailable, match=r"can't be written to: read-only file system\."):
            check_folder(tmp_path, must_exist=True)


class TestNetwork:
    @pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p"])
    def test_a_network_file_system_is_refused_with_two_ways_out(self, tmp_path: Path, kind: str) -> None:
        mounts = f"{LOCAL}//server/share {tmp_path.resolve()} {kind} rw 0 0\n"
        with pytest.raises(Unavailable, match=r"network drive.*this one computer.*|.*database server"):
            check_folder(tmp_path / "data", must_exist=False, mounts=mounts)
        check_folder(tmp_path.parent, must_exist=True, mounts=mounts)

    def test_the_deepest_then_latest_mount_counts(self) -> None:
        mounts = (
            "server:/home /home nfs4 rw 0 0\n"
            f"{LOCAL}"
            "/dev/sdb /home/zoe ext4 rw 0 0\n"
            "server:/x /home/zoe/work\\040files nfs rw 0 0\n"
            "/dev/sdc /mnt ext4 rw 0 0\nserver:/y /mnt nfs rw 0 0\n"
        )
        kinds = {
            "/home/sam": "nfs4",
            "/home/zoe": "ext4",
            "/home/zoe/data": "ext4",
            "/home/zoe/work files/a": "nfs",
            "/home/zoework": "nfs4",
            "/srv": "ext4",
            "/mnt": "nfs",
        }
        assert {place: places._file_system(Path(place), mounts) for place in kinds} == kinds
        assert places._file_system(Path("/srv"), "") == ""
        assert places._file_system(Path("/srv"), "short\n\n") == ""

    def test_a_link_to_a_network_drive_is_one(self, tmp_path: Path) -> None:
        (tmp_path / "share").mkdir()
        (tmp_path / "link").symlink_to(tmp_path / "share")
        with pytest.raises(Unavailable, match="network drive"):
            check_folder(tmp_path / "link", must_exist=True, mounts=f"x {tmp_path.resolve()}/share cifs rw 0 0")

    def test_this_computers_own_mounts_are_read(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        assert " / " in places._mounts()
        monkeypatch.setattr(places, "MOUNTS", tmp_path / "none")
        assert places._mounts() == ""

    def test_windows_network_drives(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def drive_type(root: str) -> int:
            return {"N:\\": 4, "C:\\": 3}[root]

        assert places._is_network_drive(PureWindowsPath(r"\\server\share\data"), drive_type)
        assert places._is_network_drive(PureWindowsPath(r"N:\data"), drive_type)
        assert not places._is_network_drive(PureWindowsPath(r"C:\data"), drive_type)
        assert not places._is_network_drive(PureWindowsPath(r"\data"), drive_type)
        assert places._drive_type("C:\\") == 0
        kernel = SimpleNamespace(kernel32=SimpleNamespace(GetDriveTypeW=drive_type))
        monkeypatch.setattr(ctypes, "windll", kernel, raising=False)
        assert places._drive_type("N:\\") == 4


class TestSync:
    @pytest.mark.parametrize(
        "name",
        [
            "OneDrive",
            "OneDrive - Leicester City Council",
            "Dropbox",
            "Dropbox (Team)",
            "Google Drive",
            "Nextcloud",
        ],
    )
    def test_a_folder_that_a_cloud_service_copies_is_refused(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(Unavailable, match=r"cloud service.*this computer's own disk"):
            check_folder(tmp_path / name / "data", must_exist=False)

    @pytest.mark.parametrize("name", ["onedriver", "dropbox notes", "my drives"])
    def test_a_name_that_only_resembles_one_is_fine(self, tmp_path: Path, name: str) -> None:
        check_folder(tmp_path / name, must_exist=False)

    @pytest.mark.parametrize("variable", ["OneDrive", "OneDriveConsumer", "OneDriveCommercial"])
    def test_where_the_environment_says_so(self, tmp_path: Path, variable: str) -> None:
        environment = {variable: str(tmp_path / "Cloud")}
        with pytest.raises(Unavailable, match="cloud service"):
            check_folder(tmp_path / "Cloud" / "data", must_exist=False, environment=environment)
        check_folder(tmp_path / "data", must_exist=False, environment=environment)
        check_folder(tmp_path / "data", must_exist=False, environment={variable: ""})


class TestFonts:
    def test_whole_families_are_listed_best_first(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        deep = tmp_path / "truetype" / "x"
        deep.mkdir(parents=True)
        for name in (
            "arial.TTF",
            "ARIALBD.ttf",
            "DejaVuSans.ttf",
            "DejaVuSans-Bold.ttf",
            "DejaVuSans-Oblique.ttf",
        ):
            (deep / name).touch()
        (deep / "NotoSans-Regular.ttf").touch()
        (deep / "LiberationSans-Regular.otf").touch()
        monkeypatch.setenv("WINDIR", str(tmp_path))
        expected = [
            FontFiles(
                "DejaVu Sans",
                deep / "DejaVuSans.ttf",
                deep / "DejaVuSans-Bold.ttf",
                deep / "DejaVuSans-Oblique.ttf",
            ),
            FontFiles("Arial", deep / "arial.TTF", deep / "ARIALBD.ttf", None),
        ]
        assert font_files([str(tmp_path)]) == font_files(["$WINDIR/truetype"]) == expected

    def test_none_is_an_empty_list(self, tmp_path: Path) -> None:
        assert font_files([str(tmp_path), str(tmp_path / "gone")]) == []

    @pytest.mark.skipif(not Path("/usr/share/fonts/truetype/dejavu").is_dir(), reason="DejaVu lies elsewhere")
    def test_this_computers_fonts_are_found(self) -> None:
        assert font_files()[0].name == "DejaVu Sans"
