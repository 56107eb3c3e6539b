"""What is proposed for a goal: a rule, held by properties."""

from types import SimpleNamespace

from flask_babel import force_locale
from hypothesis import given
from hypothesis import strategies as st

from app.goals.hints import HEAVY
from app.goals.models import Answer, Aspect, HangsOn, Kind, MeasuredLevel, RewardFor, ShownTo, Steering
from app.library.labels import WHY, WHY_COMMON, WHY_FAR, WHY_LEANS
from app.library.lines import Line, merged
from app.library.models import LibraryLine, LineKind
from app.library.proposals import BALANCES, MOST, fits, proposals
from app.library.shipped import shipped

SAYS_NOTHING = {
    **dict.fromkeys(BALANCES), "measured_level": None, "identifiable": None, "results_shown_to": None,
    "control_measure": None, "hangs_on": None, "reward_for": None, "reward_threshold": "", "comparable_with": "",
    "registration_minutes": None, "statutory_deadline": "", "steering": Steering.STEERING, "kind": Kind.TARGET,
}  # fmt: skip


def goal(**said):
    return SimpleNamespace(**(SAYS_NOTHING | said))


def maybe(kind):
    return st.none() | st.sampled_from(list(kind))


GOALS = st.builds(
    goal,
    **{balance: st.none() | st.integers(-2, 2) for balance in BALANCES},
    measured_level=maybe(MeasuredLevel), identifiable=maybe(Answer), results_shown_to=maybe(ShownTo),
    control_measure=maybe(Answer), hangs_on=maybe(HangsOn), reward_for=maybe(RewardFor),
    reward_threshold=st.sampled_from(["", "80 %"]), comparable_with=st.sampled_from(["", "Syd"]),
    registration_minutes=st.none() | st.integers(0, 200), statutory_deadline=st.sampled_from(["", "§ 7"]),
    steering=st.sampled_from(list(Steering)), kind=st.sampled_from(list(Kind)),
)  # fmt: skip
KEYS = sorted(shipped())
HIDDEN = st.sets(st.sampled_from(KEYS), max_size=30)


def library(hidden=()):
    rows = [
        LibraryLine(
            id=number, version=1, key=key, hidden=True, da="", en="", poles=[], answers=[], factor="",
            shipped_da="", shipped_en="",
        )
        for number, key in enumerate(sorted(hidden), 1)
    ]  # fmt: skip
    return merged(shipped(), rows)


def every(found):
    """[(aspect, kind, proposal)] of all that is proposed."""
    return [
        (aspect, kind, one)
        for aspect, said in found.items()
        for kind, those in ((LineKind.GAIN, said.gains), (LineKind.STRAIN, said.strains))
        for one in those
    ]


@given(GOALS, HIDDEN)
def test_a_proposal_fits_or_is_common_and_is_never_one_put_aside(some, hidden):
    lines = {line.key: line for line in library(hidden)}
    with_reason = fits(some)
    for aspect, kind, one in every(proposals(lines.values(), some)):
        line = lines[one.key]
        assert (line.aspect, line.kind) == (aspect, kind)
        assert one.key not in hidden
        holding = {*line.poles, *line.answers} & with_reason.keys()
        assert holding or line.is_general
        assert one.why in ([with_reason[code] for code in holding] or [WHY_COMMON])


@given(GOALS)
def test_there_are_few_and_none_stands_twice(some):
    found = proposals(library(), some)
    assert list(found) == list(Aspect)
    for said in found.values():
        for those in (said.gains, said.strains):
            assert 0 < len(those) <= MOST
            assert len({one.words.casefold() for one in those}) == len({one.key for one in those}) == len(those)


@given(GOALS)
def test_the_best_match_stands_first_and_what_is_common_last(some):
    lines, with_reason = {line.key: line for line in library()}, fits(some)
    for said in proposals(lines.values(), some).values():
        for those in (said.gains, said.strains):
            matches = [len({*lines[one.key].poles, *lines[one.key].answers} & with_reason.keys()) for one in those]
            assert matches == sorted(matches, reverse=True)


@given(GOALS, HIDDEN)
def test_the_same_goal_gives_the_same_proposals(some, hidden):
    assert proposals(library(hidden), some) == proposals(library(hidden), some)


def test_what_holds_for_a_goal_that_says_much():
    some = goal(
        level=-2, use=-1, focus=0, hangs_on=HangsOn.PAY, identifiable=Answer.YES, control_measure=Answer.UNCLEAR,
        registration_minutes=HEAVY + 1, statutory_deadline="§ 7", reward_threshold="80 %", comparable_with="Syd",
        measured_level=MeasuredLevel.INDIVIDUAL, results_shown_to=ShownTo.EVERYONE, reward_for=RewardFor.BEST,
        steering=Steering.BACKGROUND, kind=Kind.LOCAL_PLAN,
    )  # fmt: skip
    assert set(fits(some)) == {
        "level:left", "use:left", "hangs_on:pay", "identifiable:yes", "registration:heavy", "statutory:yes",
        "threshold:yes", "compared:yes", "measured_level:individual", "results_shown_to:everyone", "reward_for:best",
        "steering:background", "kind:local_plan",
    }  # fmt: skip
    assert fits(some)["level:left"] is WHY_FAR["level:left"]
    assert fits(some)["use:left"] is WHY_LEANS["use:left"]
    assert fits(some)["hangs_on:pay"] is WHY["hangs_on:pay"]


def test_right_at_the_limit_registering_is_not_heavy_and_the_middle_is_no_pole():
    assert fits(goal(registration_minutes=HEAVY, focus=0)) == {}


def test_a_goal_of_the_database_and_half_an_answer_are_both_read(app, cast):
    assert proposals(library(), cast.goal)[Aspect.TRUST].strains
    assert proposals(library(), SimpleNamespace())[Aspect.TRUST].strains


def test_a_goal_far_to_the_individual_proposes_rivalry_in_the_readers_language(app):
    with app.test_request_context():
        for language, words, why in (
            ("da", "Kolleger bliver rivaler i stedet for at hjælpe hinanden",
             "fordi målet ligger tæt på det individuelle"),
            ("en", "Colleagues become rivals instead of helping one another",
             "because the goal stands far to the individual"),
        ):  # fmt: skip
            with force_locale(language):
                first = proposals(library(), goal(level=-2))[Aspect.COOPERATION].strains[0]
                assert (first.key, first.words, str(first.why)) == ("level.left.rivalry", words, why)


def test_what_is_written_in_one_language_only_says_in_which(app):
    line = Line("7", Aspect.TRUST, LineKind.GAIN, da="Kun dansk", en="")
    with app.test_request_context(), force_locale("en"):
        found = proposals([line], goal())[Aspect.TRUST].gains
        assert [(one.words, one.lang) for one in found] == [("Kun dansk", "da")]
    with app.test_request_context(), force_locale("da"):
        assert proposals([line], goal())[Aspect.TRUST].gains[0].lang == ""


def test_two_lines_with_the_same_words_are_proposed_once(app):
    lines = [Line(key, Aspect.TRUST, LineKind.GAIN, da="Ro", en="Calm") for key in ("7", "8")]
    assert [one.key for one in proposals(lines, goal())[Aspect.TRUST].gains] == ["7"]
