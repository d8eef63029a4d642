"""Running the command in this process, with one encoder for all runs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pytest

from onrecord.cli.main import run
from onrecord.understanding.encoder import Encoder
from onrecord.understanding.weights import FOLDER

LOAD = Encoder.load


@cache
def loaded() -> Encoder:
    """The encoder of all tests."""
    return LOAD()


@dataclass(frozen=True)
class Ran:
    """What a run left behind."""

    status: int
    out: str
    err: str


Command = Callable[..., Ran]


@pytest.fixture
def command(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, recwarn: pytest.WarningsRecorder) -> Command:
    """Runs `onrecord` with arguments; skips where the model is absent."""
    if not (FOLDER / "model.onnx").exists():
        pytest.skip("src/onrecord/model is absent")
    monkeypatch.setattr(Encoder, "load", classmethod(lambda _cls, _folder=None, **_options: loaded()))

    def ran(*arguments: object) -> Ran:
        status = run([str(argument) for argument in arguments])
        captured = capfd.readouterr()
        return Ran(status, captured.out, captured.err)

    return ran
