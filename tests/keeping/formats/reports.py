"""The reports in the stores of each format."""

from __future__ import annotations

from tests.keeping.written import written

REPORTS = [
    written("Boats leave harbour before dawn", "Anna Berg said the boats had left on Monday. The wind was weak and the sea calm as thirty vessels made for the banks."),
    written(
        "Boats leave harbour before dawn",
        "Anna Berg said the boats had left on Monday. The wind was weak and the sea calm as thirty vessels made for the banks. All came back.",
        published="2031-03-04T16:00+00:00",
    ),
    written("Rents double in old town", "Carla Vik said that rents had doubled.", outlet="The Courier", location="https://courier.example/1"),
]
