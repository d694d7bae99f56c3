"""Files of another system, for the tests of importing."""

from pathlib import Path

import pytest

from tests.services.rows import Write


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Put a CSV file into the folder of a system."""

    def put(text: str, source: str = "mosaic") -> Path:
        path = tmp_path / source / "people.csv"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return put
