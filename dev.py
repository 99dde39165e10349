#!/usr/bin/env python3
"""One launcher for the whole project: serve, build, check, test. `python3 dev.py --help` explains.

Standard library only. Needs Python 3.11 or newer with pip; everything else is set up on first use in `.venv` and
`.cache` beside this file, and again only when a lock file changes. Nothing is installed outside the project folder.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
CACHE = ROOT / ".cache"

SITE_LOCK = ROOT / "requirements.lock"
TEST_LOCK = ROOT / "requirements-test.lock"
DOWNLOADS = {SITE_LOCK: "about 85 MB", TEST_LOCK: "up to 180 MB"}
NPM_FILES = (ROOT / "tests/browser/package.json", ROOT / "tests/browser/package-lock.json")

OLDEST_PYTHON = (3, 11)
OLDEST_PIP = (22, 3)  # the first that can install into another environment: `pip --python`
FIRST_PORT = 8000

# Material prints a notice about the future of MkDocs at every run; UTF-8 is not yet the default on Windows.
ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}

PIP_PACKAGES = {
    "apt-get": "sudo apt-get install python3-pip",
    "dnf": "sudo dnf install python3-pip",
    "zypper": "sudo zypper install python3-pip",
    "pacman": "sudo pacman -S python-pip",
    "apk": "sudo apk add py3-pip",
}


class Problem(Exception):
    """What stops a command; the message says in one sentence what to do."""


def say(text: str) -> None:
    """Print one line of progress at once."""
    print(f"dev.py: {text}", flush=True)


def run(command: Sequence[str | Path]) -> int:
    """Run a command in the project folder; its exit code. Ctrl-C reaches it directly and is left to it."""
    process = subprocess.Popen([str(part) for part in command], cwd=ROOT, env={**os.environ, **ENVIRONMENT})
    try:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:
                continue
    finally:
        if process.poll() is None:
            process.terminate()


# --- what a machine must have -----------------------------------------------------------------------------------------


def old_python_message(version: tuple[int, ...], executable: str, newer: str | None) -> str:
    """What to tell whoever runs an outdated Python; `newer` is a good one found on this machine."""
    wanted = ".".join(map(str, OLDEST_PYTHON))
    found = ".".join(map(str, version))
    advice = f"run it as: {newer} dev.py" if newer else f"install Python {wanted} or newer and run it with that one"
    return f"Python {wanted} or newer is needed and {executable} is {found}: {advice}."


def newer_python() -> str | None:
    """The command of a Python on PATH that is new enough, if there is one."""
    names = (f"python3.{minor}" for minor in range(20, OLDEST_PYTHON[1] - 1, -1))
    return next((name for name in names if shutil.which(name)), None)


def missing_pip_message(python: str, managers: Mapping[str, str | None]) -> str:
    """What to tell whoever has no usable pip; `managers` maps a package manager's name to its path or None."""
    install = next((line for name, line in PIP_PACKAGES.items() if managers.get(name)), None)
    advice = f"install it with: {install}" if install else "install Python from python.org, which brings it"
    wanted = ".".join(map(str, OLDEST_PIP))
    return f"pip {wanted} or newer is needed and {python} has none: {advice}; then run the same command again."


def pip_version(text: str) -> tuple[int, int] | None:
    """Major and minor number out of what `pip --version` prints; None if that is not pip."""
    found = re.match(r"pip (\d+)\.(\d+)", text)
    return (int(found[1]), int(found[2])) if found else None


def base_python() -> str:
    """The Python that environments are made with, also when this one runs inside an environment."""
    return getattr(sys, "_base_executable", "") or sys.executable


def pip_command() -> list[str | Path]:
    """How to call pip for `.venv`: the base Python's own, else the one that Python can unpack into `.venv`.

    Debian keeps the second in another package, so the first is the one that works for an ordinary user there.
    """
    base = base_python()
    asked = subprocess.run([base, "-m", "pip", "--version"], capture_output=True, text=True, check=False)
    version = pip_version(asked.stdout)
    if version and version >= OLDEST_PIP:
        return [base, "-m", "pip", "--python", VENV_PYTHON]
    unpacked = subprocess.run([VENV_PYTHON, "-m", "ensurepip"], capture_output=True, check=False)
    if unpacked.returncode == 0:
        return [VENV_PYTHON, "-m", "pip"]
    raise Problem(missing_pip_message(base, {name: shutil.which(name) for name in PIP_PACKAGES}))


