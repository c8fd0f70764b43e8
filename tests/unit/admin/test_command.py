import argparse

import pytest

from workers.admin.command import AdminError, bootstrap_servers, command
from workers.settings import Settings


def test_without_a_broker_the_message_says_how_to_get_one() -> None:
    with pytest.raises(AdminError, match=r"KAFKA_BOOTSTRAP is not set.*tawatur broker"):
        bootstrap_servers(Settings())


def test_every_address_is_used() -> None:
    assert bootstrap_servers(Settings(bootstrap="a:1, b:2")) == ["a:1", "b:2"]


def test_a_bad_variable_is_named_in_one_line_and_the_command_does_not_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    @command
    def run(_args: argparse.Namespace, _settings: Settings) -> int:
        raise AssertionError

    monkeypatch.setenv("TAWATUR_PARTITIONS", "many")
    assert run(argparse.Namespace()) == 2
    told = capsys.readouterr().err
    assert told.startswith("tawatur: TAWATUR_PARTITIONS")
    assert told.count("\n") == 1


def test_an_error_that_the_user_can_mend_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    @command
    def run(_args: argparse.Namespace, _settings: Settings) -> int:
        raise AdminError("set that")

    assert run(argparse.Namespace()) == 1
    assert capsys.readouterr().err == "tawatur: set that\n"


def test_a_bug_is_not_hidden() -> None:
    @command
    def run(_args: argparse.Namespace, _settings: Settings) -> int:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run(argparse.Namespace())
