"""How it is timed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter, process_time

from django.db import connection

from benchmarks.cases import Case
from movingcities.places.models import Place

WARM_UP = 3


@dataclass(frozen=True, slots=True)
class Timing:
    """How long a case took, in milliseconds by the wall clock and of the processor, and its queries."""

    case: Case
    p50: float
    p95: float
    processor_p95: float
    queries: int

    def is_too_slow(self, *, by_processor: bool) -> bool:
        """Whether more than one in twenty took longer than the bound."""
        return (self.processor_p95 if by_processor else self.p95) > self.case.bound


def time_cases(cases: Sequence[Case], *, rounds: int) -> list[Timing]:
    """Time every case once a round, so that a slow minute of the machine touches all alike."""
    queries = [_count_queries(case.run) for case in cases]
    for case in cases:
        for _ in range(WARM_UP - 1):
            case.run()
    durations: list[list[float]] = [[] for _ in cases]
    of_processor: list[list[float]] = [[] for _ in cases]
    for _ in range(max(2, rounds)):
        for case, taken, worked in zip(cases, durations, of_processor, strict=True):
            started, began = perf_counter(), process_time()
            case.run()
            taken.append((perf_counter() - started) * 1000)
            worked.append((process_time() - began) * 1000)
    return [
        Timing(case, median(taken), _p95(taken), _p95(worked), count)
        for case, taken, worked, count in zip(cases, durations, of_processor, queries, strict=True)
    ]


def _p95(durations: Sequence[float]) -> float:
    return quantiles(durations, n=20, method="inclusive")[-1]


def report(timings: Sequence[Timing], *, by_processor: bool) -> str:
    """A table for people; a star marks what is slower than its bound."""
    load = " ".join(f"{number:.1f}" for number in os.getloadavg())
    lines = [
        f"{connection.vendor}, {Place.objects.count():,} places; load of the machine {load}",
        f"{'':2}{'p50':>8} {'p95':>8} {'p95 cpu':>8} {'bound':>6} {'queries':>8}",
    ]
    group = ""
    for timing in timings:
        case = timing.case
        if case.group != group:
            group = case.group
            lines.append(group)
        mark = "*" if timing.is_too_slow(by_processor=by_processor) else ""
        lines.append(
            f"{mark:2}{timing.p50:8.1f} {timing.p95:8.1f} {timing.processor_p95:8.1f} {case.bound:6.0f} "
            f"{timing.queries:8}  {case.name}"
        )
    return "\n".join(lines) + "\n"


def _count_queries(run: Callable[[], object]) -> int:
    with _counted() as statements:
        run()
    return len(statements)


@contextmanager
def _counted() -> Iterator[list[str]]:
    statements: list[str] = []

    def count(execute, sql, params, many, context):  # type: ignore[no-untyped-def]
        statements.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        yield statements
