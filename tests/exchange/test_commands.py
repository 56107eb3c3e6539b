import sqlalchemy as sa

from app.core.db import session
from app.goals.models import Goal
from tests.exchange.test_plan import CSV


def run(app, tmp_path, *options):
    file = tmp_path / "maal.csv"
    file.write_text(CSV)
    return app.test_cli_runner().invoke(args=["goals", "import", str(file), *options])


def count():
    session().commit()
    return session().scalar(sa.select(sa.func.count()).select_from(Goal))


def test_a_dry_run_saves_nothing(app, cast, tmp_path):
    answer = run(app, tmp_path)
    assert answer.exit_code == 0
    assert "A3" in answer.output
    assert count() == 2


def test_commit_saves_once(app, cast, tmp_path):
    assert run(app, tmp_path, "--commit").exit_code == 0
    assert count() == 3
    assert run(app, tmp_path, "--commit").exit_code == 0
    assert count() == 3


def test_a_column_by_hand_and_a_person_by_name(app, cast, tmp_path):
    assert run(app, tmp_path, "--commit", "--by", "karin@lilleby.example", "--column", "C=").exit_code == 2
    assert run(app, tmp_path, "--commit", "--by", "karin@lilleby.example", "--column", "C=note").exit_code == 0
    assert session().scalars(sa.select(Goal).order_by(Goal.id.desc())).first().note == "9"


def test_a_broken_file_says_why(app, cast, tmp_path):
    file = tmp_path / "x.xlsx"
    file.write_bytes(b"%PDF")
    answer = app.test_cli_runner().invoke(args=["goals", "import", str(file)])
    assert answer.exit_code == 1
    assert "XLSX" in answer.output
