"""Reliability diagrams as one SVG: for every head, how often it is right when it says it is so sure."""

from __future__ import annotations

from typing import Any

SIDE, GAP, ACROSS = 120, 46, 5


def reliability_svg(found: dict[str, dict[str, Any]]) -> str:
    """Small multiples by head; `found` as `calibrate` returns it. The diagonal is perfect; a dot's area says how many answers it stands for."""
    heads = sorted(found)
    rows = -(-len(heads) // ACROSS)
    width, height = ACROSS * (SIDE + GAP) + GAP, rows * (SIDE + GAP + 8) + GAP
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="system-ui, sans-serif" font-size="10" role="img">',
        "<title>Reliability of each head on held-out dev data: share right against stated confidence</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
    ]
    for i, head in enumerate(heads):
        x, y = GAP + (i % ACROSS) * (SIDE + GAP), GAP + (i // ACROSS) * (SIDE + GAP + 8)
        parts += _panel(head, found[head], x, y)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _panel(head: str, f: dict[str, Any], x: int, y: int) -> list[str]:
    most = max((n for _, _, n in f["bins"]), default=1)
    out = [
        f'<rect x="{x}" y="{y}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#999999"/>',
        f'<path d="M{x} {y + SIDE}L{x + SIDE} {y}" stroke="#bbbbbb" stroke-dasharray="3 3"/>',
        f'<text x="{x}" y="{y - 6}" fill="#111111"><tspan font-weight="600">{head}</tspan> ECE {f["ece"]:.3f} (before {f["raw"]:.3f})</text>',
        f'<text x="{x}" y="{y + SIDE + 11}" fill="#555555">0</text><text x="{x + SIDE}" y="{y + SIDE + 11}" fill="#555555" text-anchor="end">sure 1</text>',
        f'<text x="{x - 4}" y="{y + 8}" fill="#555555" text-anchor="end">1</text><text x="{x - 4}" y="{y + SIDE}" fill="#555555" text-anchor="end">0</text>',
    ]
    points = [(x + c * SIDE, y + (1 - r) * SIDE, n) for c, r, n in f["bins"]]
    out.append(f'<path d="M{"L".join(f"{a:.1f} {b:.1f}" for a, b, _ in points)}" fill="none" stroke="#0b5fa5"/>')
    out += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="{1.5 + 4 * (n / most) ** 0.5:.1f}" fill="#0b5fa5" fill-opacity="0.7"/>' for a, b, n in points]
    return out
