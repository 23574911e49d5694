"""The generated pages of docs/reference: the commands, a reading's shape, the library, the lexicons, the cues; and the
generated parts of docs/explanation, between <!-- made: NAME --> and <!-- end -->.

    python tools/reference.py            write them
    python tools/reference.py --check    exit code 1 where one is not as it would be written

docs/reference/record-schema.md is written by the record itself. tests/test_reference.py runs the check.
"""

from __future__ import annotations

import argparse
import ast
import inspect
import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

import msgspec
import typer

import isnad
from isnad.cli.app import app
from isnad.lexicon.load import Lexicons
from isnad.lexicon.reporting import Preposition, Reporting, Verb
from isnad.model import reading
from isnad.model.span import Span
from isnad.read.statements.forms import inflect

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "docs" / "reference"
EXPLANATION = ROOT / "docs" / "explanation"
VERDICTS = ROOT / "tests" / "verdicts"
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


_TAKES = {None: "أن · « » · :", "clause": "أن", "quote": "« » · :", "noun": "–"}
_NOTES = {
    "weak": "only of a name or of what heads a voice",
    "any_noun": "any noun, not acts alone",
    "whole": "accused and act together",
    "as_": "predicate of its object",
    "announced": "quotation after a colon or a second cue",
    "takes_masdar": "or another cue as its object",
    "in_document": "«في» with the document, whose author speaks",
    "documents_only": "of documents alone",
}


def cues() -> str:
    """The inventory of reporting.toml: what is heard as «somebody says», and with what frame."""
    reporting = Lexicons().load("reporting", Reporting)
    parts = [
        MADE + "# Cues of reporting\n",
        f"{len(reporting.verb)} entries of verbs and {len(reporting.carrier)} of carriers in",
        f"{len(inflect(reporting)):,} written forms (persons, numbers, tenses, object pronouns; proclitics on top),",
        f"{len(reporting.preposition)} of prepositional cues, and the conjunctions that take a verb. From",
        "`src/isnad/lexicon/data/ar/reporting.toml`;",
        "[how a statement is heard](../explanation/statements.md) says what the reader does with them.\n",
        "**Content**: a clause after أن or إن, words in quotation marks, words after a colon. **As a noun**: the",
        "particle after which the content stands as a noun phrase (طالب بـ⟦الإفراج⟧); «direct»: without one",
        "(نفى ⟦صحة⟧). **Told**: how whoever is spoken to is taken.\n",
    ]
    for force in get_args(reading.Force):
        verbs = [verb for verb in reporting.verb if verb.force == force]
        if verbs:
            parts.append(f"## {force}\n\n| verb | participle | verbal noun | content | as a noun | told | |")
            parts.append("|---|---|---|---|---|---|---|")
            parts += [_verb_row(verb) for verb in verbs]
            parts.append("")
    parts += ["## Carriers\n", "One voice carries the words of another: نقلت الوكالة عن مسؤول قوله إن.\n"]
    parts += ["| verb | before the other voice |", "|---|---|"]
    parts += [f"| {_words(c.perfect)} | {_words(c.source)} |" for c in reporting.carrier]
    parts += ["\n## Prepositions\n", "What follows is the voice.\n", "| form | force | |", "|---|---|---|"]
    parts += [f"| {_words(p.forms)} | {p.force} | {_preposition_note(p)} |" for p in reporting.preposition]
    parts += ["\n## Conjunctions with a verb\n", " · ".join(f for a in reporting.as_said for f in a.forms) + "\n"]
    parts += ["## Nouns that head a voice\n", "| role | nouns |", "|---|---|"]
    heads = ((f, getattr(reporting.heads, f)) for f in reporting.heads.__struct_fields__)
    parts += [f"| {role} | {_words(nouns)} |" for role, nouns in heads]
    return "\n".join(parts) + "\n"


def _words(forms: Iterable[str]) -> str:
    return "، ".join(forms)


def _verb_row(verb: Verb) -> str:
    notes = [text for field, text in _NOTES.items() if getattr(verb, field)]
    notes += [f"objects: {_words(verb.objects)}"] if verb.objects else []
    notes += [f"impersonal: {_words(verb.impersonal)}"] if verb.impersonal else []
    cells = (
        _words(verb.perfect),
        _words(verb.participle),
        _words(verb.masdar),
        _TAKES[verb.only],
        _words(particle or "direct" for particle in verb.noun),
        _words(particle or "direct" for particle in verb.addressee),
        "; ".join(notes),
    )
    return "| " + " | ".join(cells) + " |"


def _preposition_note(preposition: Preposition) -> str:
    notes = ["names the innermost voice"] if preposition.inner else []
    return "; ".join(notes + (["persons only"] if preposition.persons_only else []))


