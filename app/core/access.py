"""See it, then may it. A thing is fetched only through its viewer, then held against named rules.

Every view carries the mark of `@guard(...)` or `@public`; a test over all routes holds that none is missing.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import Flask, abort, current_app
from flask_login import current_user

View = TypeVar("View", bound=Callable[..., Any])
Rule = Callable[..., bool]

RULES: dict[str, Rule] = {}  # "goals.may_revise" -> the rule
SENTENCES: dict[str, Any] = {}  # the same name -> the lazy sentence that says who can


@dataclass(frozen=True)
class Mark:
    """How a view is guarded: `find` is None where no thing is looked up, `public` where no sign-in is asked for."""

    find: Callable[..., Any] | None = None
    rules: tuple[Rule, ...] = ()
    public: bool = False


class Forbidden(Exception):
    """The person may see the thing but not do this; `name` is the rule that says so."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def rule(sentence: Any) -> Callable[[Rule], Rule]:
    """Mark a policy function as a rule; the sentence tells people who can."""

    def decorate(function: Rule) -> Rule:
        name = rule_name(function)
        RULES[name], SENTENCES[name] = function, sentence
        return function

    return decorate


def rule_name(function: Rule) -> str:
    return f"{function.__module__.split('.')[-2]}.{function.__name__}"


def viewer() -> Any:
    """The account that is signed in, itself and not a stand-in for it."""
    return current_user._get_current_object()


def guard(find: Callable[..., Any] | None = None, *rules: Rule) -> Callable[[View], View]:
    """Let only signed-in people in; fetch the thing as they see it (404); hold them against the rules (403)."""

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def guarded(**url: Any) -> Any:
            if not current_user.is_authenticated:
                return current_app.extensions["ask_to_sign_in"]()
            things = _found(find, url)
            for each in rules:
                if not each(viewer(), *things[:1] if find is not None else ()):
                    raise Forbidden(rule_name(each))
            return view(*things) if find is not None else view(**url)

        guarded.mark = Mark(find, rules)  # type: ignore[attr-defined]
        return guarded  # type: ignore[return-value]

    return decorate


def demand(rule: Rule, *things: Any) -> None:
    """Hold the signed-in person against a rule that a view can only ask about once it has looked (403)."""
    if not rule(viewer(), *things):
        raise Forbidden(rule_name(rule))


def _found(find: Callable[..., Any] | None, url: dict[str, Any]) -> tuple[Any, ...]:
    if find is None:
        return ()
    thing = find(viewer(), **url)
    if thing is None:
        abort(404)
    return thing if isinstance(thing, tuple) else (thing,)


def public(view: View) -> View:
    """Open to everybody, signed in or not."""
    view.mark = Mark(public=True)  # type: ignore[attr-defined]
    return view


def can(name: str, *things: Any) -> bool:
    """Whether the signed-in person may: the same rule as the guard's, for templates."""
    return bool(current_user.is_authenticated and RULES[name](viewer(), *things))


def init_app(app: Flask) -> None:
    app.jinja_env.globals["can"] = can
    app.extensions.setdefault("ask_to_sign_in", lambda: abort(401))
