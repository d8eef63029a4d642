"""The page on claims names every feature, stance and standing there is."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from onrecord.corroborating.features import FEATURES
from onrecord.record.claim import EntryStance, Revision, Standing

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "corroborating.md").read_text(encoding="utf-8")


def test_every_feature_is_described() -> None:
    assert [name for name in FEATURES if f"`{name}`" not in PAGE] == []


def test_every_stance_standing_and_revision_is_described() -> None:
    words = [*get_args(EntryStance), *get_args(Standing), *get_args(Revision)]
    assert [word for word in words if word not in PAGE] == []