# --- set-up, once for each lock file ----------------------------------------------------------------------------------


def digest(file: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def stamp_of(lock: Path, folder: Path) -> Path:
    """The file in `folder` that says which version of `lock` was last installed there."""
    return folder / f"{lock.name}.sha256"


def is_current(lock: Path, folder: Path) -> bool:
    """Whether `folder` holds what `lock` says now."""
    stamp = stamp_of(lock, folder)
    return stamp.is_file() and stamp.read_text(encoding="ascii") == digest(lock)


def mark_current(lock: Path, folder: Path) -> None:
    """Remember that `folder` holds what `lock` says now."""
    stamp_of(lock, folder).write_text(digest(lock), encoding="ascii")


def fits_this_python(settings: str, version: tuple[int, ...]) -> bool:
    """Whether the text of a `pyvenv.cfg` tells of the same major and minor version of Python."""
    found = re.search(r"^version(?:_info)? *= *(\d+)\.(\d+)", settings, re.MULTILINE)
    return found is not None and (int(found[1]), int(found[2])) == version[:2]


def make_environment() -> None:
    """Make `.venv`, empty, unless a sound one for this version of Python is there."""
    settings = VENV / "pyvenv.cfg"
    if VENV_PYTHON.exists() and fits_this_python(settings.read_text(encoding="utf-8"), sys.version_info[:3]):
        return
    if run([base_python(), "-m", "venv", "--without-pip", "--clear", VENV]) != 0:
        raise Problem(f"the environment {VENV} could not be made (the reason is above): remove that folder, try again.")


def set_up(lock: Path) -> None:
    """Bring `.venv` to what `lock` says; at once if it is there already."""
    make_environment()
    if is_current(lock, VENV):
        return
    start = time.monotonic()
    count = len(re.findall(r"^[\w.-]+==", lock.read_text(encoding="utf-8"), re.MULTILINE))
    say(f"setting up {VENV.name} with the {count} packages of {lock.name} (once; {DOWNLOADS[lock]} to download)")
    if run([*pip_command(), "install", "--no-input", "--require-hashes", "--requirement", lock]) != 0:
        raise Problem(
            "the packages could not be installed (pip's reason is above): "
            "check the network connection and the free disk space, then run the same command again."
        )
    mark_current(lock, VENV)
    say(f"set-up done in {time.monotonic() - start:.0f} s")


def set_up_browser_tools() -> None:
    """Fetch what the browser tests inject into pages, if npm is there; without it those tests say what they lack."""
    npm = shutil.which("npm")
    folder = CACHE / "npm"
    if npm is None or is_current(NPM_FILES[1], folder):
        return
    say(f"setting up {folder.relative_to(ROOT)} for the accessibility tests (once; under 5 MB to download)")
    folder.mkdir(parents=True, exist_ok=True)
    for file in NPM_FILES:
        shutil.copy(file, folder)
    if run([npm, "ci", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund"]) == 0:
        mark_current(NPM_FILES[1], folder)
    else:
        say("npm failed (its reason is above); the accessibility tests will say that they lack axe-core")


# --- commands ---------------------------------------------------------------------------------------------------------


def is_free(port: int) -> bool:
    """Whether a server could listen on this port of this machine."""
    with socket.socket() as probe:
        if os.name == "posix":  # as servers do it: a port that was just given up counts as free
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def free_port(first: int) -> int:
    """The first free port from `first` on, of a hundred."""
    if not 1 <= first <= 65535:
        raise Problem(f"there is no port {first}: name one from 1 to 65535 with --port.")
    ports = range(first, min(first + 100, 65536))
    port = next((port for port in ports if is_free(port)), None)
    if port is None:
        raise Problem(f"no port from {first} to {ports[-1]} is free: name another with --port.")
    return port


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a browser window can open here."""
    if environment.get("CI"):
        return False
    return not platform.startswith("linux") or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def serve(options: argparse.Namespace) -> int:
    """Build the site, serve it on this machine, rebuild it after each edit."""
    set_up(SITE_LOCK)
    port = free_port(options.port)
    if port != options.port:
        say(f"port {options.port} is taken, so it will be {port}")
    say('building the site; its address is in the line "Serving on ..." that follows. Ctrl-C ends it.')
    window = ["--open"] if options.open and has_display(sys.platform, os.environ) else []
    address = f"127.0.0.1:{port}"
    return run([VENV_PYTHON, "-m", "mkdocs", "serve", "--dev-addr", address, *window])


def build(_: argparse.Namespace) -> int:
    """Build the site into `site/`; after a fault the last good one stays there, as hooks.py sees to."""
    set_up(SITE_LOCK)
    code = run([VENV_PYTHON, "-m", "mkdocs", "build", "--strict"])
    if code == 0:
        say(f"built: open {ROOT / 'site' / 'index.html'}")
    else:
        say("not built: mend what is named above, then run it again")
    return code


def check(_: argparse.Namespace) -> int:
    """Print every fault of the data and of the prose, without building."""
    set_up(SITE_LOCK)
    return run([VENV_PYTHON, "-m", "macros"])


def schema(_: argparse.Namespace) -> int:
    """Write the schemas in `data/schema/` anew from the record models."""
    set_up(SITE_LOCK)
    return run([VENV_PYTHON, "-m", "macros.schema"])


def report(_: argparse.Namespace) -> int:
    """Print how hard each page is to read, and which events the chapters leave untold."""
    set_up(TEST_LOCK)
    return run([VENV_PYTHON, "-m", "tools.report"])


def test(options: argparse.Namespace) -> int:
    """Lint, check types, run the tests; all three, whatever one of them finds."""
    set_up(TEST_LOCK)
    set_up_browser_tools()
    code = 0
    for linter in (["ruff", "check"], ["mypy"]):
        say(f"{linter[0]}:")
        if run([VENV_PYTHON, "-m", *linter]) != 0:
            say(f"{linter[0]} found the faults above, so this run fails; the rest runs all the same")
            code = 1
    say("pytest:")
    return run([VENV_PYTHON, "-m", "pytest", *options.pytest]) or code


def parser() -> argparse.ArgumentParser:
    """The command line."""
    whole = argparse.ArgumentParser(
        prog="dev.py",
        description="Builds, serves and tests this site. The first use of a command sets up what it needs in .venv.",
        epilog="Example: python3 dev.py serve",
    )
    commands = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)

    one = commands.add_parser("serve", help="build the site and show it in the browser; edits appear at once")
    one.add_argument("--port", type=int, default=FIRST_PORT, help="default %(default)s; the next free one if taken")
    one.add_argument("--no-open", dest="open", action="store_false", help="do not open the browser")
    one.set_defaults(command=serve)

    one = commands.add_parser("build", help="build the site into site/, ready to publish or to open from disk")
    one.set_defaults(command=build)

    one = commands.add_parser("check", help="list every fault of data and prose in seconds, without building")
    one.set_defaults(command=check)

    one = commands.add_parser("schema", help="write data/schema/ anew after a change of the record models")
    one.set_defaults(command=schema)

    one = commands.add_parser("report", help="say how hard each page is to read, and which events stay untold")
    one.set_defaults(command=report)

    one = commands.add_parser(
        "test",
        help="run ruff, mypy and pytest",
        usage="dev.py test [PYTEST ARGUMENTS]",
        epilog="All that follows goes to pytest: python3 dev.py test -k names -x",
    )
    one.set_defaults(command=test)
    return whole


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Options of a command line; what follows `test` is kept for pytest. Exits with a usage line if it is wrong."""
    arguments = list(arguments) or ["--help"]
    for_pytest = arguments[1:] if arguments[0] == "test" and arguments[1:2] not in (["-h"], ["--help"]) else []
    options = parser().parse_args(arguments[: len(arguments) - len(for_pytest)])
    options.pytest = for_pytest[1:] if for_pytest[:1] == ["--"] else for_pytest
    return options


def main(arguments: Sequence[str]) -> int:
    """Run one command; its exit code."""
    if sys.version_info < OLDEST_PYTHON:
        raise Problem(old_python_message(sys.version_info[:3], sys.executable, newer_python()))
    options = parse(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    code: int = options.command(options)
    return code


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Problem as problem:
        sys.exit(f"dev.py: {problem}")
    except KeyboardInterrupt:
        sys.exit(130)
