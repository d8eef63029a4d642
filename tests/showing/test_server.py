"""`onrecord serve` as a command: where it may be reached, what it says where it cannot be, how it ends."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from onrecord.errors import UsageError
from onrecord.keeping.opening import open_store
from onrecord.showing.accounts import users
from onrecord.showing.demo import samples
from onrecord.showing.server import address, listen
from onrecord.showing.settings import Settings
from tests.showing.serving import served

if TYPE_CHECKING:
    from pathlib import Path


def run(*arguments: str, told: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "onrecord", *arguments], capture_output=True, text=True, timeout=60, check=False, input=told)


def ask(where: str, path: str, **headers: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection(urlsplit(where).netloc, timeout=10)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    try:
        return answer.status, answer.read()
    finally:
        connection.close()


@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_and_ends_when_interrupted(tmp_path: Path, told: signal.Signals) -> None:
    with served("--store", str(tmp_path / "store.sqlite")) as (where, process):
        assert ask(where, "/api/v1/health")[0] == 200
        assert ask(where, "/")[0] == 200
        assert ask(where, "/", host="evil.example")[0] == 421
        process.send_signal(told)
        _, said = process.communicate(timeout=30)
        assert (process.returncode, said) == (0, "The desk is closed.\n")


def test_others_reach_it_only_where_there_are_users(tmp_path: Path) -> None:
    store = str(tmp_path / "store.sqlite")
    refused = run("serve", "--store", store, "--host", "0.0.0.0", "--port", "0")  # noqa: S104
    assert refused.returncode == 2 and "onrecord user add" in refused.stderr
    assert run("user", "add", "ida", "--role", "admin", "--store", store, told="a long enough password\n").returncode == 0
    token = run("user", "token", "ida", "--store", store).stdout.strip()
    with served("--store", store, "--host", "0.0.0.0") as (where, _):  # noqa: S104
        here = where.replace("0.0.0.0", "127.0.0.1")  # noqa: S104
        assert ask(here, "/api/v1/stats")[0] == 401
        status, body = ask(here, "/api/v1/audit", authorization=f"Bearer {token}")
        assert status == 200 and {line["what"] for line in json.loads(body)["items"]} == {"user added", "token"}


def test_users_are_added_listed_and_removed(tmp_path: Path) -> None:
    store = str(tmp_path / "store.sqlite")
    short = run("user", "add", "ida", "--store", store, told="short\n")
    assert short.returncode != 0 and "12 characters" in short.stderr
    for name in ("local", "a b", "-x", "é"):
        assert run("user", "add", "--store", store, "--", name, told="a long enough password\n").returncode != 0
    assert run("user", "add", "ida", "--store", store, told="a long enough password\n").returncode == 0
    again = run("user", "add", "ida", "--store", store, told="a long enough password\n")
    assert again.returncode != 0 and "there is a user" in again.stderr
    token = run("user", "token", "ida", "--store", store).stdout
    assert token.startswith("onr_")
    assert run("user", "list", "--store", store).stdout.split("\t")[:2] == ["ida", "reader"]
    assert "1 tokens revoked" in run("user", "token", "ida", "--revoke", "--store", store).stdout
    assert run("user", "remove", "ida", "--store", store).returncode == 0
    assert run("user", "remove", "ida", "--store", store).returncode == 1
    assert run("user", "list", "--store", store).stdout == ""


def test_port_in_use_is_said(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        refused = run("serve", "--store", str(tmp_path / "store.sqlite"), "--port", str(port))
    assert refused.returncode == 2 and "the port is in use" in refused.stderr and "Traceback" not in refused.stderr


@pytest.mark.parametrize("host", ["nowhere.invalid", "192.0.2.1", "::zz"])
def test_address_that_is_not_this_machines_is_said(host: str) -> None:
    with pytest.raises(UsageError, match=host):
        listen(host, 0)


def test_demo_brings_its_own_store(tmp_path: Path) -> None:
    refused = run("serve", "--demo", "--store", str(tmp_path / "store.sqlite"))
    assert refused.returncode == 2 and "its own store" in refused.stderr


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_demo_that_is_ended_while_it_reads_leaves_nothing(tmp_path: Path, number: signal.Signals) -> None:
    command = [sys.executable, "-u", "-m", "onrecord", "serve", "--demo", "--port", "0"]
    heard = partial(signal.signal, number, signal.SIG_DFL)  # under nohup the signal would be ignored
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ | {"TMPDIR": str(tmp_path)}, preexec_fn=heard) as process:  # noqa: PLW1509  no threads here
        assert process.stderr is not None
        assert "reading the 20 reports" in process.stderr.readline()
        assert len(list(tmp_path.glob("onrecord-demo-*"))) == 1
        process.send_signal(number)
        said = process.communicate(timeout=60)[1]
    assert process.returncode == 130
    assert list(tmp_path.glob("onrecord-demo-*")) == []
    assert "Traceback" not in said


def test_demo_has_both_stories_in_the_order_of_their_days() -> None:
    told = samples()
    assert len(told) == 20
    assert [sample.day for sample in told] == sorted(sample.day for sample in told)
    assert {sample.location.split("/")[1] for sample in told} == {"border", "trawler"}


def test_addresses_as_one_types_them() -> None:
    assert address(Settings(port=80)) == "http://127.0.0.1:80/"
    assert address(Settings(host="::1", port=80)) == "http://[::1]:80/"
    assert address(Settings(hosts=("desk.example",), https=True)) == "https://desk.example/"


def test_passwords_are_verified_in_about_the_same_time(tmp_path: Path) -> None:
    with open_store(tmp_path / "store.sqlite") as store:
        users.add(store.database, "ida", "reviewer", "a long enough password")
        assert users.verified(store.database, "ida", "a long enough password") == "reviewer"
        assert users.verified(store.database, "ida", "another long password") is None
        assert users.verified(store.database, "olav", "a long enough password") is None
        assert users.verified(store.database, "ida", "x" * 100_000) is None
