"""A connection to a message bus, for calls and signals."""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from typing import cast

from jeepney import MatchRule, message_bus, new_method_call
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import unwrap_msg

TIMEOUT = 60.0  # seconds


class Bus:
    """A connection that collects the signals it subscribed to."""

    def __init__(self, address: str) -> None:
        self._connection = open_dbus_connection(address)
        self._signals: deque[object] = deque()

    def close(self) -> None:
        self._connection.close()

    def call(
        self, address: object, member: str, signature: str, body: tuple[object, ...]
    ) -> list[object]:
        message = new_method_call(address, member, signature or None, body)
        return list(unwrap_msg(self._connection.send_and_get_reply(message, timeout=TIMEOUT)))

    def listen(self, interface: str, member: str) -> None:
        rule = MatchRule(type="signal", interface=interface, member=member)
        self._connection.filter(rule, queue=self._signals)
        unwrap_msg(self._connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=TIMEOUT))

    def heard(self) -> list[tuple[object, ...]]:
        with suppress(TimeoutError):
            while True:
                self._connection.recv_messages(timeout=0)
        return [cast("tuple[object, ...]", unwrap_msg(signal)) for signal in self._signals]
