"""Words for what an assessment asks and answers."""

from __future__ import annotations

from app.core.languages import lazy
from app.goals.labels import RISK_LEVELS
from app.goals.models import Aspect
from app.organisation.models import Side
from app.risks.models import Certainty, Ending, Factor, Prevention, Verdict

QUESTIONS = {
    Aspect.MOTIVATION: lazy("Do those affected find that the goal is about something that matters in their work?"),
    Aspect.IDENTITY: lazy("Does the goal fit what the profession itself calls good work?"),
    Aspect.TRUST: lazy("Will the measuring be taken as help, or as being watched?"),
    Aspect.FAIRNESS: lazy("Are equal conditions measured alike, and are differences taken into account?"),
    Aspect.COOPERATION: lazy("Does it pay to help one another when the goal counts?"),
    Aspect.RESPONSIBILITY: lazy("Can those responsible influence the result, and do the goals pull the same way?"),
}

GAINS = {0: lazy("Nothing"), 1: lazy("A little"), 2: lazy("Some"), 3: lazy("Much")}

PROBABILITIES = {
    1: lazy("very seldom"), 2: lazy("seldom"), 3: lazy("now and then"), 4: lazy("often"), 5: lazy("almost always"),
}  # fmt: skip

CONSEQUENCES = {
    1: lazy("negligible"), 2: lazy("slight"), 3: lazy("noticeable"), 4: lazy("serious"), 5: lazy("very serious"),
}  # fmt: skip

FACTORS = {
    Factor.WORKLOAD: lazy("Heavy workload and time pressure"),
    Factor.UNCLEAR_DEMANDS: lazy("Unclear or conflicting demands"),
    Factor.EMOTIONAL_DEMANDS: lazy("High emotional demands in work with people"),
    Factor.OFFENSIVE_BEHAVIOUR: lazy("Offensive behaviour, such as bullying and sexual harassment"),
    Factor.VIOLENCE: lazy("Work-related violence"),
    Factor.OTHER: lazy("Something else, such as work without meaning or jobs at risk"),
}

PREVENTIONS = {
    Prevention.PLANNING: lazy("How the work is planned"),
    Prevention.TRAINING: lazy("Training and instruction"),
    Prevention.SUPPORT: lazy("Support from managers and colleagues"),
    Prevention.INFLUENCE: lazy("Influence on one's own work"),
    Prevention.INDIVIDUAL: lazy("Regard for what each one can manage"),
    Prevention.VULNERABLE: lazy("Protection of those who are most exposed"),
}

VERDICTS = {
    Verdict.PREVENTED: lazy("Prevented"),
    Verdict.TIPPING: lazy("Tipping"),
    Verdict.INSUFFICIENT: lazy("Not prevented well enough"),
}

VERDICT_MEANINGS = {
    Verdict.PREVENTED: lazy("What the goal wears on is held in check."),
    Verdict.TIPPING: lazy("It holds for now, but little is needed before it does not."),
    Verdict.INSUFFICIENT: lazy("More must be done, or the goal must be changed."),
}

CERTAINTIES = {
    Certainty.LOW: lazy("Mostly a guess"),
    Certainty.MEDIUM: lazy("Fairly sure"),
    Certainty.HIGH: lazy("Sure"),
}

ENDINGS = {
    Ending.RENEWED: lazy("accepted anew"),
    Ending.WITHDRAWN: lazy("withdrawn"),
    Ending.LOWERED: lazy("the risk is no longer high"),
    Ending.GROWN: lazy("the risk has grown"),
}

SIDES = {Side.MANAGEMENT: lazy("The management side"), Side.EMPLOYEES: lazy("The employee side")}

ACCEPTANCE_FIELDS = {
    "accepted_on": lazy("Accepted on"),
    "until": lazy("Accepted until"),
    "number": lazy("How high the risk was"),
    "reason": lazy("Why it is accepted"),
    "ended_why": lazy("Why it ended"),
}

VALUES = {"level": RISK_LEVELS, "verdict": VERDICTS}
