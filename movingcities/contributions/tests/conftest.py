import io
from datetime import UTC, datetime

import pytest

from movingcities.contributions.actions import load_starter_data
from movingcities.contributions.starter.progress import Progress
from movingcities.contributions.tests.tiny_dataset import TinyDataset

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


@pytest.fixture
def dataset(tmp_path):
    return TinyDataset(tmp_path / "data")


@pytest.fixture
def load(dataset):
    """Load the dataset as it lies there now; answers {what is counted: Tally}."""

    def run(**options):
        loaded = load_starter_data(
            data=dataset.path, at=NOW, progress=Progress(io.StringIO()), **{"with_search": False, **options}
        )
        return {tally.label: tally for tally in loaded.tallies}

    return run
