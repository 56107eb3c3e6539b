"""Encrypted connections and signing in, with a certificate made for the test."""

from __future__ import annotations

import ssl
from datetime import timedelta
from pathlib import Path

import pytest
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from app.core.clock import now
from app.core.smtp import NotSent, Parcel, Server

PARCEL = Parcel("karin@lilleby.example", "Karin Nørgård", "Nyt", "Nyt\n", "<p>Nyt</p>", "id", "da")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of localhost's own, with its key in the same file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now() - timedelta(days=1)).not_valid_after(now() + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    file = tmp_path_factory.mktemp("tls") / "server.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return file


def secure(certificate: Path) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    return context


def send(app, **config) -> None:
    with app.app_context(), Server({**app.config, "MAIL_SERVER": "localhost", **config}) as server:
        server.send(PARCEL)


@pytest.fixture
def trusted(certificate, monkeypatch) -> None:
    """Who runs the server has told the machine to trust its certificate."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))


@pytest.mark.parametrize(("kind", "how"), [("tls", "ssl_context"), ("starttls", "tls_context")])
def test_mail_goes_out_encrypted(app, post, certificate, trusted, kind, how):
    post.close()
    post.open(**{how: secure(certificate)})
    send(app, MAIL_TLS=kind)
    assert len(post.raw) == 1


@pytest.mark.parametrize(("kind", "how"), [("tls", "ssl_context"), ("starttls", "tls_context")])
def test_a_server_that_can_not_prove_itself_gets_no_mail(app, post, certificate, kind, how):
    post.close()
    post.open(**{how: secure(certificate)})
    with pytest.raises(NotSent, match="tls") as refused:
        send(app, MAIL_TLS=kind)
    assert refused.value.blames_server
    assert post.raw == []


def test_who_has_an_account_signs_in(app, post, certificate, trusted):
    def known(_server, _session, _envelope, _mechanism, given):
        return AuthResult(success=(given.login, given.password) == (b"pejling", b"rigtigt"), handled=False)

    post.close()
    post.open(tls_context=secure(certificate), authenticator=known, auth_required=True)
    send(app, MAIL_TLS="starttls", MAIL_USER="pejling", MAIL_PASSWORD="rigtigt")
    assert len(post.raw) == 1
    with pytest.raises(NotSent, match="sign_in") as refused:
        send(app, MAIL_TLS="starttls", MAIL_USER="pejling", MAIL_PASSWORD="forkert")
    assert refused.value.blames_server
