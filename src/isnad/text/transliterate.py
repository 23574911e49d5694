"""Kebab-case ids from Arabic names."""

from __future__ import annotations

from functools import lru_cache

_LETTERS = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z",
    "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k",
    "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "ء": "",
    "پ": "p", "چ": "ch", "ژ": "zh", "ڤ": "v", "گ": "g",
}  # fmt: skip
_LONG = {"و": "u", "ي": "i"}


def _word(form: str) -> str:
    if form.startswith("ال") and len(form) > 3:
        return "al-" + _word(form[2:])
    out = []
    for n, letter in enumerate(form):
        plain = _LETTERS.get(letter, letter if letter.isascii() and letter.isalnum() else "")
        if letter in _LONG and n > 0 and form[n - 1] not in "اوي" and (n + 1 == len(form) or form[n + 1] not in "ا"):
            plain = _LONG[letter]
        out.append(plain)
    if form.endswith("ه") and len(form) > 2:
        out[-1] = "a"
    return "".join(out)


@lru_cache(maxsize=16384)
def transliterate(folded: str) -> str:
    """A readable id of a folded name («سعد الحديثي» → «sad-al-hdithi»); «x» where no letter is left."""
    words = [_word(w) for w in folded.replace("-", " ").split()]
    joined = "-".join(w for w in words if w).lower()
    return joined or "x"
