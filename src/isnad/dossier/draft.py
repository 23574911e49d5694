"""A dossier drafted from a record, for a person to go on with: who is named most, what is counted most."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from isnad.lexicon.joining import Joining
from isnad.lexicon.load import Lexicons
from isnad.model.reading import Figure
from isnad.model.record import ActorEntry, MeasureGroup, Reconciled, RecordSource
from isnad.text.fold import fold_word

_MOST_UNKNOWN, _MOST_KNOWN, _MOST_MEASURES, _MOST_UNITS, _MOST_VARIANTS = 30, 15, 12, 8, 6
_OFTEN = 5  #: mentions that let in an actor of one article
_HEAD = """\
# A draft made from {articles} articles: the actors named most and the things counted most, for you to correct.
# Put ids you will recognise, take out what does not belong, add offices (with their days), questions and phases:
#
# [[actor.office]]        [[question]]                                      [[phase]]
# title = "رئيس الوزراء"   id = "presence"                                   id = "end-of-combat"
# of = "IQ"               title = {{ar = "…", en = "…"}}                       title = {{ar = "…", en = "…"}}
# from = 2022-10-27       about = ["وجود القوات"]                            cues = ["إنهاء المهام القتالية"]
#                         stances = ["stay", "leave", "conditional"]
#
# Then: isnad dossier check THIS_FILE

"""
_UNKNOWN = """
# ---- Actors that Isnad does not know. Are all names of one of them his? Does one stand here twice? ----
"""
_KNOWN = """
# ---- Actors that it knows already. Keep those whose offices you add; it knows the others without this file. ----
"""
_MEASURES = """
# ---- What is counted. The board shows what you name in [board]. ----
"""
_BOARD = """
[board]
sections = ["phases", "deadlines", "positions", "origins"]
# Sections of measures: forces, threat, training, bases, stabilisation. Add one to `sections`, and say what it counts:
# forces = ["measure-1"]
"""


def draft_dossier(source: RecordSource, name: str) -> str:
    """TOML of a dossier with id `name`, from what stands across the articles of a record."""
    reconciled = source.reconciled()
    articles = sum(1 for _ in source.entries())
    unknown, known = _frequent(reconciled)
    singular = {fold_word(m): fold_word(p.one) for p in Lexicons().load("joining", Joining).plural for m in p.many}
    measures = [*_grouped(source, reconciled, singular), *_units(source, reconciled, singular)]
    parts = [
        _HEAD.format(articles=articles),
        f"id = {quoted(name)}\n",
        f"title = {{ar = {quoted(name)}, en = {quoted(name)}}}\n",
        *_section(_UNKNOWN, [_actor(actor) for actor in unknown]),
        *_section(_KNOWN, [_actor(actor) for actor in known]),
        *_section(_MEASURES, [m.replace("NUMBER", str(n), 1) for n, m in enumerate(measures, 1)]),
        _BOARD,
    ]
    return "".join(parts)


def quoted(text: str) -> str:
    """`text` as a TOML string in NFC, without marks that a dossier may not hold."""
    clean = re.sub(
        "[\u0640\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]", "", unicodedata.normalize("NFC", text)
    )
    clean = " ".join(clean.split())
    return '"' + clean.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _section(head: str, entries: list[str]) -> list[str]:
    return [head, *entries] if entries else []


def _frequent(reconciled: Reconciled) -> tuple[list[ActorEntry], list[ActorEntry]]:
    """Who stands in several articles, or often in one: those that no list knows, and those that one knows."""

    def weight(actor: ActorEntry) -> tuple[int, int, str]:
        return -_articles(actor), -len(actor.mentions), actor.id

    able = [a for a in reconciled.actors if a.kind != "place" and (_articles(a) > 1 or len(a.mentions) >= _OFTEN)]
    able.sort(key=weight)
    known = [a for a in able if a.rule == "actors.known"]
    return [a for a in able if a.rule != "actors.known"][:_MOST_UNKNOWN], known[:_MOST_KNOWN]


def _articles(actor: ActorEntry) -> int:
    return len({m.document for m in actor.mentions})


def _actor(actor: ActorEntry) -> str:
    documents = _articles(actor)
    name, *aliases = _apart([actor.name, *actor.variants])
    lines = [
        f"\n[[actor]]  # {_counted(len(actor.mentions), 'mention')} in {_counted(documents, 'article')}",
        f"id = {quoted(actor.id.replace('@', '-'))}",
        f"kind = {quoted(actor.kind)}",
        f"names = [{quoted(name)}]",
    ]
    if aliases:
        lines.append(f"aliases = [{', '.join(quoted(a) for a in aliases[:_MOST_VARIANTS])}]")
    if actor.country:
        lines.append(f"country = {quoted(actor.country)}")
    return "\n".join(lines) + "\n"


def _apart(forms: Sequence[str]) -> list[str]:
    """The forms that differ in more than spelling (folding), «لل» for «ال», and the underscores of a hashtag."""
    held: dict[str, str] = {}
    for form in forms:
        plain = re.sub(r"^لل(?=\w{2})", "ال", form.replace("_", " "))
        held.setdefault(fold_word(plain), plain)
    return list(held.values())


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _grouped(source: RecordSource, reconciled: Reconciled, singular: dict[str, str]) -> list[str]:
    """Measures of what the record has found to be counted in several articles, with whose and where."""

    def weight(group: MeasureGroup) -> tuple[int, str]:
        return -len({f.item.document for f in group.figures}), group.id

    drafts = []
    groups = [g for g in reconciled.measures if len({f.item.document for f in g.figures}) > 1]
    for group in sorted(groups, key=weight)[:_MOST_MEASURES]:
        figures = [source.entry(f.item.document).reading.figures[f.item.index] for f in group.figures]
        units = _alike(_most(_unit(f) for f in figures), singular)
        if units:
            articles = len({f.item.document for f in group.figures})
            scope = {
                "of": _most(f.of.text for f in figures if f.of is not None),
                "where": _most(f.where.text for f in figures if f.where is not None),
            }
            drafts.append(_measure(group.title_ar, group.title_en, units, scope, len(figures), articles))
    return drafts


def _units(source: RecordSource, reconciled: Reconciled, singular: dict[str, str]) -> list[str]:
    """Measures of units that several articles count, whosoever's and wherever, where no group holds them."""
    grouped = {(f.item.document, f.item.index) for g in reconciled.measures for f in g.figures}
    written: dict[str, list[str]] = {}
    documents: dict[str, set[str]] = {}
    for entry in source.entries():
        for index, figure in enumerate(entry.reading.figures):
            unit = _unit(figure)
            if unit and figure.currency is None and (entry.document.id, index) not in grouped:
                key = _one(unit, singular)
                written.setdefault(key, []).append(unit)
                documents.setdefault(key, set()).add(entry.document.id)
    frequent = sorted((k for k in written if len(documents[k]) > 1), key=lambda k: (-len(documents[k]), k))
    drafts = []
    for key in frequent[:_MOST_UNITS]:
        forms = _alike(_most(written[key]), singular)
        drafts.append(_measure(forms[0], forms[0], forms, {}, len(written[key]), len(documents[key])))
    return drafts


