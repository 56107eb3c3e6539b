"""Pages, styles and scripts travel compressed. What is sent as it comes, such as a file of many rows, is left alone.

A compressed page's length tells a little of what it says. So each is lengthened by chance, with a name of random length
in the gzip header: who listens on the line and can make a page repeat their guesses must ask very many times for each.
"""

from __future__ import annotations

import gzip
import io
import secrets
from functools import lru_cache

from flask import Flask, request
from werkzeug.wrappers import Response

SHORTEST = 600  # bytes; below it the header costs more than it saves
LONGEST_NAME = 100
WORTH_IT = frozenset({"text/html", "text/css", "text/javascript", "application/json", "image/svg+xml"})


def init_app(app: Flask) -> None:
    app.after_request(compressed)


def compressed(response: Response) -> Response:
    """The response as gzip, where it is worth it and the browser takes it."""
    if response.mimetype not in WORTH_IT or response.status_code in {204, 206, 304}:
        return response
    response.vary.add("Accept-Encoding")
    if not request.accept_encodings.quality("gzip") or "Content-Encoding" in response.headers:
        return response
    is_ours = request.endpoint == "static"
    if response.is_streamed and not is_ours:
        return response
    response.direct_passthrough = False
    body = response.get_data()
    if len(body) < SHORTEST:
        return response
    response.set_data(_kept(body) if is_ours else _lengthened(body))
    response.headers["Content-Encoding"] = "gzip"
    if response.get_etag()[0]:
        response.set_etag(response.get_etag()[0] or "", weak=True)
    return response


@lru_cache(maxsize=64)
def _kept(body: bytes) -> bytes:
    """A file of ours, the same for everybody, compressed once."""
    return gzip.compress(body, mtime=0)


def _lengthened(body: bytes) -> bytes:
    target = io.BytesIO()
    name = "x" * (1 + secrets.randbelow(LONGEST_NAME))
    with gzip.GzipFile(filename=name, mode="wb", compresslevel=6, fileobj=target, mtime=0) as packed:
        packed.write(body)
    return target.getvalue()
