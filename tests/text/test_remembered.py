"""Answers remembered by form."""

import pytest

from isnad.text import remembered
from isnad.text.remembered import Remembered


def test_asks_once_for_each_form() -> None:
    asked: list[str] = []

    def size(form: str) -> int:
        asked.append(form)
        return len(form)

    held = Remembered(size)
    assert list(map(held.__getitem__, ["بيان", "من", "بيان"])) == [4, 2, 4]
    assert asked == ["بيان", "من"]


def test_starts_anew_when_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "_MOST", 2)
    held = Remembered(len)
    assert [held[form] for form in ("ا", "اب", "ابت", "ا")] == [1, 2, 3, 1]
    assert set(held) == {"ابت", "ا"}
