"""The launcher's own decisions; that its commands work on a fresh machine is shown by CI, which starts from nothing."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import dev


@pytest.fixture
def taken_port() -> Iterator[int]:
    """A port that a server listens on, with a free one after it."""
    with socket.socket() as server:
        for port in range(20000, 30000):
            try:
                server.bind(("127.0.0.1", port))
            except OSError:
                continue
            if dev.is_free(port + 1):
                break
        server.listen()
        yield port


def test_a_free_port_is_taken_as_asked(taken_port: int) -> None:
    assert dev.free_port(taken_port + 1) == taken_port + 1


def test_the_next_free_port_follows_a_taken_one(taken_port: int) -> None:
    assert dev.free_port(taken_port) == taken_port + 1


def test_no_free_port_is_a_problem_with_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "is_free", lambda port: False)
    with pytest.raises(dev.Problem, match=r"^no port from 65530 to 65535 is free: name another with --port\.$"):
        dev.free_port(65530)


@pytest.mark.parametrize("port", [-1, 0, 65536])
def test_a_port_that_cannot_be_is_a_problem_with_advice(port: int) -> None:
    with pytest.raises(dev.Problem, match=rf"^there is no port {port}: name one from 1 to 65535 with --port\.$"):
        dev.free_port(port)


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ":0", "CI": "true"}, False),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_browser_opens_only_where_there_is_a_display(
    platform: str, environment: dict[str, str], expected: bool
) -> None:
    assert dev.has_display(platform, environment) is expected


def test_set_up_is_redone_only_when_the_lock_changes(tmp_path: Path) -> None:
    lock = tmp_path / "some.lock"
    lock.write_text("a==1\n")
    assert not dev.is_current(lock, tmp_path)
    dev.mark_current(lock, tmp_path)
    assert dev.is_current(lock, tmp_path)
    lock.write_text("a==2\n")
    assert not dev.is_current(lock, tmp_path)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("home = /usr/bin\nversion = 3.11.2\n", True),
        ("home = /usr/bin\nversion_info = 3.11.7\n", True),
        ("home = /usr/bin\nversion = 3.1.1\n", False),
        ("home = /usr/bin\nversion = 3.12.1\n", False),
        ("home = /usr/bin\n", False),
    ],
)
def test_an_environment_of_another_python_does_not_fit(settings: str, expected: bool) -> None:
    assert dev.fits_this_python(settings, (3, 11, 9)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pip 23.0.1 from /usr/lib/python3/dist-packages/pip (python 3.11)", (23, 0)),
        ("pip 9.0.3 from somewhere", (9, 0)),
        ("", None),
        ("No module named pip", None),
    ],
)
def test_pip_version_is_read(text: str, expected: tuple[int, int] | None) -> None:
    assert dev.pip_version(text) == expected


def test_missing_pip_names_the_command_of_this_system() -> None:
    assert dev.missing_pip_message("/usr/bin/python3", {"apt-get": "/usr/bin/apt-get", "dnf": None}) == (
        "pip 22.3 or newer is needed and /usr/bin/python3 has none: install it with: "
        "sudo apt-get install python3-pip; then run the same command again."
    )
    assert "python.org" in dev.missing_pip_message("C:/python.exe", {})


def test_an_old_python_is_told_which_one_to_use() -> None:
    assert dev.old_python_message((3, 9, 2), "/usr/bin/python3", "python3.12") == (
        "Python 3.11 or newer is needed and /usr/bin/python3 is 3.9.2: run it as: python3.12 dev.py."
    )
    assert "install Python 3.11 or newer" in dev.old_python_message((3, 9, 2), "python3", None)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (["test"], []),
        (["test", "-k", "names", "-x"], ["-k", "names", "-x"]),
        (["test", "--", "tests/test_dev.py", "-v"], ["tests/test_dev.py", "-v"]),
    ],
)
def test_what_follows_test_goes_to_pytest(line: list[str], expected: list[str]) -> None:
    assert dev.parse(line).pytest == expected


def test_serve_knows_its_port_and_whether_to_open() -> None:
    options = dev.parse(["serve", "--port", "8123", "--no-open"])
    assert (options.port, options.open) == (8123, False)


def test_an_unknown_option_stops_with_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        dev.parse(["build", "--quickly"])
    assert "unrecognized arguments: --quickly" in capsys.readouterr().err


def test_no_command_prints_the_help() -> None:
    shown = subprocess.run([sys.executable, dev.ROOT / "dev.py"], capture_output=True, text=True, check=True).stdout
    assert all(f"\n    {name} " in shown for name in ("serve", "build", "check", "schema", "report", "test"))


def test_a_failed_linter_fails_the_run_though_the_tests_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []

    def run(command: list[str | Path]) -> int:
        ran.append(str(command[2]))
        return int(command[2] == "mypy")

    monkeypatch.setattr(dev, "run", run)
    monkeypatch.setattr(dev, "set_up", lambda lock: None)
    monkeypatch.setattr(dev, "set_up_browser_tools", lambda: None)
    assert dev.test(dev.parse(["test"])) == 1
    assert ran == ["ruff", "mypy", "pytest"]


def test_a_build_is_strict_and_never_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []

    def run(command: list[str | Path]) -> int:
        ran.append([str(part) for part in command[1:]])
        return 3

    monkeypatch.setattr(dev, "run", run)
    monkeypatch.setattr(dev, "set_up", lambda lock: None)
    assert dev.build(dev.parse(["build"])) == 3
    assert ran == [["-m", "mkdocs", "build", "--strict"]]


def pins(file: Path) -> set[str]:
    """Every `name==version` of a lock file."""
    return set(re.findall(r"^[\w.-]+==[^\s;]+", file.read_text(encoding="utf-8"), re.MULTILINE))


def test_both_locks_agree_and_name_no_outside_address() -> None:
    assert pins(dev.SITE_LOCK) < pins(dev.TEST_LOCK)
    for file in (dev.SITE_LOCK, dev.TEST_LOCK, *dev.NPM_FILES):
        assert "://" not in file.read_text(encoding="utf-8"), file


@pytest.mark.parametrize("name", ["requirements", "requirements-test"])
def test_what_is_asked_for_is_what_is_locked(name: str) -> None:
    asked, locked = pins(dev.ROOT / f"{name}.in"), {pin.lower() for pin in pins(dev.ROOT / f"{name}.lock")}
    assert asked
    assert {pin.lower() for pin in asked} <= locked
