"""Organisations in the form they are compared by: one spelling of a country's adjective, no gender, no «وزارة»."""

from __future__ import annotations

from collections.abc import Iterable

from isnad.lexicon.load import Lexicons
from isnad.lexicon.names import Countries
from isnad.reconcile.fullnames import name_key

Key = tuple[str, ...]
_MINISTRY = "وزار"


class Bodies:
    """Made once from the lexicon `countries`."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._countries: dict[str, str] = {}
        for country in lexicons.load("countries", Countries).country:
            for nisba in country.nisba:
                for form in (nisba, nisba + "ة"):
                    self._countries[name_key(form)[0]] = f"@{country.id}"

    def form(self, key: Key) -> Key:
        """«وزارة الخارجية الأمريكية» and «الخارجية الأميركية» as one; a ministry of no named country keeps its noun."""
        words = tuple(self._countries.get(w) or (w[:-1] if w.endswith("ه") and len(w) > 4 else w) for w in key)
        if len(words) > 2 and words[0] == _MINISTRY and words[-1].startswith("@"):
            return words[1:]
        return words

    def spellings(self, keys: Iterable[Key]) -> dict[Key, Key]:
        """Each key → the fullest, then first, of those of the same form."""
        first: dict[Key, Key] = {}
        held = sorted(set(keys), key=lambda k: (-len(k), k))
        for key in held:
            first.setdefault(self.form(key), key)
        return {key: first[self.form(key)] for key in held}
