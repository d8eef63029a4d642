"""PLOVER 2.0 and its crosswalk to CAMEO, as data with few functions; imports nothing but the record."""

from __future__ import annotations

from onrecord.ontology.cameo import Code, back, cameo, of_cameo
from onrecord.ontology.contexts import contexts
from onrecord.ontology.plover import CODEBOOK, is_mode, modes, of_type, types
from onrecord.ontology.reduction import reduce, reduce_mode

__all__ = ["CODEBOOK", "Code", "back", "cameo", "contexts", "is_mode", "modes", "of_cameo", "of_type", "reduce", "reduce_mode", "types"]
