"""One run of `onrecord read`: every report to its sink, every failure to stderr, and the count that makes the exit status."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.progress import Progress
from onrecord.cli.terminal.words import flat
from onrecord.errors import BinaryError, NotEnglishWarning, WritingError

if TYPE_CHECKING:
    from onrecord.cli.inputs import Input, Inputs
    from onrecord.cli.sinks import Outcome, Sink
    from onrecord.facts.custom import Own
    from onrecord.listing import Lists
    from onrecord.pipeline import Failure


class Run:
    """What is to be read and where it goes.

    `told` are the options of ReadingOptions, `lists` what actors are matched against, `own` types of events beside PLOVER's.
    """

    def __init__(
        self, inputs: Inputs, sink: Sink, *, jobs: int, max_bytes: int, told: dict[str, Any], conllu: bool, lists: Lists | None = None,
        own: Own | None = None,
    ) -> None:
        self._inputs, self._sink, self._conllu, self._lists, self._own = inputs, sink, conllu, lists, own
        self._jobs, self._told = jobs, {**told, "max_bytes": max_bytes}
        self._failed = 0
        self._read: dict[str | None, int] = {}
        self._progress = Progress([report.size for report in inputs.reports])

    def go(self) -> int:
        """Reads everything. Returns the exit status: 0, or 1 where something could not be read or written."""
        for name, reason in self._inputs.unreadable:
            self._fail(name, reason)
        if self._inputs.reports:
            self._read_all()
        for folder in self._inputs.folders:
            if folder not in self._read:
                self._fail(folder, "no reports in it")
        if self._inputs.skipped:
            counts = ", ".join(f"{n} {why}" for why, n in sorted(self._inputs.skipped.items()))
            self._say(f"skipped in folders: {counts}")
        return 1 if self._failed else 0

    def _read_all(self) -> None:
        from onrecord.pipeline import Failure, Reader  # noqa: PLC0415  heavy; bad arguments are told before it loads

        warnings.simplefilter("ignore", NotEnglishWarning)  # said below, once a report, on stderr
        reports = self._inputs.reports
        reader = Reader(threads=1 if self._jobs > 1 and len(reports) > 1 else 2, lists=self._lists or (), ontology=self._own, **self._told)
        self._sink.plan([report.name for report in reports])
        sources = (report.source for report in reports)
        outcomes = reader.parses(sources, jobs=self._jobs) if self._conllu else reader.records(sources, jobs=self._jobs)
        with self._progress:
            for position, (report, outcome) in enumerate(zip(reports, outcomes, strict=True)):
                if isinstance(outcome, Failure):
                    self._failure(report, outcome)
                else:
                    self._put(report, outcome, position)
                self._progress.advance(report.size)

    def _put(self, report: Input, outcome: Outcome, position: int) -> None:
        self._read[report.folder] = self._read.get(report.folder, 0) + 1
        language = outcome.report.language
        if language != "en":
            self._say(f"{report.name}: the language is {language}, not English; nothing was read in it")
        try:
            with self._progress.aside():
                self._sink.put(outcome, position)
        except WritingError as error:
            self._fail(None, str(error))

    def _failure(self, report: Input, failure: Failure) -> None:
        if report.folder is not None and failure.error == BinaryError.__name__:
            self._inputs.skip("neither text nor web pages")
            return
        if report.folder is not None:
            self._read.setdefault(report.folder, 0)
        self._fail(report.name, failure.message)

    def _fail(self, name: str | None, reason: str) -> None:
        self._failed += 1
        self._say(f"{name}: {reason}" if name is not None else reason)

    def _say(self, message: str) -> None:
        with self._progress.aside():
            click.echo(f"onrecord: {flat(message)}", err=True)
