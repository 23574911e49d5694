"""Builds src/isnad/lexicon/data/ar/common_words.txt: word forms of the news that are hardly ever part of a name.

    python tools/build_common_words.py CORPUS.jsonl.gz ... > src/isnad/lexicon/data/ar/common_words.txt
    python tools/build_common_words.py CORPUS.jsonl.gz ... --check      exit code 1 where the shipped list differs

Each line of a corpus is a JSON object with a `text`. Only word forms come out, never sentences. A form is common where
it is frequent, or stands beside other forms of the same word (with article, ending, pronoun, verbal prefix), which
names have not; and where it hardly ever follows a given name, which surnames do. The list depends on the names' lists
too: build it anew after changing them, and look at what changes in the names found.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator

from isnad.lexicon.load import Lexicons
from isnad.lexicon.names import (
    Agencies,
    Agency,
    Countries,
    Country,
    Given,
    Organisation,
    Organisations,
    Persons,
    Place,
    Places,
    cities,
    common_words,
    items,
)
from isnad.text.fold import fold, fold_word
from isnad.text.words import strip_proclitics

HEADER = "# Word forms counted over news by tools/build_common_words.py: forms only, folded, sorted."
_WORD = re.compile(r"[^\W_]+")
_ARABIC = re.compile(r"[ء-ي]{2,}")
_SUFFIXES = tuple("ه ات ون ين ان ها هم هما نا ا ت وا تي تين تان يه يون تها ته".split())  # noqa: SIM905
_VERBAL = tuple("ي ت ن ا م است يست تست يت تت ان ين سي ست".split())  # noqa: SIM905
_LEAST, _RATHER, _OFTEN = 4, 25, 120  #: occurrences that let a form count with two, one, no other form of its word
_SHARE = 0.05  #: of a form's occurrences, those after a given name that make it a surname


class Counts:
    """total: each form; named: after a given name or «بن»; short: after a short given name («كيم»)."""

    def __init__(self) -> None:
        self.total: Counter[str] = Counter()
        self.named: Counter[str] = Counter()
        self.short: Counter[str] = Counter()


def _tokens(paths: list[str]) -> Iterator[list[tuple[str, bool]]]:
    """Folded forms of each article, and whether nothing but a space stands before them."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                text = fold(json.loads(line)["text"]).text
                found = list(_WORD.finditer(text))
                ends = [-9, *(m.end() for m in found)]
                yield [(m.group(), m.start() == end + 1) for m, end in zip(found, ends, strict=False)]


def count(paths: list[str], given: set[str], short: set[str]) -> Counts:
    held = Counts()
    for words in _tokens(paths):
        held.total.update(w for w, _ in words)
        for (before, _), (word, joined) in itertools.pairwise(words):
            if not joined:
                continue
            if before in given or (before[0] == "و" and before[1:] in given):
                held.named[word] += 1
            elif before in short:
                held.short[word] += 1
    return held


def _relatives(form: str, total: Counter[str]) -> int:
    """How many other forms of the same word there are, proclitics aside."""
    base = form[2:] if form.startswith("ال") and len(form) > 4 else form
    stems = {base}
    for suffix in _SUFFIXES:
        if base.endswith(suffix) and len(base) - len(suffix) > 2:
            stems.add(base[: -len(suffix)])
    for prefix in _VERBAL:
        if base.startswith(prefix) and len(base) - len(prefix) > 2:
            stems.add(base[len(prefix) :])
    others = {stem + suffix for stem in stems for suffix in ("", *_SUFFIXES)}
    others |= {"ال" + other for other in others}
    others |= {prefix + stem for stem in stems for prefix in _VERBAL}
    return sum(1 for other in others - {form} if total[other] > 1)


def _is_common(form: str, counts: Counts) -> bool:
    n = counts.total[form]
    if n < _LEAST or not _ARABIC.fullmatch(form):
        return False
    if counts.named[form] / n >= _SHARE:
        return False
    if (counts.named[form] + counts.short[form]) / n >= 6 * _SHARE:
        return False
    return n >= _OFTEN or _relatives(form, counts.total) >= (1 if n >= _RATHER else 2)


def compile_forms(paths: list[str]) -> list[str]:
    """Folded common forms, sorted."""
    lexicons = Lexicons()
    names = lexicons.load("given", Given)
    given = {w for w in items(fold_word(names.sure + names.foreign)) if len(w) > 2}
    linked = {w for w in items(fold_word(names.links)) if len(w) > 2}
    counts = count(paths, given | (linked - {"ذات"}), set(items(fold_word(names.short))))
    left_out = given | _listed(lexicons)
    forms = {
        w for w in counts.total if _is_common(w, counts) and left_out.isdisjoint(r for _, r in strip_proclitics(w))
    }
    return sorted(w for w in forms if not (w[0] in "وف" and len(w) > 4 and w[1:] in forms))


def _listed(lexicons: Lexicons) -> set[str]:
    """Single-word names of the other lists, unless these call them doubtful."""
    countries, places = lexicons.load("countries", Countries), lexicons.load("places", Places)
    doubtful = set(items(fold_word(places.doubtful)))
    out = {fold_word(n) for p in lexicons.load("persons", Persons).person for n in p.alone}
    listed: list[Country | Place] = [*countries.country, *countries.region, *places.place]
    for place in listed:
        out.update(fold_word(n) for n in place.names if not place.doubtful)
    out.update(f for city in cities() for f in city.forms)
    agencies = lexicons.load("agencies", Agencies)
    bodies: list[Organisation | Agency] = [*lexicons.load("organisations", Organisations).organisation]
    for body in [*bodies, *agencies.agency, *agencies.outlet]:
        out.update(fold_word(n) for n in body.names if n not in body.doubtful)
    return {w for w in out if " " not in w and w not in doubtful}


def main() -> int:
    """Print the list, or compare it with the shipped one."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpus", nargs="+", metavar="CORPUS.jsonl.gz")
    arguments.add_argument("--check", action="store_true")
    o = arguments.parse_args()
    forms = compile_forms(o.corpus)
    if not o.check:
        sys.stdout.write("\n".join([HEADER, *forms]) + "\n")
        return 0
    shipped = common_words()
    added, gone = sorted(set(forms) - shipped), sorted(shipped - set(forms))
    for sign, words in (("+", added), ("-", gone)):
        print(*(f"{sign} {word}" for word in words), sep="\n", end="\n" * bool(words))
    return int(bool(added or gone))


if __name__ == "__main__":
    sys.exit(main())
