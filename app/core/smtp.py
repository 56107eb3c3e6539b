"""Handing mail to the mail server, and what it means when that fails."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from email.errors import MessageError
from email.headerregistry import Address, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, Policy
from typing import Any
from urllib.parse import urlsplit

from flask import current_app

from app.core.clock import now

# After the last line of a mail has gone out, hanging up early may have it delivered and sent again: wait longer there.
PATIENCE_AT_THE_END = 6


class NotSent(Exception):
    """A mail did not go out. `reason` is a code, with the server's number where it gave one.

    `for_good`: trying again is useless. `blames_server`: it was not this mail's fault, so it does not count as a try.
    `ends_run`: there is no connection any more."""

    def __init__(
        self, reason: str, *, for_good: bool = False, blames_server: bool = False, ends_run: bool = False
    ) -> None:
        super().__init__(reason)
        self.reason, self.for_good, self.blames_server = reason, for_good, blames_server
        self.ends_run = ends_run or blames_server


@dataclass(frozen=True)
class Parcel:
    """What the mail server is given."""

    to: str
    name: str
    subject: str
    text: str
    html: str
    message_id: str
    language: str
    stop_url: str = ""
    calendar: str = ""


class _Connection:
    """The server's answer to the end of a mail is waited for longer than any other."""

    def data(self, msg: Any) -> tuple[int, bytes]:
        sock, usual = self.sock, self.sock.gettimeout()  # type: ignore[attr-defined]
        sock.settimeout(usual and usual * PATIENCE_AT_THE_END)
        try:
            return super().data(msg)  # type: ignore[misc, no-any-return]
        finally:
            sock.settimeout(usual)


class _Plain(_Connection, smtplib.SMTP):
    pass


class _Tls(_Connection, smtplib.SMTP_SSL):
    pass


class Server:
    """One connection to the mail server, made when the first mail is sent."""

    def __init__(self, config: Mapping[str, Any]) -> None:
        self.config = config
        self._smtp: smtplib.SMTP | None = None

    @classmethod
    def configured(cls) -> Server:
        """The installation's own."""
        return cls(current_app.config)

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._smtp is not None:
            try:
                self._smtp.quit()
            except (smtplib.SMTPException, OSError):
                self._smtp.close()

    def send(self, parcel: Parcel) -> None:
        """Hand in a mail. NotSent when that fails."""
        message = compose(parcel, self.config)
        if self._smtp is None:
            self._smtp = self._connect()
        _hand_in(self._smtp, message)

    def _connect(self) -> smtplib.SMTP:
        try:
            smtp = self._reach()
        except (smtplib.SMTPException, OSError) as error:
            raise NotSent(_why_no_connection(error), blames_server=True) from error
        try:
            self._make_known(smtp)
        except (smtplib.SMTPException, OSError) as error:
            smtp.close()
            raise NotSent(_why_no_connection(error), blames_server=True) from error
        return smtp

    def _reach(self) -> smtplib.SMTP:
        config = self.config
        where = (config["MAIL_SERVER"], config["MAIL_PORT"], _own_host(config))
        if config["MAIL_TLS"] == "tls":
            return _Tls(*where, timeout=config["MAIL_TIMEOUT"], context=ssl.create_default_context())
        return _Plain(*where, timeout=config["MAIL_TIMEOUT"])

    def _make_known(self, smtp: smtplib.SMTP) -> None:
        if self.config["MAIL_TLS"] == "starttls":
            smtp.starttls(context=ssl.create_default_context())
        if self.config["MAIL_USER"]:
            smtp.login(self.config["MAIL_USER"], self.config["MAIL_PASSWORD"])


def _why_no_connection(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return "sign_in"
    if isinstance(error, smtplib.SMTPNotSupportedError | ssl.SSLError):
        return "tls"
    return "connection"


def _hand_in(smtp: smtplib.SMTP, message: EmailMessage) -> None:
    try:
        smtp.send_message(message)
    except smtplib.SMTPRecipientsRefused as error:
        raise _answered("recipient", next(iter(error.recipients.values()))[0]) from error
    except smtplib.SMTPSenderRefused as error:  # it would refuse all others too
        raise NotSent(f"sender:{error.smtp_code}", ends_run=True) from error
    except smtplib.SMTPNotSupportedError as error:
        raise NotSent("address", for_good=True) from error
    except smtplib.SMTPResponseException as error:
        raise _answered("message", error.smtp_code) from error
    except (smtplib.SMTPException, OSError) as error:
        raise NotSent("broken_off", ends_run=True) from error


def _answered(what: str, code: int) -> NotSent:
    """What an answer in figures means: from 500 on it is for good; 421 closes the connection."""
    return NotSent(f"{what}:{code}", for_good=code >= 500, ends_run=code == 421)


class _Address(UnstructuredHeader):
    """A header that holds an address of the web: broken over two lines, mail programs no longer find it."""

    def fold(self, *, policy: Policy) -> str:
        return f"{self.name}: {self}{policy.linesep}"  # type: ignore[attr-defined]


_HEADERS = HeaderRegistry()
_HEADERS.map_to_type("list-unsubscribe", _Address)  # type: ignore[arg-type]  # the registry adds the base itself
POLICY = SMTP.clone(cte_type="7bit", header_factory=_HEADERS)


def compose(parcel: Parcel, config: Mapping[str, Any]) -> EmailMessage:
    """The message as it travels: text and HTML, named so that no robot answers. NotSent for an impossible address."""
    message = EmailMessage(policy=POLICY)
    message["Subject"] = " ".join(parcel.subject.split())
    message["From"] = Address("Pejling", addr_spec=config["MAIL_FROM"])
    if config["MAIL_REPLY_TO"]:
        message["Reply-To"] = Address(addr_spec=config["MAIL_REPLY_TO"])
    try:
        message["To"] = Address(" ".join(parcel.name.split()), addr_spec=_in_ascii(parcel.to))
    except (ValueError, IndexError, MessageError) as error:
        raise NotSent("address", for_good=True) from error
    message["Date"] = now()
    message["Message-ID"] = f"<{parcel.message_id}@{_own_host(config)}>"
    message["Content-Language"] = parcel.language
    message["Auto-Submitted"] = "auto-generated"
    if parcel.stop_url:
        message["List-Unsubscribe"] = f"<{parcel.stop_url}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(parcel.text)
    message.add_alternative(parcel.html, subtype="html")
    if parcel.calendar:
        message.add_alternative(parcel.calendar, subtype="calendar", params={"method": _method(parcel.calendar)})
    return message


def _method(calendar: str) -> str:
    """What a calendar program is asked to do with an entry: the same word as in the entry itself."""
    return "CANCEL" if "METHOD:CANCEL" in calendar.replace("\r", "").split("\n") else "REQUEST"


def _own_host(config: Mapping[str, Any]) -> str:
    return urlsplit(config["URL"]).hostname or "pejling.invalid"


def _in_ascii(address: str) -> str:
    """The address with the host in the form that every mail server understands."""
    name, at, host = address.rpartition("@")
    return f"{name}{at}{host if host.isascii() else host.encode('idna').decode()}"
