"""The table of what is measured: name, what it runs, whether it is a floor or a ceiling, in how many parts it may be drawn."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.cases import TABLE, cases
from benchmarks.clauses import TABLE as TABLE_OF_CLAUSES
from benchmarks.clauses import clauses
from benchmarks.coreference import coreference
from benchmarks.corpora import DATA, SHARED
from benchmarks.dates import dates
from benchmarks.drawn import drawn
from benchmarks.erst import clauses as attributed_clauses
from benchmarks.factuality import factuality
from benchmarks.gold import HALF_B
from benchmarks.held import held
from benchmarks.labelled import event_rate, labels
from benchmarks.ledgers import STORIES, ledgers
from benchmarks.measure import Figure, Outcome, figure
from benchmarks.naming import naming
from benchmarks.parsing import parsing
from benchmarks.places import toponyms
from benchmarks.polnear import attributions, parts
from benchmarks.roles import roles
from benchmarks.times import times

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@dataclass(frozen=True)
class Task:
    """One pass over one corpus, which gives one or more figures. `needs` is what must lie under ../shared."""

    name: str
    run: Callable[[], Iterator[Outcome]]
    needs: Path
    errors: tuple[str, ...]


TASKS = [
    Task("cases", cases, TABLE, ("cases",)),
    Task("clauses", clauses, TABLE_OF_CLAUSES, ("clauses",)),
    Task("drawn", drawn, DATA / "wikinews", ("drawn",)),
    Task("ledgers", ledgers, STORIES, ("ledgers",)),
    Task("labels", labels, SHARED / "gold/score.py", ("statements", "speakers", "events")),
    Task("half_b", partial(labels, "half_b", HALF_B), SHARED / "gold/score.py", ("half_b.statements", "half_b.speakers", "half_b.events")),
    Task("held", held, DATA / "worldwide/raw_train", ("held.statements", "held.speakers", "held.acts", "held.events")),
    Task("polnear.statements", partial(attributions, "statements"), DATA / "polnear/dev", ("polnear",)),
    Task("polnear.marks", partial(attributions, "marks"), DATA / "polnear/dev", ("marks",)),
    Task("polnear.parts", parts, DATA / "polnear/dev", ()),
    Task("names", naming, DATA / "worldwide/dev", ("names",)),
    Task("gum", partial(parsing, "gum"), DATA / "gum/dev", ("parse",)),
    Task("ewt", partial(parsing, "ewt"), DATA / "ewt", ("parse",)),
    Task("roles", roles, DATA / "propbank_ewt", ("roles",)),
    Task("coref", coreference, DATA / "gum/dev", ("coref",)),
    Task("erst", attributed_clauses, DATA / "gum/dev", ("erst",)),
    Task("sure", factuality, DATA / "factuality", ("sure",)),
    Task("times", times, DATA / "timex/TimeBank", ("times",)),
    Task("dates", dates, DATA / "gum/dev", ("dates",)),
    Task("places.gwn", partial(toponyms, "GWN"), DATA / "toponyms", ("places",)),
    Task("places.virus", partial(toponyms, "GeoVirus"), DATA / "toponyms", ("places",)),
    Task("nonpolitical", event_rate, DATA / "wikinews", ("nonpolitical",)),
]
CEILINGS = {"nonpolitical", "labels.unknown", "half_b.unknown"}


def outcomes(tasks: list[Task]) -> dict[str, list[Outcome]]:
    """Runs the tasks; outcomes by figure. Raises FileNotFoundError where the data is absent."""
    out: dict[str, list[Outcome]] = defaultdict(list)
    for task in tasks:
        if not task.needs.exists():
            raise FileNotFoundError(task.needs)
        for outcome in task.run():
            out[outcome.figure].append(outcome)
    return out


def figures(found: dict[str, list[Outcome]]) -> dict[str, Figure]:
    """Every figure with its interval. What is no F1 is a rate: `right` per 100 `found`, drawn in the same way."""
    return {name: figure(rows if name not in CEILINGS else [_as_rate(o) for o in rows]) for name, rows in found.items()}


def _as_rate(o: Outcome) -> Outcome:
    """An outcome whose F1 is right / found: as if as many had been wanted as were found."""
    return Outcome(o.figure, o.document, o.right, o.found, o.found)
