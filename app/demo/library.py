"""What the demo's safety organisation has decided about the library of gains and strains."""

from __future__ import annotations

from dataclasses import replace

from app.demo.goals import Goals
from app.demo.reading import Plain
from app.demo.timeline import Timeline
from app.goals.models import Aspect
from app.library.lines import Line
from app.library.models import LineKind
from app.library.operations import add_line, hide_line, revise_line
from app.library.queries import find_line
from app.people.models import User


def plan(decision: Plain, goals: Goals, timeline: Timeline) -> None:
    """Put a decision about one line on the timeline."""
    timeline.on(decision["on"], lambda: _decide(decision, goals.person(decision["by"])))


def _decide(decision: Plain, by: User) -> None:
    line = find_line(by, key=decision["key"]) if "key" in decision else None
    if line is None:
        add_line(
            aspect=Aspect(decision["aspect"]), kind=LineKind(decision["kind"]), da=decision["da"],
            en=decision.get("en", ""), poles=decision.get("poles", []), answers=decision.get("answers", []), by=by,
        )  # fmt: skip
    elif decision.get("hide"):
        hide_line(line, by=by)
    else:
        revise_line(
            _as_it_was(line, decision), aspect=line.aspect, kind=line.kind, da=decision["da"], en=decision["en"],
            poles=list(line.poles), answers=list(line.answers), by=by,
        )  # fmt: skip


def _as_it_was(line: Line, decision: Plain) -> Line:
    """The line as it was shipped when it was reworded, where an upgrade has changed it since."""
    if line.shipped is None or "was" not in decision:
        return line
    return replace(line, **decision["was"], shipped=replace(line.shipped, **decision["was"]))
