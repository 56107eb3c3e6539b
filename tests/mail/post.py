"""A real mail server on loopback, which behaves as it is told."""

from __future__ import annotations

import asyncio
import email
import socket
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


class PostOffice:
    """Keeps what it is given. `refuses` says with which answer it turns a recipient away; `delay` how slow it is."""

    def __init__(self) -> None:
        self.port = free_port()
        self.raw: list[bytes] = []
        self.to: list[str] = []
        self.refuses: dict[str, str] = {}
        self.delay = 0.0
        self.sessions = 0
        self.while_taking: Any = None
        self._controller: Controller | None = None

    def open(self, **how: Any) -> None:
        """`how` is what the server asks for: `tls_context`, `ssl_context`, `authenticator` …"""
        if self._controller is None:
            self._controller = Controller(self, hostname="127.0.0.1", port=self.port, ready_timeout=10, **how)
            self._controller.start()
            self.sessions = 0  # starting looks whether the door is open

    def close(self) -> None:
        if self._controller is not None:
            self._controller.stop()
            self._controller = None

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        self.sessions += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.raw.append(envelope.original_content)
        self.to += envelope.rcpt_tos
        if self.while_taking is not None:
            self.while_taking()
        await asyncio.sleep(self.delay)
        return "250 OK"

    @property
    def letters(self) -> list[EmailMessage]:
        return [email.message_from_bytes(raw, policy=default) for raw in self.raw]


def text_of(letter: EmailMessage) -> str:
    return letter.get_body(("plain",)).get_content()


def html_of(letter: EmailMessage) -> str:
    return letter.get_body(("html",)).get_content()


def whole(letter: EmailMessage) -> str:
    """Everything that a letter says anywhere, decoded."""
    return "\n".join([*map(str, letter.values()), text_of(letter), html_of(letter)])
