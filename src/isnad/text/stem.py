"""Light stems for searching: what Arabic writes onto a word taken off, by length alone and without a dictionary.

A stem is no root and no lemma: it only has to come out the same for the forms a reader would expect to find together.
Folded words in, folded stems out.
"""

from __future__ import annotations

from functools import lru_cache

_DEFINITE = ("بال", "كال", "فال", "وال", "ال")
_SINGLE = "بلكف"
_LONG_ENDINGS = (("هما", 3), ("ها", 3), ("هم", 3), ("هن", 3), ("نا", 4), ("ات", 3), ("ون", 4), ("ين", 4), ("ان", 4))
_SHORT_ENDINGS = (("ه", 3), ("ي", 3), ("ا", 3), ("ت", 3))
_ENDINGS = _LONG_ENDINGS + _SHORT_ENDINGS
_AND = ("", "و", "ف")
_BEFORE_NOUN = ("", "ب", "ل", "ك")
_BEFORE_SHORT_NOUN = ("", "ب", "ل")  #: «ك» before three letters makes another word more often than a comparison
_ARTICLES = ("ال", "بال", "كال", "لل")


def _without_article(form: str) -> str:
    """و off, then the article with what stands before it."""
    if form.startswith("و") and len(form) > 3:
        form = form[1:]
    for head in _DEFINITE:
        if form.startswith(head) and len(form) - len(head) >= 3:
            return form[len(head) :]
    if form.startswith(("لل", "فلل")) and len(form) - form.index("لل") - 2 >= 3:
        return form[form.index("لل") + 2 :]
    return form


def _without_endings(form: str) -> str:
    """Pronouns, plurals, the feminine and the nisba off, until nothing more comes off."""
    at = 0
    while at < len(_ENDINGS):
        ending, least = _ENDINGS[at]
        if form.endswith(ending) and len(form) - len(ending) >= least:
            form = form[: -len(ending)]
            at = 0
        else:
            at += 1
    return form


@lru_cache(maxsize=65536)
def stem(form: str) -> str:
    """The light stem of one folded word; three letters or longer unless the word itself is shorter."""
    word = _without_endings(_without_article(form))
    while word[:1] and word[0] in _SINGLE and len(word) > 4:
        word = word[1:]
    return word


def _bases(form: str) -> set[str]:
    """The words without proclitics that a written form may stand for."""
    bases = {form, _without_article(form)}
    if form.startswith(("لل", "ولل", "فلل")):
        bases.add(form[form.index("لل") + 1 :])  # ل before a word that itself begins with ل
    return bases


@lru_cache(maxsize=4096)
def stems_to_find(form: str) -> tuple[str, ...]:
    """The stems under which any form of a folded word may stand in a text, sorted: the word with every proclitic."""
    out: set[str] = set()
    for base in _bases(form):
        before = _BEFORE_NOUN if len(base) > 3 else _BEFORE_SHORT_NOUN
        for conjunction in _AND:
            out.update(stem(conjunction + p + base) for p in before)
            if not base.startswith("ال"):
                out.update(stem(conjunction + article + base) for article in _ARTICLES)
    return tuple(sorted(out))
