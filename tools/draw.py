"""Draw items at random for a person to judge, and keep the verdicts without any text.

    python tools/draw.py times CORPUS.jsonl.gz ... --count 300 --seed 7 --sheet SHEET --verdicts VERDICTS
    python tools/draw.py times CORPUS.jsonl.gz ... --count 300 --seed 7 --dated --sheet SHEET --verdicts VERDICTS
    python tools/draw.py --report VERDICTS [SECOND]

As many items come from each corpus, one of an article; with --dated as many sentences that hold a digit or the name of
a month, one of an article, each with all its items. The sheet, which quotes the articles, stays outside the repository.
The verdict file holds of each item the article (hash of its text), offsets, rule, and verdicts to be filled in by its
number on the sheet: right, wrong or unsure. The report gives precisions, and how far two files agree on what both
judged.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from isnad.engine.reading import read_text
from isnad.errors import InputError
from isnad.lexicon.load import Lexicons
from isnad.lexicon.times import Months
from isnad.text.fold import fold_word
from isnad.text.phrases import Phrases
from isnad.text.prose import Prose

QUESTIONS = {"statements": ("found", "speaker", "chain")}  #: further layers ask one question: is it right?
_ARTICLES = 8  #: articles read for each item wanted, so that no article gives many
_CONTEXT = 160  #: code points of the article shown on each side


def _items(reading: Any, layer: str) -> Iterator[tuple[int, int, Any]]:
    for item in getattr(reading, layer):
        span = item.content[0] if layer == "statements" else item.span if layer == "commitments" else item
        start = min((c.start for c in item.cue), default=span.start) if layer == "statements" else span.start
        yield min(start, span.start), max(span.end, start), item


def _day_of(article: dict[str, Any]) -> str | None:
    return article.get("published") or article.get("time") or None


Item = tuple[int, int, Any]


def _one_item(text: str, items: list[Item], rng: random.Random) -> list[Item]:
    return [rng.choice(items)] if items else []


class _DatedSentence:
    """The items of one sentence that holds a digit or the name of a month."""

    def __init__(self) -> None:
        months = Lexicons().load("months", Months).month
        forms = {fold_word(f) for m in months for f in (*m.western, *m.levant, *m.maghreb, *m.hijri)}
        self._months = Phrases(dict.fromkeys(forms, True))

    def __call__(self, text: str, items: list[Item], rng: random.Random) -> list[Item]:
        prose = Prose(text)
        marked = [*(prose.words[i].start for i in prose.with_digits), *(h.start for h in self._months.find(prose))]
        sentences = sorted({prose.sentence_at(at) for at in marked})
        if not sentences:
            return []
        start, end = (prose.back[at] for at in rng.choice(sentences))
        return [item for item in items if start <= item[0] < end]


def draw(paths: list[Path], layer: str, count: int, seed: int, *, dated: bool = False) -> list[dict[str, Any]]:
    """Items of `layer`, the same for the same seed, corpora and readers: `count` in all, or of `count` sentences."""
    choose = _DatedSentence() if dated else _one_item
    out = []
    for path in paths:
        rng = random.Random(f"{seed}:{path.name}")
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            articles = [json.loads(line) for line in lines]
        found = []
        wanted = -(-count // len(paths))
        for article in rng.sample(articles, min(len(articles), wanted * _ARTICLES)):
            try:
                reading = read_text(article["text"], published=_day_of(article), title=article.get("title"))
            except InputError:
                continue
            chosen = [
                {"corpus": path.name.split("-")[0].split(".")[0], "article": article, "item": item, "at": (start, end)}
                for start, end, item in choose(article["text"], list(_items(reading, layer)), rng)
            ]
            if chosen:
                found.append(chosen)
        out += rng.sample(found, min(wanted, len(found)))
    return [item for chosen in out[:count] for item in chosen]


def _shown(item: Any, layer: str) -> str:
    if layer == "statements":
        speaker = item.speaker.text if item.speaker else "—"
        chain = " ← ".join(v.text for v in item.chain)
        return f"speaker: {speaker}\n   chain: {chain}\n   content: {' / '.join(c.text for c in item.content)}"
    if layer == "times":
        return f"{item.text} = {item.type} {item.value} [{item.earliest}..{item.latest}]"
    if layer == "figures":
        unit = item.unit if isinstance(item.unit, str) or item.unit is None else item.unit.text
        return f"{item.text} = {item.approx} {item.value} {unit} {item.currency or ''}"
    if layer == "commitments":
        who = item.who.text if item.who else "—"
        due = item.due.value if item.due else "—"
        return f"who: {who} | due: {due} | {item.span.text}"
    return f"{item.text} = {item.type}"


def write_sheet(drawn: list[dict[str, Any]], layer: str, sheet: Path, verdicts: Path) -> None:
    """The sheet to judge from and the verdict file to fill in; both number the items alike."""
    questions = QUESTIONS.get(layer, ("verdict",))
    with sheet.open("w", encoding="utf-8") as out, verdicts.open("w", encoding="utf-8") as kept:
        for n, d in enumerate(drawn, 1):
            start, end = d["at"]
            text = d["article"]["text"]
            around = text[max(0, start - _CONTEXT) : start] + "⟦" + text[start:end] + "⟧" + text[end : end + _CONTEXT]
            out.write(
                f"#{n} ({_day_of(d['article'])})\n   {_shown(d['item'], layer)}\n   … {around} …\n\n".replace("\r", "")
            )
            line = {
                "n": n,
                "corpus": d["corpus"],
                "article": hashlib.sha256(text.encode()).hexdigest()[:16],
                "start": start,
                "end": end,
                "rule": d["item"].rule,
                **dict.fromkeys(questions),
            }
            kept.write(json.dumps(line, ensure_ascii=False) + "\n")


def report(paths: list[Path]) -> str:
    """Precision of each question by corpus (of compared figures by relation); with two files, how often they agree on
    what both judged."""
    files = [[json.loads(line) for line in p.read_text("utf-8").splitlines()] for p in paths]
    keys = {"n", "corpus", "relation", "article", "start", "end", "other", "rule", "note"}
    lines = []
    for path, items in zip(paths, files, strict=True):
        for question in [k for k in items[0] if k not in keys]:
            kind = "corpus" if "corpus" in items[0] else "relation"
            for corpus in (*sorted({i[kind] for i in items}), "all"):
                judged = [i[question] for i in items if i[question] and (corpus in ("all", i[kind]))]
                right, wrong = judged.count("right"), judged.count("wrong")
                share = right / (right + wrong) if right + wrong else 0.0
                lines.append(
                    f"{path.name} {question} {corpus}: {share:.3f} ({right} right, {wrong} wrong, {len(judged)} judged)"
                )
    if len(files) == 2:
        first = {(i["article"], i["start"], i["end"]): i for i in files[0]}
        for question in [k for k in files[1][0] if k not in keys]:
            both = [(first[k], i) for i in files[1] if (k := (i["article"], i["start"], i["end"])) in first]
            pairs = [(a[question], b[question]) for a, b in both if a[question] and b[question]]
            same = sum(a == b for a, b in pairs)
            lines.append(
                f"agreement on {question}: {same}/{len(pairs)}" if pairs else f"agreement on {question}: none judged"
            )
    return "\n".join(lines)


def main() -> int:
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("layer", nargs="?", choices=["names", "times", "figures", "statements", "commitments"])
    a.add_argument("corpora", nargs="*", type=Path)
    a.add_argument("--count", type=int, default=300)
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--dated", action="store_true")
    a.add_argument("--sheet", type=Path)
    a.add_argument("--verdicts", type=Path)
    a.add_argument("--report", nargs="+", type=Path)
    o = a.parse_intermixed_args()
    if o.report:
        sys.stdout.write(report(o.report) + "\n")
        return 0
    if not (o.layer and o.corpora and o.sheet and o.verdicts):
        a.error("LAYER, CORPORA, --sheet and --verdicts are needed to draw")
    write_sheet(draw(o.corpora, o.layer, o.count, o.seed, dated=o.dated), o.layer, o.sheet, o.verdicts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
