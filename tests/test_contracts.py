"""The import contracts hold, and each of them turns red on a planted import."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LINT = [
    sys.executable,
    "-c",
    "import sys; sys.path.insert(0, 'src'); from importlinter.cli import lint_imports_command as c; c()",
    "--no-cache",
]


def lint(at: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(LINT, cwd=at, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    at = tmp_path_factory.mktemp("planted")
    shutil.copytree(ROOT / "src", at / "src", ignore=shutil.ignore_patterns("__pycache__", "data", "templates"))
    shutil.copy(ROOT / "pyproject.toml", at)
    return at


def test_the_contracts_hold(copy: Path) -> None:
    done = lint(copy)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("read/anchor.py", "import isnad.record.store", "One direction"),
        ("text/fold.py", "from isnad.lexicon.load import Lexicons", "One direction"),
        ("model/span.py", "import isnad.engine", "One direction"),
        ("show/words.py", "import urllib.request", "open a connection"),
        ("read/anchor.py", "import trafilatura", "open a connection"),
        ("engine/records.py", "import sqlite3", "Only record speaks SQL"),
    ],
)
def test_a_planted_import_turns_its_contract_red(copy: Path, module: str, line: str, contract: str) -> None:
    file = copy / "src" / "isnad" / module
    before = file.read_text(encoding="utf-8")
    file.write_text(f"{before}\n{line}\n", encoding="utf-8")
    try:
        done = lint(copy)
    finally:
        file.write_text(before, encoding="utf-8")
    assert done.returncode != 0
    broken = [text for text in done.stdout.splitlines() if "BROKEN" in text]
    assert len(broken) == 1 and contract in broken[0], done.stdout
