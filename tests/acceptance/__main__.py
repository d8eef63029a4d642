"""`python -m tests.acceptance [variant …]`: every check on every variant, failures in words, a table at the end."""

from __future__ import annotations

import sys

from tests.acceptance.checks import CHECKS
from tests.acceptance.reading import CAST, record_for


def main(keys: list[str]) -> int:
    """Prints what fails; exit status 1 where anything does."""
    table: dict[str, list[int]] = {}
    for key in keys:
        record, variant = record_for(key)
        for name, check in CHECKS.items():
            try:
                failed = check(record, variant)
            except LookupError as error:
                failed = [f"words not found: {error}"]
            table.setdefault(key, []).append(len(failed))
            for point in failed:
                print(f"{key} · {name} · {point}")
    print(f"{'':24}" + " ".join(f"{name:>10}" for name in CHECKS))
    for key, counts in table.items():
        print(f"{key:24}" + " ".join(f"{count or '.':>10}" for count in counts))
    return int(any(sum(counts) for counts in table.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(CAST)))
