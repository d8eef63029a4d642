"""The repository as its tests look at it: what belongs to it, and who imports whom."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "onrecord"
GENERATED = (SOURCE / "data", SOURCE / "model")


def modules(*folders: str) -> list[Path]:
    """The Python modules below these folders of the repository, sorted."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py") if "__pycache__" not in path.parts)


def texts() -> list[Path]:
    """All files of the repository that people write; what is compiled, the model and binary files are not among them."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout
        paths = [ROOT / name for name in listed.splitlines()]
    except (OSError, subprocess.CalledProcessError):  # no git, as in a released archive
        folders = ("src", "tests", "benchmarks", "resources", "training", "docs", "samples", "cases", ".ci")
        paths = [*ROOT.glob("*.md"), ROOT / "Makefile", ROOT / "pyproject.toml", *(path for folder in folders for path in (ROOT / folder).rglob("*"))]
    endings = {".py", ".md", ".toml", ".csv", ".json", ".txt", ".html", ".yaml", ".yml", ".cfg", ""}
    return sorted(
        path
        for path in paths
        if path.is_file() and path.suffix in endings and "__pycache__" not in path.parts and not any(g in path.parents for g in GENERATED)
    )


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """What a module imports, absolute and with the line it does so in; imports for type checkers alone count too."""
    package = ".".join(path.relative_to(ROOT / "src").with_suffix("").parts[:-1])
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package.split(".")[: len(package.split(".")) - node.level + 1]) if node.level else ""
            name = ".".join(part for part in (base, node.module) if part)
            yield from ((node.lineno, f"{name}.{alias.name}" if name == "onrecord" else name) for alias in node.names)
