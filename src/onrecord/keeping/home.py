"""Where a user's store lies if nothing else is said: ONRECORD_STORE, else the user's config, else the user's data folder."""

from __future__ import annotations

import os
import sys
import tomllib
from pathlib import Path

from onrecord.errors import UsageError

VARIABLE = "ONRECORD_STORE"


def default_store() -> str:
    """The URL or path of the store to be used. Raises UsageError where the config file cannot be understood."""
    told = os.environ.get(VARIABLE) or _configured()
    return told or str(data_folder() / "onrecord.sqlite")


def config_file() -> Path:
    """The file in which a user may name the store: `store = "…"`."""
    return _folder("XDG_CONFIG_HOME", ".config", "APPDATA") / "config.toml"


def data_folder() -> Path:
    """The folder in which the store lies otherwise."""
    return _folder("XDG_DATA_HOME", ".local/share", "LOCALAPPDATA")


def _folder(variable: str, below_home: str, on_windows: str) -> Path:
    """A folder of Onrecord's own: as the XDG base directories say, on macOS in Application Support, on Windows in AppData."""
    if sys.platform == "win32":
        return Path(os.environ.get(on_windows) or Path.home() / "AppData") / "onrecord"
    told = os.environ.get(variable)
    if told and Path(told).is_absolute():
        return Path(told) / "onrecord"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "onrecord"
    return Path.home() / below_home / "onrecord"


def _configured() -> str | None:
    file = config_file()
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8")).get("store")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = f"{file}: it cannot be read: {error}"
        raise UsageError(message) from None
    if told is not None and not isinstance(told, str):
        message = f'{file}: store must be a path or a URL in quotation marks, as store = "reports.sqlite"'
        raise UsageError(message)
    return str(Path(told).expanduser()) if told and "://" not in told else told
