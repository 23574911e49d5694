"""Compile the finite verb forms of the news: words that stand after لم، لن، قد، الذي and rarely after prepositions.

    python tools/build_verbs.py CORPUS.jsonl.gz ... > src/isnad/lexicon/data/ar/verbs.toml

Each line of a corpus is a JSON object with a `text`. Only word forms come out, never sentences.
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

from isnad.text.fold import fold

_WORD = re.compile(r"[^\W_\d]+")
_BEFORE_VERB = frozenset(["التي", "الذي", "الذين", "لم", "لن", "سوف", "قد", "وقد", "لقد", "ولم", "ولن"])
_BEFORE_NOUN = frozenset(["في", "من", "الي", "علي", "عن", "مع", "بين", "خلال", "بعد", "قبل", "كل", "هذا", "هذه"])
#: Forms that the counts admit though they are more often a noun, a name or an adverb.
_NOT_VERBS = frozenset(
    [
        "نادرا",
        "الشمل",
        "طالب",
        "يزيد",
        "يهمك",
        "نجد",
        "مازال",
        "تونس",
        "ايضا",
        "اخيرا",
        "كثيرا",
        "دايما",
        "سابقا",
        "حتما",
    ]
)
_LEAST, _SHARE, _SHORTEST = 4, 0.06, 4


def _words(paths: list[str]) -> Iterator[list[str]]:
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield _WORD.findall(fold(json.loads(line)["text"]).text)


def compile_verbs(paths: list[str]) -> list[str]:
    """Folded verb forms, sorted."""
    total: Counter[str] = Counter()
    verbal: Counter[str] = Counter()
    nominal: Counter[str] = Counter()
    for words in _words(paths):
        total.update(words)
        for before, word in itertools.pairwise(words):
            if before in _BEFORE_VERB:
                verbal[word] += 1
            elif before in _BEFORE_NOUN:
                nominal[word] += 1
    return sorted(
        w
        for w, n in verbal.items()
        if n >= _LEAST
        and len(w) >= _SHORTEST
        and w not in _NOT_VERBS
        and n / total[w] > _SHARE
        and nominal[w] < n / 2
        and total["ال" + w] < total[w] / 2
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpus", nargs="+", metavar="CORPUS.jsonl.gz")
    forms = compile_verbs(arguments.parse_args().corpus)
    sys.stdout.write(
        "# Finite verb forms of news Arabic, folded; made by tools/build_verbs.py by counting.\nforms = [\n"
    )
    for i in range(0, len(forms), 12):
        sys.stdout.write("  " + " ".join(f'"{w}",' for w in forms[i : i + 12]) + "\n")
    sys.stdout.write("]\n")


if __name__ == "__main__":
    main()
