"""Failures below HTTP, as sentences: nothing listens, no such name, a bad certificate, a cut wire.

Imports the HTTP libraries, so import it where they are loaded already.
"""

from __future__ import annotations

import socket
import ssl

import aiohttp
import httpx

from inara_engine.errors import ProviderError, Rejected, Unavailable
from inara_engine.providers.http_client import reason_of
from inara_engine.providers.known_servers import known_by_port
from inara_engine.providers.openai_errors import Where

__all__ = ["could_not_ask", "cut_off"]


def could_not_ask(error: Exception, where: Where, *, connect_timeout_s: float) -> ProviderError:
    """Why no answer began."""
    reason = reason_of(error)
    cause = error.__cause__ or error
    check_url = f"Check `base_url` of {where.setting}."
    if isinstance(reason, socket.gaierror):
        return Unavailable(
            f"The name of {where.address} could not be found.",
            next_step=f"{check_url} Is this machine online?",
        )
    if isinstance(reason, ssl.SSLError) or isinstance(cause, aiohttp.ClientSSLError):
        return _tls_failed(reason, where)
    if isinstance(error, httpx.ProxyError):
        return Unavailable(
            f"The proxy on the way to {where.address} refused or did not answer.",
            next_step="Check the system's proxy settings (https_proxy, no_proxy).",
        )
    timed_out = isinstance(error, httpx.TimeoutException) and not isinstance(cause, aiohttp.ClientError)
    if timed_out or isinstance(cause, TimeoutError):  # the transport calls other failures timeouts too
        return Unavailable(
            f"{where.address} did not answer within {connect_timeout_s:g} s.",
            next_step=f"{check_url} Is that machine on, and reachable from here?",
        )
    if isinstance(cause, (aiohttp.ClientConnectorError, ConnectionRefusedError)) or isinstance(
        error, httpx.ConnectError
    ):
        return _nothing_answers(reason, where)
    if (
        "chunk" in str(getattr(cause, "message", "")).partition("\n")[0]
    ):  # head and body came in one read, and this broke
        return Unavailable(
            f"The answer of {where.name} broke off or is damaged.",
            next_step="Try again; if it stays, look at the server's own log.",
            transient=True,
        )
    if isinstance(error, aiohttp.ClientResponseError) or isinstance(cause, aiohttp.ClientResponseError):
        return Rejected(f"{where.address} does not speak HTTP.", next_step=check_url)
    return Unavailable(
        f"{where.name} closed the connection without an answer.",
        next_step="Try again; if it stays, look at the server's own log.",
        transient=True,
    )


def cut_off(where: Where) -> Unavailable:
    """The connection broke after the answer had begun."""
    return Unavailable(
        f"The connection to {where.name} broke in the middle of the answer.",
        next_step="What had been said is kept. Try again; if it stays, look whether the server still runs.",
        transient=True,
    )


def _nothing_answers(reason: BaseException, where: Where) -> Unavailable:
    refused = isinstance(reason, ConnectionRefusedError) or where.loopback
    if not refused:
        return Unavailable(
            f"{where.address} can't be reached from here.",
            next_step=f"Check the network and `base_url` of {where.setting}.",
        )
    known = known_by_port(where.port) if where.loopback else None
    if known:
        step = f"Is {known.name} running? {known.start}"
    else:
        step = f"Start the model server, or check `base_url` of {where.setting}."
    return Unavailable(f"Nothing answers on {where.address}.", next_step=step)


def _tls_failed(reason: BaseException, where: Where) -> Rejected:
    if isinstance(reason, ssl.SSLCertVerificationError):
        return Rejected(
            f"{where.address} shows a certificate that can't be trusted: {reason.verify_message}.",
            next_step="Use the name the certificate is made for, or add its authority to the system's certificates.",
        )
    return Rejected(
        f"No secure connection to {where.address} is possible.",
        next_step=f"If the server speaks plain HTTP, write http:// in `base_url` of {where.setting}.",
    )
