"""What somebody asks a list for: read from an address, written back to it, turned into a queryset."""

from movingcities.explorer.filters.address import Condition, Filter
from movingcities.explorer.filters.approaches import ApproachFilter
from movingcities.explorer.filters.area import Area
from movingcities.explorer.filters.choices import (
    ApproachSort,
    DecisionSort,
    Has,
    NetworkSort,
    PlaceSort,
    Scope,
    Size,
)
from movingcities.explorer.filters.decisions import DecisionFilter
from movingcities.explorer.filters.networks import NetworkFilter
from movingcities.explorer.filters.parsing import Problem, Reason
from movingcities.explorer.filters.places import PlaceFilter

__all__ = [
    "ApproachFilter",
    "ApproachSort",
    "Area",
    "Condition",
    "DecisionFilter",
    "DecisionSort",
    "Filter",
    "Has",
    "NetworkFilter",
    "NetworkSort",
    "PlaceFilter",
    "PlaceSort",
    "Problem",
    "Reason",
    "Scope",
    "Size",
]
