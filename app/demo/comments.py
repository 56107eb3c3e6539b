"""What the demo's people have said to each other, each to the circle they meant it for, and how they answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from app.comments.models import Answer, Comment, CommentKind, Visibility
from app.comments.operations import accept_answer, add_comment, answer_comment, reply_to, take_up_answer
from app.demo.goals import Goals
from app.demo.reading import Plain
from app.demo.timeline import Timeline
from app.organisation.viewers import with_standing
from app.people.models import User


@dataclass
class Talk:
    """A thread as it grows: what it began with, and the answers so far."""

    goals: Goals
    said: list[Comment] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)

    def person(self, key: str) -> User:
        return with_standing(self.goals.person(key))

    def begin(self, said: Plain) -> None:
        committee = self.goals.ground.committees.get(said.get("committee", ""))
        self.said.append(
            add_comment(
                self.goals.made[said["goal"]], by=self.person(said["by"]), kind=CommentKind(said["kind"]),
                body=said["text"], visibility=Visibility(said.get("seen_by", "all")),
                committee_id=committee.id if committee else None,
            )
        )  # fmt: skip

    def go_on(self, reply: Plain) -> None:
        """Reply, answer, or take it up again after the last answer."""
        by, text = self.person(reply["by"]), reply["text"]
        if reply.get("as") == "answer":
            self.answers.append(answer_comment(self.said[0], by=by, body=text))
        elif reply.get("as") == "taken_up":
            take_up_answer(self.answers[-1], by=by, body=text)
        else:
            reply_to(self.said[0], by=by, body=text)

    def accept(self) -> None:
        accept_answer(self.answers[-1], by=with_standing(self.said[0].author))


def plan(said: Plain, goals: Goals, timeline: Timeline) -> None:
    """Put a comment, and what came after it in its thread, on the timeline."""
    talk = Talk(goals)
    timeline.on(said["on"], lambda: talk.begin(said))
    for reply in said.get("replies", ()):
        timeline.on(reply["on"], _going_on(talk, reply))
        if "accepted" in reply:
            timeline.on(reply["accepted"], talk.accept)


def _going_on(talk: Talk, reply: Plain) -> Callable[[], None]:
    return lambda: talk.go_on(reply)
