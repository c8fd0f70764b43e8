"""Files that `tawatur run` wrote once, for each test a copy."""

from pathlib import Path
from shutil import copytree

import pytest

from tests.unit.cli.articles_of import Files


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("written")
    Files(folder).begin()
    return folder


@pytest.fixture
def files(written: Path, tmp_path: Path) -> Files:
    return Files(copytree(written, tmp_path / "files"))
