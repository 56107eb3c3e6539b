import pytest

from config import ConfigurationError, settings

KEY = "x" * 40


def test_production_needs_a_key_of_its_own(tmp_path):
    with pytest.raises(ConfigurationError, match="PEJLING_SECRET_KEY is missing"):
        settings({"PEJLING_INSTANCE": str(tmp_path)})
    with pytest.raises(ConfigurationError, match="too short"):
        settings({"PEJLING_SECRET_KEY": "secret", "PEJLING_INSTANCE": str(tmp_path)})


def test_production_is_what_one_gets_without_asking(tmp_path):
    made = settings({"PEJLING_SECRET_KEY": KEY, "PEJLING_INSTANCE": str(tmp_path)})
    assert made["ENVIRONMENT"] == "production"
    assert made["SESSION_COOKIE_SECURE"]
    assert not made["DEMO"]


def test_the_demo_keeps_a_random_key_that_only_its_owner_reads(tmp_path):
    environment = {"PEJLING_ENV": "demo", "PEJLING_INSTANCE": str(tmp_path)}
    assert settings(environment)["SECRET_KEY"] == settings(environment)["SECRET_KEY"]
    assert (tmp_path / "demo.key").stat().st_mode & 0o077 == 0


def test_an_unknown_environment_is_refused():
    with pytest.raises(ConfigurationError, match="playground"):
        settings({"PEJLING_ENV": "playground"})
