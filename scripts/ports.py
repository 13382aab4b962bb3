"""Ports of this machine."""

import socket

HOST = "127.0.0.1"


def free_port() -> int:
    """Find a port that nothing listens on just now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def claim(port: int) -> None:
    """Listen on the port for a moment; raise the system's OSError if that is not allowed or it is taken."""
    with socket.socket() as probe:
        # Connections of a server that has just ended do not make its port taken.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((HOST, port))
