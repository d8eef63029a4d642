"""Who may import whom: one report goes one way, and no stage knows what lies to its right."""

from __future__ import annotations

import ast

import pytest

from tests.house.repository import ROOT, SOURCE, imports, modules

LANGUAGE = {"errors", "record"}
KNOWLEDGE = LANGUAGE | {"facts", "ontology"}
MAY_IMPORT = {
    "errors": set(),
    "record": {"errors"},
    "facts": {"errors", "record"},
    "ontology": {"record"},
    "opening": LANGUAGE,
    "reading": LANGUAGE | {"facts"},
    "listing": LANGUAGE | {"facts", "opening"},
    "understanding": LANGUAGE | {"facts", "reading"},
    "recording": KNOWLEDGE | {"reading", "understanding"},
    "corroborating": KNOWLEDGE,
    "keeping": KNOWLEDGE | {"corroborating", "__version__"},
    "exporting": KNOWLEDGE | {"understanding", "corroborating"},
    "pipeline": KNOWLEDGE | {"opening", "reading", "listing", "understanding", "recording", "corroborating", "keeping", "__version__"},
    "showing": KNOWLEDGE | {"opening", "reading", "corroborating", "keeping", "exporting", "pipeline", "__version__"},
    "cli": KNOWLEDGE | {
        "opening", "reading", "listing", "understanding", "recording", "corroborating", "keeping", "exporting", "pipeline", "showing", "__version__",
    },
    "__init__": LANGUAGE | {"opening", "keeping", "pipeline"},
    "__main__": {"cli"},
}
CROSSINGS = [(path, line, name) for path in modules("src") for line, name in imports(path) if name.split(".")[0] == "onrecord"]


def layer_of(path: str) -> str:
    return path.split(".", maxsplit=1)[0]


def test_every_module_stands_in_a_layer() -> None:
    layers = {path.relative_to(SOURCE).parts[0].removesuffix(".py") for path in modules("src")}
    assert layers <= set(MAY_IMPORT)


@pytest.mark.parametrize("layer", sorted(MAY_IMPORT))
def test_layer_knows_only_what_lies_to_its_left(layer: str) -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{line} imports {name}"
        for path, line, name in CROSSINGS
        if path.relative_to(SOURCE).parts[0].removesuffix(".py") == layer and ([*name.split("."), ""])[1] not in MAY_IMPORT[layer] | {layer, ""}
    ]
    assert wrong == []


def test_nothing_of_the_package_imports_tests_benchmarks_or_training() -> None:
    wrong = [
        path
        for path in modules("src")
        for _, name in imports(path)
        if name.split(".")[0] in {"tests", "benchmarks", "training", "onrecord_training", "torch"}
    ]
    assert wrong == []


def test_no_module_is_called_utils() -> None:
    assert [
        path for path in modules("src", "tests", "benchmarks", "training", "resources") if path.stem in {"util", "utils", "helpers", "common", "misc"}
    ] == []


def test_everything_public_says_what_it_is() -> None:
    silent = []
    for path in modules("src"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if ast.get_docstring(tree) is None:
            silent.append(f"{path.relative_to(ROOT)}: the module")
        silent += [
            f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
            for node in tree.body
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_") and ast.get_docstring(node) is None
        ]
    assert silent == []
