import gzip

import pytest

GZIP = {"Accept-Encoding": "gzip, br"}
PLAIN = {"Accept-Encoding": "identity"}


def fetch(page, user, path, headers):
    browser = page(user)
    with browser.app.app_context():
        return browser.client.get(path, headers=headers)


def test_a_page_comes_compressed_to_who_takes_it_and_says_the_same(page, cast):
    plain, packed = fetch(page, cast.ida, "/goals", PLAIN), fetch(page, cast.ida, "/goals", GZIP)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert "Accept-Encoding" in plain.headers["Vary"]
    assert len(packed.data) < len(plain.data) / 2
    assert gzip.decompress(packed.data).startswith(b"<!doctype html>")
    assert int(packed.headers["Content-Length"]) == len(packed.data)


def test_its_length_is_lengthened_by_chance(page, cast):
    assert len({len(fetch(page, cast.ida, "/organisation/definition", GZIP).data) for _time in range(12)}) > 3


@pytest.mark.parametrize("path", ["css/base.css", "js/app.js", "icons.svg"])
def test_files_of_ours_come_compressed_and_keep_their_mark(page, path):
    plain, packed = fetch(page, None, f"/static/{path}", PLAIN), fetch(page, None, f"/static/{path}", GZIP)
    assert gzip.decompress(packed.data) == plain.data
    assert packed.headers["ETag"] == f"W/{plain.headers['ETag']}"
    again = fetch(page, None, f"/static/{path}", GZIP | {"If-None-Match": packed.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    for answer in (plain, packed, again):
        answer.close()


def test_a_part_of_a_file_and_short_answers_are_left_alone(page, cast):
    for path, more in (("/static/css/base.css", {"Range": "bytes=0-99"}), ("/readyz", {}), ("/static/logo.svg", {})):
        answer = fetch(page, None, path, GZIP | more)
        assert "Content-Encoding" not in answer.headers, path
        answer.close()


def test_a_file_of_rows_is_sent_as_it_comes(page, cast):
    answer = fetch(page, cast.ida, "/goals/export.csv", GZIP)
    assert "Content-Encoding" not in answer.headers
    assert answer.data.startswith(b"\xef\xbb\xbf")
    answer.close()
