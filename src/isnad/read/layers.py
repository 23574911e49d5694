"""The layers of a reading and how a user chooses among them."""

from __future__ import annotations

LAYERS = (
    "names",
    "times",
    "statements",
    "figures",
    "events",
    "commitments",
    "positions",
    "numbers",
    "oddities",
)
ALL_LAYERS = frozenset(LAYERS)
DEFAULT_LAYERS = ALL_LAYERS - {"numbers"}


def choose_layers(wanted: str | None) -> frozenset[str]:
    """The layers that `wanted` names: "times,figures" those alone; "+numbers" or "-names" the default with or without.

    None or "" is the default (all but `numbers`). Raises ValueError for a name that is no layer.
    """
    chosen: set[str] = set()
    dropped: set[str] = set()
    relative = False
    for part in (wanted or "").replace(" ", ",").split(","):
        name = part.strip().lower()
        if not name:
            continue
        bare = name.lstrip("+-")
        if bare not in ALL_LAYERS:
            raise ValueError(f"there is no layer {bare!r}; the layers are {', '.join(LAYERS)}")
        relative = relative or name[0] in "+-"
        (dropped if name[0] == "-" else chosen).add(bare)
    base = DEFAULT_LAYERS if relative or not chosen else frozenset[str]()
    return frozenset((base | chosen) - dropped)
