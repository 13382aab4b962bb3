"""The places of a view, counted once in all directions: what facets, sentence and paging read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass

from django.db.models import Case, CharField, Count, Q, Sum, Value, When

from movingcities.explorer.filters import Has, PlaceFilter, Size

# What a cell knows; the rest of a filter is applied by the database.
DIMENSIONS = frozenset({"countries", "kinds", "sizes", "has"})


@dataclass(frozen=True, slots=True)
class Cell:
    """Places that are alike in country, kind, size and what is known of them."""

    country: str
    kind: str
    size: str
    has: frozenset[str]
    count: int
    decision_count: int
    without_position: int


@dataclass(frozen=True, slots=True)
class PlaceCounts:
    """All cells of a view before its countries, kinds, sizes and `has` are applied."""

    view: PlaceFilter
    cells: tuple[Cell, ...]

    def selected(self, *, leaving_out: Collection[str] = ()) -> list[Cell]:
        """The cells that are asked for; `leaving_out` names dimensions that are not applied."""
        view = self.view
        return [
            cell
            for cell in self.cells
            if ("countries" in leaving_out or not view.countries or cell.country in view.countries)
            and ("kinds" in leaving_out or not view.kinds or cell.kind in view.kinds)
            and ("sizes" in leaving_out or not view.sizes or cell.size in view.sizes)
            and ("has" in leaving_out or cell.has.issuperset(view.has))
        ]

    @property
    def total(self) -> int:
        """How many places the view holds."""
        return sum(cell.count for cell in self.selected())

    def by(self, value_of: Callable[[Cell], str], *, leaving_out: str = "") -> Counter[str]:
        """How many places there are of each value; one dimension may be left out of the filter."""
        counts: Counter[str] = Counter()
        for cell in self.selected(leaving_out={leaving_out}):
            counts[value_of(cell)] += cell.count
        return counts

    def having(self) -> Counter[str]:
        """How many places would be left if this, too, had to be known of them."""
        counts: Counter[str] = Counter()
        for cell in self.selected():
            for thing in cell.has:
                counts[thing] += cell.count
        return counts


def count_places(view: PlaceFilter) -> PlaceCounts:
    """Count the places of a view; one query."""
    size_of = Case(
        *(When(size.condition, then=Value(size.value)) for size in Size),
        default=Value(""),
        output_field=CharField(),
    )
    known = {
        f"has_{thing.value}": Case(When(thing.condition, then=Value(1)), default=Value(0)) for thing in Has
    }
    rows = (
        view.queryset(leaving_out=DIMENSIONS)
        .annotate(size=size_of, **known)
        .values("country_id", "kind", "size", *known)
        .annotate(
            count=Count("pk"),
            decisions=Sum("decision_count"),
            without_position=Count("pk", filter=Q(easting__isnull=True)),
        )
        .order_by()
    )
    return PlaceCounts(
        view,
        tuple(
            Cell(
                row["country_id"],
                row["kind"],
                row["size"],
                frozenset(thing.value for thing in Has if row[f"has_{thing.value}"]),
                row["count"],
                row["decisions"],
                row["without_position"],
            )
            for row in rows
        ),
    )
