"""Parts of clauses round the verb of a commitment: which words before it can be its subject."""

from __future__ import annotations

import re

from isnad.model.span import Span
from isnad.read.commitments.nouns import Names
from isnad.read.commitments.speakers import PARTICLES
from isnad.text.fold import fold_word
from isnad.text.prose import Prose

_RELATIVES = frozenset(("الذي", "التي", "الذين", "اللذين", "لا", "ممن", "لم"))
RELATIVE = re.compile(r"\s(?:الذي|التي|الذين|اللذين|اللتين|ممن|يضم|تضم)\s")
APPOSED = re.compile(r"(?P<who> [^.،؛:!؟\n]{3,60})(?P<more>، [^.؛:!؟\n]{3,110})، ")  #: أن فلان، رئيس الأمن، سيترك


def plural(noun: Span, ending: str) -> bool:
    """Whether a noun phrase is of several persons, by its ending and by its verb's."""
    first = fold_word(noun.text.split()[0])
    return ending in ("ون", "وا") and first.startswith("ال") and first.endswith(("ين", "ون")) and len(first) > 5


def may_act(phrase: list[str]) -> bool:
    """Whether a short phrase without a known head can be who pledges."""
    return PARTICLES.isdisjoint(phrase) and not phrase[-1].endswith("وا") and phrase[0][0].isalpha()


def own_verb(prose: Prose, begin: int, stop: int, names: Names) -> bool:
    """Whether a verb of its own stands in the phrase, outside a relative clause: it is none that another verb needs."""
    words = prose.words
    i = prose.word_at(begin) + 1
    while i < len(words) and words[i].end <= stop:
        before, word = words[i - 1].form, words[i].form
        verbal = (word[0] == "ي" and len(word) > 3) or (word[0] in "يت" and len(word) > 2 and before.startswith("ال"))
        if verbal and before not in _RELATIVES and word[-1] != "ه" and prose.back[words[i].start] not in names:
            return True
        i += 1
    return False


def headed(prose: Prose, begin: int, end: int, names: Names) -> Span:
    """The phrase without a relative clause; of a long one that begins with a country, the country alone."""
    cut = RELATIVE.search(prose.text, begin, end)
    span = prose.span(begin, cut.start() if cut else end)
    if len(span.text.split()) < 4:
        return span
    name = names.get(span.start)
    return Span(name.start, name.end, name.text) if name is not None and name.type == "LOC" else span
