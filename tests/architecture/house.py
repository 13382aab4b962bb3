"""The house as its tests see it: the files of the repository, the apps and their storeys."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.db.models import Model

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "movingcities"
FACTS = ("evidence", "places", "networks", "approaches", "decisions")
# Text that people write; data and generated files have no say in style.
WRITTEN = {".py", ".html", ".css", ".js", ".md", ".toml", ".yaml", ".yml", ".txt", ".sh", ".svg", ".json", ""}


def files() -> Iterator[Path]:
    """Every file of the repository; folders that begin with a dot are tools' own, but for `.ci`."""
    for path in sorted(ROOT.rglob("*")):
        folders = path.relative_to(ROOT).parts[:-1]
        if any(part.startswith(".") and part != ".ci" for part in folders) or "__pycache__" in folders:
            continue
        if path.is_file():
            yield path


def name_of(path: Path) -> str:
    """Path as it is written in the repository."""
    return str(path.relative_to(ROOT))


@cache
def storeys() -> dict[str, int]:
    """{app: number of its storey, 0 is the highest}, as the import contract has them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(contract for contract in contracts if contract.get("exhaustive"))["layers"]
    return {app.strip(): number for number, layer in enumerate(layers) for app in layer.split("|")}


def may_use(app: str, other: str) -> bool:
    """Tell whether an app may know another: itself and the storeys below, not its neighbours."""
    return app == other or storeys()[app] < storeys()[other]


def app_of(module: str) -> str | None:
    """App that a module belongs to; None for code that is not ours."""
    parts = module.split(".")
    return parts[1] if parts[0] == "movingcities" and len(parts) > 1 else None


def foreign_parents(model: type[Model]) -> list[type[Model]]:
    """Classes that a model inherits from and that are not ours (Wagtail's mixins)."""
    return [parent for parent in model.__mro__ if hasattr(parent, "_meta") and not app_of(parent.__module__)]


def is_inherited(model: type[Model], name: str) -> bool:
    """Tell whether a field comes from a class that is not ours, be it with a new related name."""
    return any(
        name in {field.name for field in parent._meta.local_fields} for parent in foreign_parents(model)
    )


def templates() -> list[Path]:
    """Every template of ours."""
    return sorted(PACKAGE.glob("*/templates/**/*.*"))
