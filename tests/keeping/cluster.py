"""A PostgreSQL server of the tests' own: made in a temporary folder, on a unix socket, as an unprivileged user, and stopped with the tests."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

NEEDED = "ONRECORD_NEEDS_POSTGRES"
USERS = ("postgres", "nobody")


def binaries() -> Path | None:
    """The folder of the server's programs; null where they are not installed."""
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = shutil.which("postgres")
    return next((place for place in [*places, *([Path(found).parent] if found else [])] if (place / "initdb").exists()), None)


class Cluster:
    """The server; it runs until `stop`."""

    def __init__(self, programs: Path) -> None:
        self._programs = programs
        self.folder = Path(tempfile.mkdtemp(prefix="onrecord-pg-"))
        self._as = _unprivileged()
        data = self.folder / "data"
        data.mkdir()
        if self._as is not None:
            for path in (self.folder, data):
                os.chown(path, *self._as)
        self._count = 0
        self._run("initdb", "-D", str(data), "-U", "onrecord", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        settings = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=", f"unix_socket_directories={self.folder}")
        command = [str(programs / "postgres"), "-D", str(data), *(part for setting in settings for part in ("-c", setting))]
        with (self.folder / "log").open("wb") as log:
            self._server = subprocess.Popen(command, stdout=log, stderr=log, **self._how())  # type: ignore[call-overload]
        self._wait()

    def url(self, name: str = "postgres") -> str:
        """The address of a database of the server."""
        return f"postgresql://onrecord@/{name}?host={quote(str(self.folder))}"

    def new(self) -> str:
        """The address of a new, empty schema: a store of its own, much faster made than a database."""
        self._count += 1
        self.execute(f"CREATE SCHEMA store{self._count}")
        return f"{self.url()}&options=-csearch_path%3Dstore{self._count}"

    def execute(self, statement: str) -> None:
        """Runs a statement on the server itself."""
        import psycopg

        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(statement.encode())

    def stop(self) -> None:
        """Ends the server and removes what it had."""
        self._server.send_signal(signal.SIGINT)  # fast: connections are ended
        try:
            self._server.wait(20)
        except subprocess.TimeoutExpired:
            self._server.kill()
            self._server.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _wait(self) -> None:
        import psycopg

        for _ in range(200):
            try:
                psycopg.connect(self.url()).close()
            except psycopg.OperationalError:
                if self._server.poll() is not None:
                    break
                time.sleep(0.1)
            else:
                return
        message = f"the server did not start: {(self.folder / 'log').read_text(errors='replace')[-2000:]}"
        raise RuntimeError(message)

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run([str(self._programs / program), *arguments], capture_output=True, text=True, check=False, **self._how())
        if done.returncode:
            message = f"{program}: {done.stderr or done.stdout}"
            raise RuntimeError(message)

    def _how(self) -> dict[str, object]:
        """As whom, and where, the server's programs run."""
        how: dict[str, object] = {"cwd": self.folder}
        if self._as is not None:
            how |= {"user": self._as[0], "group": self._as[1], "extra_groups": []}
        return how


def _unprivileged() -> tuple[int, int] | None:
    """User and group for the server where the tests run as root, as whom it does not start."""
    if sys.platform == "win32" or os.getuid() != 0:
        return None
    for name in USERS:
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        return user.pw_uid, user.pw_gid
    message = f"no user {' or '.join(USERS)}, and PostgreSQL does not run as root"
    raise RuntimeError(message)
