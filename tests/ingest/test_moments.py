"""Dates as carriers write them."""

import datetime as dt

import pytest

from isnad.ingest.moments import read_moment


@pytest.mark.parametrize(
    ("written", "day", "at"),
    [
        ("2018-08-14", "2018-08-14", None),
        ("٢٠١٨-٠٨-١٤", "2018-08-14", None),
        ("2018-8-4", "2018-08-04", None),
        ("2018/08/14", "2018-08-14", None),
        ("2018-08-14T23:30:00+03:00", "2018-08-14", "2018-08-14T23:30:00+03:00"),
        ("2018-08-14T23:30:00Z", "2018-08-14", "2018-08-14T23:30:00+00:00"),
        ("2018-08-14 23:30", "2018-08-14", "2018-08-14T23:30:00"),
        ("Sat, 18 Aug 2018 15:24:52 GMT", "2018-08-18", "2018-08-18T15:24:52+00:00"),
        ("Sun, 14 Oct 2018 00:41:36 +0300", "2018-10-14", "2018-10-14T00:41:36+03:00"),
        ("19/04/2014", "2014-04-19", None),
        ("19-04-2014", "2014-04-19", None),
        ("04/19/2014", "2014-04-19", None),
        ("05/05/2014", "2014-05-05", None),
        ("19/04/2014 09:15", "2014-04-19", "2014-04-19T09:15:00"),
    ],
)
def test_a_date_is_read_in_the_offset_given(written: str, day: str, at: str | None) -> None:
    assert read_moment(written) == (dt.date.fromisoformat(day), at)


@pytest.mark.parametrize(
    "written",
    ["", "أمس", "31/31/2018", "2018-13-01", "2018-02-30", "05/04/2018", "0018-01-01", "12", "2018", "قريبا 2018-01-01"],
)
def test_what_is_no_single_day_is_none(written: str) -> None:
    assert read_moment(written) is None
