"""`python -m resources [OUT]`: compiles every table into the package (or into OUT), one script in tables/ a compiled file."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent / "src" / "onrecord" / "data"


def compile_all(out: Path) -> list[str]:
    """Runs every script of tables/ with `out`; the names of the scripts, sorted."""
    names = sorted(path.stem for path in (HERE / "tables").glob("*.py"))
    for name in names:
        compile_one(name, out)
    return names


def compile_one(name: str, out: Path) -> None:
    """Runs one script of tables/, which writes its compiled file or files into `out`."""
    spec = importlib.util.spec_from_file_location(f"resources_{name}", HERE / "tables" / f"{name}.py")
    if spec is None or spec.loader is None:
        message = f"there is no script for {name}"
        raise LookupError(message)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    module.compile(HERE, out)


if __name__ == "__main__":
    for compiled in compile_all(Path(sys.argv[1]) if len(sys.argv) > 1 else PACKAGE):
        print(compiled)
