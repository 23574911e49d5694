"""A dossier drafted from a record, for a person to go on with: who is named most, what is counted most."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from isnad.model.reading import Figure
from isnad.model.record import ActorEntry, MeasureGroup, Reconciled, RecordSource

_MOST_ACTORS, _MOST_MEASURES, _MOST_VARIANTS = 40, 20, 6
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


def draft_dossier(source: RecordSource, name: str) -> str:
    """TOML of a dossier with id `name`, from what stands across the articles of a record."""
    reconciled = source.reconciled()
    articles = sum(1 for _ in source.entries())
    parts = [
        _HEAD.format(articles=articles),
        f"id = {quoted(name)}\n",
        f"title = {{ar = {quoted(name)}, en = {quoted(name)}}}\n",
    ]
    parts += [_actor(actor) for actor in _frequent(reconciled)]
    measures = _counted(source, reconciled)
    parts += measures
    parts.append('\n[board]\nsections = ["phases", "deadlines", "positions"]\n')
    return "".join(parts)


def quoted(text: str) -> str:
    """`text` as a TOML string in NFC, without marks that a dossier may not hold."""
    clean = re.sub(
        "[\u0640\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]", "", unicodedata.normalize("NFC", text)
    )
    clean = " ".join(clean.split())
    return '"' + clean.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _frequent(reconciled: Reconciled) -> list[ActorEntry]:
    def weight(actor: ActorEntry) -> tuple[int, int, str]:
        return -len({m.document for m in actor.mentions}), -len(actor.mentions), actor.id

    people = [a for a in reconciled.actors if a.kind != "place" and len({m.document for m in a.mentions}) > 1]
    return sorted(people, key=weight)[:_MOST_ACTORS]


def _actor(actor: ActorEntry) -> str:
    documents = len({m.document for m in actor.mentions})
    aliases = [v for v in actor.variants if v != actor.name][:_MOST_VARIANTS]
    lines = [
        f"\n[[actor]]  # {len(actor.mentions)} mentions in {documents} articles",
        f"id = {quoted(actor.id)}",
        f"kind = {quoted(actor.kind)}",
        f"names = [{quoted(actor.name)}]",
    ]
    if aliases:
        lines.append(f"aliases = [{', '.join(quoted(a) for a in aliases)}]")
    if actor.country:
        lines.append(f"country = {quoted(actor.country)}")
    return "\n".join(lines) + "\n"


def _counted(source: RecordSource, reconciled: Reconciled) -> list[str]:
    def weight(group: MeasureGroup) -> tuple[int, str]:
        return -len({f.item.document for f in group.figures}), group.id

    drafts = []
    groups = [g for g in reconciled.measures if len({f.item.document for f in g.figures}) > 1]
    for number, group in enumerate(sorted(groups, key=weight)[:_MOST_MEASURES], 1):
        figures = [_figure(source, group, i) for i in range(len(group.figures))]
        units = [
            w for w, _ in Counter(f.unit.text for f in figures if f.unit is not None and f.unit != "%").most_common(4)
        ]
        if units:
            drafts.append(_measure(number, group, units, figures))
    return drafts


def _figure(source: RecordSource, group: MeasureGroup, index: int) -> Figure:
    item = group.figures[index].item
    return source.entry(item.document).reading.figures[item.index]


def _measure(number: int, group: MeasureGroup, units: list[str], figures: list[Figure]) -> str:
    of = [w for w, _ in Counter(f.of.text for f in figures if f.of is not None).most_common(4)]
    where = [w for w, _ in Counter(f.where.text for f in figures if f.where is not None).most_common(4)]
    lines = [
        f"\n[[measure]]  # {len(figures)} figures",
        f"id = {quoted(f'measure-{number}')}",
        f"title = {{ar = {quoted(group.title_ar)}, en = {quoted(group.title_en)}}}",
        f"unit = [{', '.join(quoted(u) for u in units)}]",
    ]
    for key, words in (("of", of), ("where", where)):
        if words:
            lines.append(f"{key} = [{', '.join(quoted(w) for w in words)}]")
    return "\n".join(lines) + "\n"
