"""What every test may rely on: a closed network, a fixed clock, tasks that run at once."""

import datetime
import socket

import pytest
from django.conf import settings
from django.utils import timezone
from pytest_socket import SocketConnectBlockedError


def test_network_is_closed():
    with pytest.raises(SocketConnectBlockedError):
        # An address that is set aside for documentation: nobody answers if the gate should fail.
        socket.create_connection(("192.0.2.1", 80), timeout=1)


def test_clock_can_be_fixed(time_machine):
    noon = datetime.datetime(2026, 9, 1, 12, tzinfo=datetime.UTC)

    time_machine.move_to(noon, tick=False)

    assert timezone.now() == noon


def test_tasks_run_where_they_are_enqueued():
    assert settings.TASKS["default"]["BACKEND"].endswith("ImmediateBackend")


@pytest.mark.django_db
def test_database_is_migrated_and_empty():
    from movingcities.places.models import Place

    assert not Place.objects.exists()