def _one(unit: str, singular: dict[str, str]) -> str:
    """The form of a unit that its written forms are joined by: folded, without article and accusative ending."""
    word = fold_word(unit)
    word = word[2:] if word.startswith("ال") and len(word) > 4 else word
    word = singular.get(word, word)
    return word[:-1] if word.endswith("ا") and len(word) > 3 else word


def _alike(units: list[str], singular: dict[str, str]) -> list[str]:
    """Units that differ in more than number and ending; Isnad knows those for one."""
    return list({_one(unit, singular): unit for unit in reversed(units)}.values())[::-1]


def _unit(figure: Figure) -> str | None:
    return None if figure.unit is None or isinstance(figure.unit, str) else figure.unit.text


def _most(words: Iterable[str | None]) -> list[str]:
    """The four commonest, spellings aside."""
    return _apart([w for w, _ in Counter(w for w in words if w).most_common()])[:4]


def _measure(ar: str, en: str, units: list[str], scope: dict[str, list[str]], figures: int, articles: int) -> str:
    """A measure, its number left open."""
    lines = [
        f"\n[[measure]]  # {_counted(figures, 'figure')} in {_counted(articles, 'article')}",
        'id = "measure-NUMBER"',
        f"title = {{ar = {quoted(ar)}, en = {quoted(en)}}}",
        f"unit = [{', '.join(quoted(u) for u in units)}]",
    ]
    lines += [f"{key} = [{', '.join(quoted(w) for w in words)}]" for key, words in scope.items() if words]
    return "\n".join(lines) + "\n"
