"""For whom a dropped subject or a participle stands: the discourse so far, by gender, number and distance."""

from __future__ import annotations

from typing import NamedTuple

from isnad.read.statements.forms import CueForm
from isnad.read.statements.voices import Phrase

_CONTINUERS = frozenset(("adaf", "tabaa", "ardaf", "istatrad", "istadrak", "wasal", "zad", "khatam"))
_FAR = 12  #: sentences a continuing verb (أضاف، تابع) may look back
_NEAR = 5  #: sentences any other verb may look back


class Voiced(NamedTuple):
    """A speaker of the discourse with what its verb said of it. chain: the outer voices it came through."""

    phrase: Phrase
    gender: str | None
    plural: bool
    sentence: int
    cue: int
    end: int
    chain: tuple[Phrase, ...]


def agrees(reading: CueForm, voice: Voiced) -> bool:
    """Whether a verb form may have this speaker as its dropped subject."""
    if reading.number == "p":
        return voice.plural or voice.gender is None
    if reading.gender is None or voice.gender is None:
        return True
    return reading.gender == voice.gender and not (voice.plural and reading.gender == "m")


def last_voice(
    reading: CueForm, sentence: int, spoken: list[Voiced], *, same_sentence: bool
) -> tuple[Voiced | None, str]:
    """The antecedent of a dropped subject, with the reason for the choice or for none."""
    verb = reading.verb
    reach = _FAR if verb is not None and verb.id in _CONTINUERS else _NEAR
    if same_sentence:
        reach = 0
    for voice in reversed(spoken):
        if sentence - voice.sentence > reach:
            return None, f"no speaker within {reach} sentences"
        if agrees(reading, voice):
            return voice, "the last speaker that agrees"
        if same_sentence:
            continue
        return None, "the last speaker does not agree in gender or number"
    return None, "no speaker before"
