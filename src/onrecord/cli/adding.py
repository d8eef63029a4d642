"""One run of `onrecord add`: what is known is left out, records are taken as they are, the rest is read; all goes into the store in order."""

from __future__ import annotations

import warnings
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.progress import Progress
from onrecord.cli.ready import is_records, lines
from onrecord.cli.terminal.words import flat
from onrecord.errors import BinaryError, FullError, KeepingError, NotEnglishWarning, ReadingError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.cli.inputs import Input, Inputs
    from onrecord.keeping.protocol import Added, Filed, Store
    from onrecord.pipeline import Failure, Reader
    from onrecord.record import MadeBy

_COUNTED = ("added", "superseding", "known")


class Adding:
    """What is to be added and where to; `told` are the options of ReadingOptions."""

    def __init__(self, store: Store, inputs: Inputs, *, link: bool, jobs: int, max_bytes: int, told: dict[str, Any]) -> None:
        self._store, self._inputs, self._link, self._jobs = store, inputs, link, jobs
        self._told, self._max_bytes = told, max_bytes
        self._counts: dict[str, int] = {}
        self._held: set[str | None] = set()
        self._reader: Reader | None = None
        self._model: str | None = None
        self._progress = Progress([report.size for report in inputs.reports], verb="added")

    def go(self) -> int:
        """Adds everything. Returns the exit status: 0, or 1 where something could not be read or kept."""
        for name, reason in self._inputs.unreadable:
            self._fail(name, reason)
        try:
            with self._progress:
                for ready, reports in groupby(self._inputs.reports, key=is_records):
                    take = self._records if ready else self._reports
                    take(reports)
        except FullError as error:  # nothing more will fit
            self._fail(None, str(error))
        for folder in self._inputs.folders:
            if folder not in self._held and not self._counts.get("failed"):
                self._fail(folder, "no reports in it")
        self._sum_up()
        return 1 if self._counts.get("failed") else 0

    def _records(self, files: Iterable[Input]) -> None:
        """Files of records: each line is a report that is ready to be kept."""
        for file in files:
            self._held.add(file.folder)
            for added in self._store.add_all(lines(file, self._fail), link=self._link):
                self._tell(file.name, added)
            self._progress.advance(file.size)

    def _reports(self, reports: Iterable[Input]) -> None:
        """Reports that are read, but for those that the store has."""
        asked: list[Input] = []

        def sources() -> Iterator[Any]:
            for report in self._unknown(reports):
                asked.append(report)
                yield report.source

        from onrecord.pipeline import Failure  # noqa: PLC0415  heavy

        warnings.simplefilter("ignore", NotEnglishWarning)  # said below, once a report, on stderr
        for outcome in self._files(sources()):
            report = asked.pop(0)
            self._failed(report, outcome) if isinstance(outcome, Failure) else self._keep(report, outcome)
            self._progress.advance(report.size)

    def _files(self, sources: Iterator[Any]) -> Iterator[Filed | Failure]:
        """What the reader makes of the sources; it is loaded when the first is to be read."""
        first = next(sources, None)
        if first is None:
            return
        if self._reader is None:
            from onrecord.pipeline import Reader  # noqa: PLC0415  heavy

            many = self._jobs > 1 and len(self._inputs.reports) > 1
            self._reader = Reader(threads=1 if many else 2, max_bytes=self._max_bytes, **self._told)
        from itertools import chain  # noqa: PLC0415

        yield from self._reader.files(chain([first], sources), jobs=self._jobs)

    def _keep(self, report: Input, filed: Filed) -> None:
        self._held.add(report.folder)
        language = filed.record.report.language
        if language != "en":
            self._say(f"{report.name}: the language is {language}, not English; nothing was read in it")
        try:
            self._tell(report.name, self._store.add(filed, link=self._link))
        except FullError:
            raise
        except KeepingError as error:
            self._fail(report.name, str(error))

    def _unknown(self, reports: Iterable[Input]) -> Iterator[Input]:
        """Those of the reports that the store does not have from this place, with these bytes, as this model reads them."""
        for report in reports:
            if self._is_known(report):
                self._held.add(report.folder)
                self._count("known")
                self._progress.advance(report.size)
            else:
                yield report

    def _is_known(self, report: Input) -> bool:
        import hashlib  # noqa: PLC0415

        from onrecord.opening import is_web, open_source  # noqa: PLC0415

        if not isinstance(report.source, str) or is_web(report.source):
            return False  # it can be had once only
        try:
            opened = open_source(report.source, max_bytes=self._max_bytes)
        except ReadingError:
            return False  # reading it says what is wrong
        made = self._store.known(hashlib.sha256(opened.data).hexdigest(), opened.location)
        return any(self._is_ours(each) for each in made)

    def _is_ours(self, made_by: MadeBy) -> bool:
        """Whether this run would make the same record: by this model, with these options."""
        if self._model is None:
            from onrecord.understanding.weights import read_manifest  # noqa: PLC0415

            self._model = read_manifest().sha256
        told = {**self._told, "lists": []}
        return made_by.model is not None and made_by.model.sha256 == self._model and made_by.options == told

    def _failed(self, report: Input, failure: Failure) -> None:
        self._held.add(report.folder)
        if report.folder is not None and failure.error == BinaryError.__name__:
            self._inputs.skip("neither text nor web pages")
            return
        self._fail(report.name, failure.message)

    def _tell(self, name: str, added: Added) -> None:
        self._count(added.outcome)
        if added.supersedes:
            with self._progress.aside():
                click.echo(f"{flat(name)}: {added.id[:12]} supersedes {', '.join(id_[:12] for id_ in added.supersedes)}")

    def _count(self, what: str) -> None:
        self._counts[what] = self._counts.get(what, 0) + 1

    def _sum_up(self) -> None:
        if self._inputs.skipped:
            self._say(f"skipped in folders: {', '.join(f'{n} {why}' for why, n in sorted(self._inputs.skipped.items()))}")
        new = self._counts.get("added", 0) + self._counts.get("superseding", 0)
        click.echo(f"added {new}, known before {self._counts.get('known', 0)}, failed {self._counts.get('failed', 0)}")

    def _fail(self, name: str | None, reason: str) -> None:
        self._count("failed")
        self._say(f"{name}: {reason}" if name is not None else reason)

    def _say(self, message: str) -> None:
        with self._progress.aside():
            click.echo(f"onrecord: {flat(message)}", err=True)
