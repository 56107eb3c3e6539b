import pytest

HUGE = ("2147483648", "99999999999999999999", "9" * 400)


@pytest.mark.parametrize("number", HUGE)
@pytest.mark.parametrize(
    "path", ["/goals/{}", "/objectives/{}", "/organisation/units/{}", "/import/{}", "/people/{}/edit"]
)
def test_a_key_that_no_row_can_have_leads_nowhere(page, cast, path, number):
    assert page(cast.mads).get(path.format(number)).status_code == 404


@pytest.mark.parametrize("value", [*HUGE, "²", "-1", "x", ""])
def test_a_query_with_such_a_key_is_as_without_it(page, cast, value):
    browser = page(cast.ida)
    for path in ("/goals?unit={}", "/goals?objective={}", "/goals?page={}", "/goals/1/history?before={}",
                 "/goals/add?unit={}", "/goals/export.csv?unit={}"):  # fmt: skip
        assert browser.get(path.format(value)).status_code == 200, path
