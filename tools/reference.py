"""The generated pages of docs/reference: the commands, a reading's shape, the library, the lexicons.

    python tools/reference.py            write them
    python tools/reference.py --check    exit code 1 where one is not as it would be written

docs/reference/record-schema.md is written by the record itself. tests/test_reference.py runs the check.
"""

from __future__ import annotations

import argparse
import ast
import inspect
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import typer

import isnad
from isnad.cli.app import app
from isnad.model import reading
from isnad.model.span import Span

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "docs" / "reference"
LEXICONS = ROOT / "src" / "isnad" / "lexicon" / "data" / "ar"
MADE = "<!-- Written by tools/reference.py; do not edit by hand. -->\n\n"


def commands() -> str:
    """Every command with its help, arguments and options."""
    root = typer.main.get_command(app)
    parts = [
        MADE + "# Commands\n",
        _plain(root.help or ""),
        _plain(getattr(root, "epilog", "") or ""),
    ]
    for name, command in _walk(root, "isnad"):
        parts.append(f"\n## {name}\n")
        parts.append(_plain(command.help or ""))
        parts.append(_parameters(command))
    return "\n".join(part for part in parts if part) + "\n"


def _walk(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    for inner_name, inner in getattr(command, "commands", {}).items():
        if getattr(inner, "commands", None):
            yield from _walk(inner, f"{name} {inner_name}")
        else:
            yield f"{name} {inner_name}", inner


def _plain(text: str) -> str:
    """Help without markup; what rich shows dimmed (an example) becomes a line of code."""
    text = inspect.cleandoc(text).replace("\f", "")
    text = re.sub(r"\[dim\](.*?)\[/dim\]", r"    \1", text, flags=re.S)
    return re.sub(r"\[/?[a-z]+\]", "", text) + "\n"


def _parameters(command: Any) -> str:
    rows = []
    for parameter in command.params:
        if getattr(parameter, "hidden", False) or parameter.name == "help":
            continue
        argument = parameter.param_type_name == "argument"
        shown = (parameter.metavar or parameter.name.upper()).strip("{}[]. ") if argument else ""
        name = shown or ", ".join(f"`{o}`" for o in (*parameter.opts, *parameter.secondary_opts))
        help_text = " ".join((parameter.help or "").split()).replace("|", "\\|")
        needed = "yes" if parameter.required else ""
        rows.append(f"| {name if not argument else f'`{name}`'} | {needed} | {help_text} |")
    return "| argument or option | needed | |\n|---|---|---|\n" + "\n".join(rows) + "\n" if rows else ""


def reading_shape() -> str:
    """The types of a reading with their fields, from the types themselves."""
    source = inspect.getsource(reading)
    structs = [
        getattr(reading, node.name)
        for node in ast.parse(source).body
        if isinstance(node, ast.ClassDef) and issubclass(getattr(reading, node.name), msgspec.Struct)
    ]
    parts = [MADE + "# A reading (`isnad.reading/1`)\n", _plain(reading.__doc__ or "")]
    parts.append(
        "`isnad read --format jsonl` prints one for each article; the library returns the same as frozen values.\n"
    )
    for struct in [structs[-1], *structs[:-1], Span]:
        parts.append(f"## {struct.__name__}\n")
        parts.append(_plain(struct.__doc__ or ""))
        parts.append("| field | type |\n|---|---|")
        for field in struct.__struct_fields__:
            kind = _annotation(struct, field)
            parts.append(f"| `{field}` | {kind} |")
        parts.append("")
    return "\n".join(parts)


def _annotation(struct: type, field: str) -> str:
    for kind in struct.__mro__:
        written = inspect.get_annotations(kind).get(field)
        if written is not None:
            named = getattr(reading, str(written).removesuffix(" | None"), None)
            values = getattr(named, "__args__", None) if not isinstance(named, type) else None
            shown = " · ".join(f'"{v}"' for v in values) if values else str(written)
            shown += " · null" if values and str(written).endswith("| None") else ""
            return re.sub(r"Literal\[(.*?)\]", r"\1", shown).replace("|", "or").replace("None", "null")
    return ""


def library() -> str:
    """The public names of the package with their signatures and first lines."""
    parts = [MADE + "# The library\n", inspect.cleandoc(isnad.__doc__ or "") + "\n"]
    for name in sorted(isnad.__all__, key=lambda n: (n[0].isupper(), n)):
        value = getattr(isnad, name)
        text = " ".join((inspect.getdoc(value) or "").split("\n\n")[0].split())
        parts.append(
            f"- **`{name}`** {_signature(value)}  \n  {text}" if _signature(value) else f"- **`{name}`**: {text}"
        )
    return "\n".join(parts) + "\n"


def _signature(value: Any) -> str:
    if not inspect.isfunction(value):
        return ""
    names = []
    for parameter in inspect.signature(value).parameters.values():
        names.append(parameter.name if parameter.default is parameter.empty else f"{parameter.name}=")
    return f"`({', '.join(names)})`"


def lexicons() -> str:
    """Each lexicon file with what it says of itself and the names of its tables and keys."""
    parts = [
        MADE + "# Lexicons\n",
        "What Isnad knows of Arabic is in these files, `src/isnad/lexicon/data/ar`. A folder of your own is laid over",
        "them with `--lexicons DIR`: lists grow, tables merge, values replace. `isnad lexicon check DIR` checks it.\n",
        "| file | what it holds | tables and keys |",
        "|---|---|---|",
    ]
    for file in sorted(LEXICONS.iterdir()):
        if file.suffix not in (".toml", ".tsv", ".txt"):
            continue
        text = file.read_text(encoding="utf-8")
        keys = ", ".join(f"`{key}`" for key in tomllib.loads(text)) if file.suffix == ".toml" else ""
        parts.append(f"| `{file.name}` | {_header(text)} | {keys} |")
    return "\n".join(parts) + "\n"


def _header(text: str) -> str:
    """The comment at the head of a file, up to its first full stop."""
    lines = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line.lstrip("# ").strip())
    head = " ".join(lines).replace("|", "\\|")
    return re.split(r"(?<=\.)\s", head, maxsplit=1)[0]


WRITTEN: dict[str, Callable[[], str]] = {
    "commands.md": commands,
    "reading.md": reading_shape,
    "library.md": library,
    "lexicons.md": lexicons,
}


def stale() -> list[str]:
    """Names of pages that are not as they would be written now."""
    return [
        name
        for name, make in WRITTEN.items()
        if not (PAGES / name).exists() or (PAGES / name).read_text(encoding="utf-8") != make()
    ]


def main() -> int:
    """Write the pages, or check them."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--check", action="store_true")
    if arguments.parse_args().check:
        old = stale()
        print("\n".join(f"docs/reference/{name} is not up to date: run tools/reference.py" for name in old))
        return int(bool(old))
    PAGES.mkdir(parents=True, exist_ok=True)
    for name, make in WRITTEN.items():
        (PAGES / name).write_text(make(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
