"""The command line: one file per verb, each a thin call of a public library function."""

from __future__ import annotations

import io
import sys

from isnad.errors import IsnadError, RecordError


def main(arguments: list[str] | None = None) -> None:
    """Run `isnad`; leaves with the exit code of the error raised, if any."""
    from isnad.cli.app import app

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(args=arguments, prog_name="isnad")
    except IsnadError as e:
        sys.stderr.write(f"isnad: {e}\n")
        raise SystemExit(e.exit_code) from None
    except OSError as e:
        where = e.filename or "output"
        sys.stderr.write(f"isnad: {where}: it cannot be written: {e.strerror or e}\n")
        raise SystemExit(RecordError.exit_code) from None
    except KeyboardInterrupt:
        sys.stderr.write("isnad: stopped; what was finished is kept\n")
        raise SystemExit(130) from None
