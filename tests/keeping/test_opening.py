"""Opening a store: by a path, a URL, or where the user keeps it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import onrecord
from onrecord.errors import KeepingError, UsageError
from onrecord.keeping import home
from onrecord.keeping.opening import open_store

if TYPE_CHECKING:
    from onrecord.keeping.protocol import Filed

ROOT = Path(__file__).resolve().parents[2]


def test_a_path_is_an_sqlite_file_whose_folder_is_made(tmp_path: Path, invented: list[Filed]) -> None:
    with onrecord.open_store(tmp_path / "new" / "store") as store:
        store.add(invented[0])
    assert (tmp_path / "new" / "store").read_bytes().startswith(b"SQLite format 3")
    with onrecord.open_store(f"sqlite:///{tmp_path}/new/store") as store:
        assert store.stats().reports == 1


def test_a_store_that_is_not_there_is_not_made_unasked(tmp_path: Path) -> None:
    for how in ({"create": False}, {"read_only": True}):
        with pytest.raises(KeepingError, match="there is no store"):
            open_store(tmp_path / "none.sqlite", **how)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", ["mysql://a:secret@b/c", "sqlite://", "postgresql:/nothing", "", "oracle://x", "a\x00b", "://"])
def test_what_cannot_be_meant_is_wrong_usage(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    if url == "postgresql:/nothing":  # a strange name of a file, but one
        open_store(f"{tmp_path}/{url.replace('/', '-')}").close()
        return
    with pytest.raises(UsageError) as wrong:
        open_store(url)
    assert "secret" not in str(wrong.value)


def test_the_default_is_told_by_the_environment_the_config_and_the_users_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", home.VARIABLE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", classmethod(lambda _: tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    assert home.default_store() == str(tmp_path / ".local/share/onrecord/onrecord.sqlite")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert home.default_store() == str(tmp_path / "Library/Application Support/onrecord/onrecord.sqlite")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    assert home.default_store() == str(tmp_path / "Local/onrecord/onrecord.sqlite")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert home.default_store() == str(tmp_path / "data/onrecord/onrecord.sqlite")
    config = tmp_path / ".config/onrecord/config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('store = "postgresql://desk@server/reports"\n')
    assert home.default_store() == "postgresql://desk@server/reports"
    monkeypatch.setenv(home.VARIABLE, "here.sqlite")
    assert home.default_store() == "here.sqlite"


@pytest.mark.parametrize("config", ["store = 3\n", "store\n", "store = 'a\n"])
def test_a_config_that_cannot_be_understood_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, config: str) -> None:
    monkeypatch.delenv(home.VARIABLE, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    (tmp_path / "onrecord").mkdir()
    (tmp_path / "onrecord/config.toml").write_text(config)
    with pytest.raises(UsageError, match=r"config\.toml"):
        home.default_store()


def test_a_copied_file_is_a_store(file: Path, tmp_path: Path) -> None:
    shutil.copy(file, tmp_path / "copy.sqlite")
    with open_store(tmp_path / "copy.sqlite", create=False) as store:
        assert store.stats().reports == 10
