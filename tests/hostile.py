"""Sends hostile requests to the server of Try in browser, and prints every answer but refusals.

`python -m tests.hostile ADDRESS COUNT` makes them from another process than the server's.
"""

import secrets
import socket
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial

from tests.try_client import GET, HOST, SOON, Served, answer, place, request, status

ATTACKERS = 16  # at once
REFUSALS = {"", "400", "403", "404", "405", "421", "431", "505"}


@dataclass(frozen=True, slots=True)
class Target:
    """The page of a program in another process."""

    address: str


def hostile(server: Served, number: int) -> bytes:
    """Return a different request for each number."""
    noise = secrets.token_bytes(number + 1)
    kinds = (
        request(server, f"GET /{noise.hex()} HTTP/1.1", HOST),
        request(server, f"M{number} {{path}} HTTP/1.1", HOST),
        request(server, f"GET {'/..' * number}{{path}} HTTP/1.1", HOST),
        request(server, GET, HOST, f"A: {'b' * 40 * number}", "Origin: null"),
        request(server, GET, *[f"H{each}: {number}" for each in range(number)]),
        request(server, GET, f"Host: {number}.example"),
        noise + b"\r\n\r\n",
        noise * 100,
        request(server, GET, HOST)[: number % 60],
        b"",
    )
    return kinds[number % len(kinds)]


def attack(server: Served, count: int) -> list[str]:
    """Return all answers but refusals, while a hundred slow connections are open."""
    with ExitStack() as held, ThreadPoolExecutor(ATTACKERS) as pool:
        for _ in range(100):
            slow = held.enter_context(socket.create_connection(place(server), SOON))
            slow.sendall(request(server, GET, HOST)[:-1])
        answers = pool.map(partial(_try, server), range(count))
        return [each for each in answers if status(each) not in REFUSALS]


def _try(server: Served, number: int) -> str:
    return answer(server, hostile(server, number), is_all=True)


if __name__ == "__main__":
    sys.stdout.writelines(attack(Target(sys.argv[1]), int(sys.argv[2])))
