"""What `import isnad` offers is what it says, what is documented, and light."""

import subprocess
import sys

import pytest

import isnad


def test_all_is_sorted_and_importable() -> None:
    assert isnad.__all__ == sorted(isnad.__all__)
    assert len(set(isnad.__all__)) == len(isnad.__all__)
    for name in isnad.__all__:
        assert getattr(isnad, name) is not None
    assert set(isnad.__all__) == set(dir(isnad)) - {"__version__"}
    assert set(isnad.__all__) == set(isnad._HOME_OF)


@pytest.mark.parametrize("name", isnad.__all__)
def test_each_public_name_is_documented(name: str) -> None:
    assert (getattr(isnad, name).__doc__ or "").strip()


def test_a_name_that_is_none_says_so() -> None:
    with pytest.raises(AttributeError, match="nothing_of_that_name"):
        isnad.nothing_of_that_name  # noqa: B018


@pytest.mark.parametrize(
    ("statement", "heavy"),
    [
        ("import isnad", {"numpy", "ahocorasick", "jinja2", "msgspec", "typer", "rich", "sqlite3", "trafilatura"}),
        ("import isnad.cli", {"numpy", "ahocorasick", "jinja2", "typer", "rich", "sqlite3", "trafilatura"}),
        ("import isnad.cli.app", {"numpy", "ahocorasick", "jinja2", "sqlite3", "trafilatura"}),
        ("import isnad.engine", {"trafilatura", "lxml", "typer", "rich", "xlsxwriter", "openpyxl"}),
    ],
)
def test_imports_stay_light(statement: str, heavy: set[str]) -> None:
    code = f"import sys; {statement}; print(*sorted({heavy!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
