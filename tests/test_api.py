"""`import onrecord`: light, and all that is public is there."""

from __future__ import annotations

import io
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import onrecord
from onrecord.errors import BinaryError, FetchError, MissingError, UsageError
from onrecord.understanding.weights import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

needs_model = pytest.mark.skipif(not (FOLDER / "model.onnx").exists(), reason="src/onrecord/model is absent")
TEXT = '"We will not sign," Mara Lind, a spokeswoman for the ministry, told reporters in Geneva on Tuesday.\n'


def test_every_public_name_is_there_and_described() -> None:
    for name in onrecord.__all__:
        value = getattr(onrecord, name)
        assert name == "__version__" or value.__doc__
    assert set(onrecord.__all__) <= set(dir(onrecord))
    with pytest.raises(AttributeError, match="nonsense"):
        _ = onrecord.nonsense


def test_import_is_light() -> None:
    line = "import sys; import onrecord; print(*sorted(m for m in sys.modules if '.' not in m))"
    loaded = subprocess.run([sys.executable, "-c", line], capture_output=True, check=True, text=True).stdout.split()
    heavy = {"numpy", "onnxruntime", "tokenizers", "trafilatura", "lxml", "py3langid", "rich", "click", "babel", "httpx2", "msgspec", "rapidfuzz"}
    assert not heavy & set(loaded)


def test_import_takes_less_than_100_ms() -> None:
    line = "import time; start = time.process_time(); import onrecord; print(time.process_time() - start)"
    times = [float(subprocess.run([sys.executable, "-c", line], capture_output=True, check=True, text=True).stdout) for _ in range(3)]
    assert min(times) < 0.1


def test_help_loads_nothing_heavy() -> None:
    line = "import sys; from onrecord.cli.main import run; run(['read', '--help']); print(*(m for m in sys.modules if '.' not in m), file=sys.stderr)"
    loaded = subprocess.run([sys.executable, "-c", line], capture_output=True, check=True, text=True).stderr.split()
    assert not {"numpy", "onnxruntime", "tokenizers", "trafilatura", "rich", "py3langid"} & set(loaded)


def test_what_a_page_needs_is_loaded_for_pages_alone(tmp_path: Path) -> None:
    if not (FOLDER / "model.onnx").exists():
        pytest.skip("src/onrecord/model is absent")
    (tmp_path / "story.txt").write_text(TEXT, encoding="utf-8")
    line = f"import sys; from onrecord.cli.main import run; run(['read', '--json', {str(tmp_path)!r}]); print(*sys.modules, file=sys.stderr)"
    loaded = subprocess.run([sys.executable, "-c", line], capture_output=True, check=True, text=True).stderr.split()
    assert not {"trafilatura", "rich", "httpx2", "babel"} & set(loaded)


@needs_model
def test_read_takes_paths_and_binary_files(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_text(TEXT, encoding="utf-8")
    by_path, by_name = onrecord.read(file), onrecord.read(str(file))
    with file.open("rb") as opened:
        by_file = onrecord.read(opened)
    by_stream = onrecord.read(io.BytesIO(TEXT.encode()))
    assert by_path == by_name == by_file
    assert by_stream.report.origin.location is None
    assert by_stream.statements == by_path.statements
    assert onrecord.read_text(TEXT).statements == by_path.statements
    with pytest.raises(UsageError, match="binary mode"):
        onrecord.read(io.StringIO(TEXT))  # type: ignore[arg-type]
    with pytest.raises(MissingError):
        onrecord.read(tmp_path / "none.txt")
    with pytest.raises(BinaryError):
        onrecord.read(io.BytesIO(b"%PDF-1.7"))


@needs_model
def test_read_text_takes_nothing_for_markup() -> None:
    text = f"<p>{TEXT}</p><p>{TEXT}</p>"
    assert onrecord.read_text(text).report.text == text


@needs_model
def test_an_address_that_answers_nothing_is_an_error() -> None:
    with pytest.raises(FetchError, match=r"no connection|cannot be fetched"):
        onrecord.read("http://127.0.0.1:9/story")


@needs_model
def test_code_pair() -> None:
    text = "Norway sent two patrol ships to Iceland on Tuesday."
    code = onrecord.code_pair(text, actor=(0, 6), recipient=(32, 39))
    assert code.type in code.probabilities
    assert sum(code.probabilities.values()) == pytest.approx(1, abs=1e-4)
    assert max(code.probabilities.values()) == code.probabilities[code.type]
    assert "YIELD" in code.probabilities
    assert not {"CONCEDE", "RETREAT"} & set(code.probabilities)
    assert onrecord.code_pair(text, actor=(0, 6), recipient=None).type in code.probabilities
    with pytest.raises(UsageError, match="within the text"):
        onrecord.code_pair(text, actor=(0, 600))
