"""Everything that Isnad raises on purpose.

    IsnadError                  exit 1
    ├── InputError              exit 3   an article or metadata file that cannot be used: file, reason, what to do
    ├── LexiconError            exit 4   a lexicon or dossier file that breaks its schema
    │   └── DossierError
    ├── RecordError             exit 5   a record that cannot be opened, written or is of another schema version
    │   └── VerifyError         exit 6   a record whose spans or values no longer agree with their sources
    └── MissingExtraError       exit 7   an optional package is needed; carries the install line

The library raises; the command line maps `exit_code` once.
"""

from __future__ import annotations


class IsnadError(Exception):
    """Root of the tree. `exit_code` is what the command line leaves with."""

    exit_code = 1


class InputError(IsnadError):
    """One input could not be used.

    path: the file as the user named it; reason: what is wrong; remedy: what the user can do.
    """

    exit_code = 3

    def __init__(self, path: str, reason: str, remedy: str = "") -> None:
        self.path, self.reason, self.remedy = path, reason, remedy
        super().__init__(f"{path}: {reason}" + (f" ({remedy})" if remedy else ""))

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str, str]]:
        return type(self), (self.path, self.reason, self.remedy)


class LexiconError(IsnadError):
    """A lexicon file breaks its schema or its habits (unknown key, not NFC, duplicate after folding)."""

    exit_code = 4


class DossierError(LexiconError):
    """A dossier file breaks its schema: names the file, the entry and the key."""


class RecordError(IsnadError):
    """A record could not be opened or written, or is of another schema version."""

    exit_code = 5


class VerifyError(RecordError):
    """A record's spans or values no longer agree with their sources."""

    exit_code = 6


class MissingExtraError(IsnadError):
    """An optional package is needed for what was asked; `install` is the exact line that installs it."""

    exit_code = 7

    def __init__(self, what: str, extra: str) -> None:
        self.what, self.extra = what, extra
        self.install = f"pip install 'isnad[{extra}]'"
        super().__init__(f"{what} needs an optional package: {self.install}")

    def __reduce__(self) -> tuple[type[MissingExtraError], tuple[str, str]]:
        return type(self), (self.what, self.extra)
