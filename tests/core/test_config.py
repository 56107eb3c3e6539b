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


MAIL = {
    "PEJLING_ENV": "test", "PEJLING_MAIL_SERVER": "mail.lilleby.example", "PEJLING_URL": "https://pejling.example/",
    "PEJLING_MAIL_FROM": "pejling@lilleby.example",
}  # fmt: skip


def test_mail_needs_no_more_than_server_sender_and_address():
    made = settings(MAIL)
    assert (made["MAIL_PORT"], made["MAIL_TLS"], made["URL"]) == (587, "starttls", "https://pejling.example")
    assert settings(MAIL | {"PEJLING_MAIL_TLS": "tls"})["MAIL_PORT"] == 465
    assert settings({"PEJLING_ENV": "test"})["MAIL_SERVER"] == ""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PEJLING_URL", ""), ("PEJLING_URL", "pejling.example"), ("PEJLING_URL", "ftp://pejling.example"),
        ("PEJLING_MAIL_FROM", ""), ("PEJLING_MAIL_FROM", "Pejling <pejling@lilleby.example>"),
        ("PEJLING_MAIL_REPLY_TO", "nobody"), ("PEJLING_MAIL_TLS", "maybe"), ("PEJLING_MAIL_PORT", "smtp"),
        ("PEJLING_MAIL_TIMEOUT", "0"),
    ],
)  # fmt: skip
def test_what_mail_can_not_go_out_with_is_told_at_the_start(name, value):
    with pytest.raises(ConfigurationError, match=name):
        settings(MAIL | {name: value})
