"""How the history tells what happened to the guide's questions and in a committee's dialogues."""

from __future__ import annotations

from app.core.languages import lazy
from app.dialogue.labels import AUDIENCES_SHORT, FIELDS, SESSION_FIELDS, THEMES

SENTENCES = {
    "dialogue_question.added": lazy("%(actor)s added the question »%(subject)s«."),
    "dialogue_question.revised": lazy("%(actor)s reworded the question »%(subject)s«."),
    "dialogue_question.hidden": lazy("%(actor)s put the question »%(subject)s« aside."),
    "dialogue_question.brought_back": lazy("%(actor)s took the question »%(subject)s« back into use."),
    "dialogue_question.restored": lazy("%(actor)s took the shipped words of the question »%(subject)s« again."),
    "dialogue.started": lazy("%(actor)s began the dialogue."),
    "dialogue.sounded": lazy("%(actor)s chose the sounding that the dialogue builds on."),
    "dialogue.asked": lazy("%(actor)s chose the questions."),
    "dialogue.answered": lazy("%(actor)s wrote down the answer to »%(question)s«"),
    "dialogue.moved": lazy("%(actor)s wrote down a move: »%(title)s«."),
    "dialogue.ended": lazy("%(actor)s ended the dialogue."),
    "dialogue.reopened": lazy("%(actor)s took the dialogue up again."),
}
LABELS = {"dialogue_question": FIELDS, "dialogue_session": SESSION_FIELDS}
VALUES = {"dialogue_question": {"theme": THEMES, "audience": AUDIENCES_SHORT}}
