"""A safe subset of Markdown: paragraphs, emphasis, lists, quotes and links; no HTML, no pictures, no headings."""

from __future__ import annotations

from functools import cache

import nh3
from flask import Flask
from markdown_it import MarkdownIt
from markupsafe import Markup

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "a", "code"}


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "breaks": True, "linkify": False})
    return parser.disable(["image", "heading", "lheading", "html_block", "html_inline", "hr"])


def render_markdown(text: str | None) -> Markup:
    """The text as safe HTML. Whatever is not in the subset shows as it was typed or is left out."""
    html = _parser().render(text or "")
    clean = nh3.clean(
        html, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto"},
        link_rel="nofollow noopener noreferrer",
    )  # fmt: skip
    return Markup(clean)  # noqa: S704 - cleaned just above


def init_app(app: Flask) -> None:
    app.jinja_env.filters["markdown"] = render_markdown
