"""One clear line on standard error for each input that could not be used, and the exit code that says so."""

from __future__ import annotations

import sys

import typer

from isnad.errors import InputError


class Troubles:
    """Counts and prints what could not be read."""

    def __init__(self) -> None:
        self.count = 0

    def tell(self, error: InputError) -> None:
        """Print one line: file, reason, what to do."""
        self.count += 1
        sys.stderr.write(f"isnad: {error}\n")

    def leave(self) -> None:
        """Exit with the code of InputError if there was any."""
        if self.count:
            raise typer.Exit(InputError.exit_code)