def rates() -> str:
    """How many of the statements drawn at random were judged right: by question and source, and by the cue's shape."""
    lines = ["| | found | speaker, of those found | whole chain, of those found |", "|---|---|---|---|"]
    shapes: dict[str, Counter[tuple[str, str]]] = {}
    for file in sorted(VERDICTS.glob("statements*.jsonl")):
        items = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        for corpus in (*sorted({i["corpus"] for i in items}), "all"):
            held = Counter((q, i.get(q)) for i in items if corpus in ("all", i["corpus"]) for q in _ASKED)
            lines.append(f"| `{file.name}`, {corpus} | " + " | ".join(_share(held, q) for q in _ASKED) + " |")
        for item in items:
            if "rule" in item:
                shape = shapes.setdefault(_shape(item["rule"]), Counter())
                shape.update((q, item.get(q)) for q in _ASKED)
    lines += ["", "| shape of the cue | found | speaker | whole chain |", "|---|---|---|---|"]
    for name, held in sorted(shapes.items(), key=lambda s: (-s[1].total(), s[0])):
        lines.append(f"| {name} | " + " | ".join(_share(held, q) for q in _ASKED) + " |")
    return "\n".join(lines)


def shares() -> str:
    """Per family of items the share judged right in its newest verdicts, by source; of comparisons by relation."""
    sys.path.insert(0, str(ROOT / "tools"))
    import measured

    held: dict[str, dict[str | None, Counter[str]]] = {}
    for family, (layer, question) in measured.QUESTIONS.items():
        file = measured.newest(layer)
        for item in map(json.loads, file.read_text(encoding="utf-8").splitlines() if file else ()):
            for corpus in (item.get("corpus"), item.get("relation"), "all"):
                counts = held.setdefault(family, {}).setdefault(corpus, Counter())
                counts[item.get(question, item.get("verdict"))] += 1
    pairs = held.pop("comparisons", {})
    return "\n\n".join(_shares(by) for by in (held, {"comparisons": pairs}) if any(by.values()))


def _shares(held: dict[str, dict[str | None, Counter[str]]]) -> str:
    kinds = [*sorted({c for by in held.values() for c in by if c} - {"all"}), "all"]
    lines = ["| | " + " | ".join(kinds) + " |", "|---|" + "---|" * len(kinds)]
    for family, by in held.items():
        shown = (by.get(kind, Counter()) for kind in kinds)
        lines.append(f"| {family} | " + " | ".join(_right(c["right"], c["wrong"]) for c in shown) + " |")
    return "\n".join(lines)


_ASKED = ("found", "speaker", "chain")


def _share(held: Counter[tuple[str, str]], question: str) -> str:
    return _right(held[question, "right"], held[question, "wrong"])


def _right(right: int, wrong: int) -> str:
    return f"{right / (right + wrong):.2f} ({right} of {right + wrong})" if right + wrong else "–"


def _shape(rule: str) -> str:
    """`verb:adaf:quote` is «verb, then quote»; what is no verb is its first part."""
    first, *_, last = rule.split(":")
    return f"{first}, then {last}" if first == "verb" else first


def _part(name: str) -> str:
    """The page of docs/explanation with its part `name` as it would be now. Raises ValueError where it has no place."""
    file, make = PARTS[name]
    text = (EXPLANATION / file).read_text(encoding="utf-8")
    before, start, rest = text.partition(f"<!-- made: {name} -->\n")
    _, end, after = rest.partition("<!-- end -->")
    if not start or not end:
        raise ValueError(f"{file} has no place for {name}")
    return f"{before}{start}\n{make()}\n\n{end}{after}"


#: part of a page of docs/explanation → the page, and what writes the part
PARTS: dict[str, tuple[str, Callable[[], str]]] = {
    "rates": ("statements.md", rates),
    "shares": ("limits.md", shares),
}
WRITTEN: dict[str, Callable[[], str]] = {
    "commands.md": commands,
    "reading.md": reading_shape,
    "library.md": library,
    "lexicons.md": lexicons,
    "cues.md": cues,
}


def stale() -> list[Path]:
    """Pages that are not as they would be written now."""
    made = {PAGES / name: make() for name, make in WRITTEN.items()}
    made |= {EXPLANATION / file: _part(name) for name, (file, _) in PARTS.items()}
    return [page for page, text in made.items() if not page.exists() or page.read_text(encoding="utf-8") != text]


def main() -> int:
    """Write the pages, or check them."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--check", action="store_true")
    if arguments.parse_args().check:
        old = stale()
        for page in old:
            print(f"{page.relative_to(ROOT)} is not up to date: run tools/reference.py")
        return int(bool(old))
    PAGES.mkdir(parents=True, exist_ok=True)
    for name, make in WRITTEN.items():
        (PAGES / name).write_text(make(), encoding="utf-8")
    for name, (file, _) in PARTS.items():
        (EXPLANATION / file).write_text(_part(name), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
