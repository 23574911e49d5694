"""The schema of `commitments.toml`."""

from __future__ import annotations

from typing import Literal

import msgspec


class Forecast(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """acts: verbs of will, whose future may bind, own: in the first person only; undergone: written like their own
    passive; guessed: signs of a guess before them, after: behind them; views: cues of an opinion; measures:
    subjects that make a forecast; opinion: who only guesses."""

    acts: tuple[str, ...]
    own: tuple[str, ...]
    undergone: tuple[str, ...]
    guessed: tuple[str, ...]
    views: tuple[str, ...]
    measures: tuple[str, ...]
    opinion: tuple[str, ...]
    after: tuple[str, ...]


class Pledge(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of one kind with what may stand behind them. timed: a commitment only where a coming time stands in it;
    dated: one of the calendar, not «later»; apart: words may stand between."""

    kind: Literal["promise", "plan", "obligation", "ultimatum", "schedule"]
    forms: tuple[str, ...]
    prepositions: tuple[str, ...]
    timed: bool = False
    dated: bool = False
    apart: bool = False


class Deadline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Acts by masdar and by imperfect that a deadline behind them makes commitments; after: what keeps them from it.

    scheduled: verbs whose future with a coming time is a schedule; occurs: more of them, that also bind without one;
    announced: imperfects that do so at the head of a sentence; announcers: verbs that make a masdar behind them a plan.
    """

    masdars: tuple[str, ...]
    verbs: tuple[str, ...]
    scheduled: tuple[str, ...]
    occurs: tuple[str, ...]
    announced: tuple[str, ...]
    announcers: tuple[str, ...]
    after: tuple[str, ...]


class Actors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who can bind itself. agents: heads of noun phrases, without article or pronoun; weak: of them what acts only as a
    figure of speech; hosts: gatherings, bound by what
    they do but not by being held; things: heads of what never binds itself; adjectives: of heads; counts:
    words before the head; not_plural:
    words in ـون that are no plural of persons; feminine: masculine forms that «ها» takes up; fields: what stands
    between an indefinite head and its last genitive (وزراء مالية دول); offices: last words of one behind which
    «ل» says of what; general: heads before «العام»; people: broken plurals of persons."""

    agents: tuple[str, ...]
    weak: tuple[str, ...]
    hosts: tuple[str, ...]
    things: tuple[str, ...]
    adjectives: tuple[str, ...]
    counts: tuple[str, ...]
    not_plural: tuple[str, ...]
    feminine: tuple[str, ...]
    offices: tuple[str, ...]
    general: tuple[str, ...]
    fields: tuple[str, ...]
    people: tuple[str, ...]


class Subjects(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whose a verb is. verbs: forms before a subject that are nouns, too, and so stand in no list of verbs; persons:
    acts of persons alone, whose subject stands right behind; mutual: of them those that need somebody else; masdars:
    acts that follow «تعهد»; meet: acts whose «أنه» stands for nobody."""

    verbs: tuple[str, ...]
    persons: tuple[str, ...]
    mutual: tuple[str, ...]
    masdars: tuple[str, ...]
    meet: tuple[str, ...]


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words round a head that tell whom it binds, or that it binds nobody. negations: right before it; nominal:
    before it these make it a noun; adverbs: between it or its subject and the act; then: ends of a time there;
    no_act: words in «ب» that name no act, and beginnings of such words; at_somebody: pledges with an object that
    need not stand at the act; not_at: behind them that object is none; kept, since: objects and times of a word
    that was kept; demands: verbs whose act is another's; orders: more of them, by which an act with its time is
    set; planning: verbs that an act with «ل» follows; needs_actor: heads that bind only actors; granting: verbs
    that give time; intentions: beginnings of nouns of will; agents: «من ...» before who acts; alone: what may stand
    behind a verb that has no object; towards: the same by its beginning; suffered: acts done to persons; hosted:
    acts of gatherings."""

    negations: tuple[str, ...]
    nominal: tuple[str, ...]
    adverbs: tuple[str, ...]
    then: tuple[str, ...]
    no_act: tuple[str, ...]
    at_somebody: tuple[str, ...]
    not_at: tuple[str, ...]
    kept: tuple[str, ...]
    since: tuple[str, ...]
    demands: tuple[str, ...]
    orders: tuple[str, ...]
    planning: tuple[str, ...]
    needs_actor: tuple[str, ...]
    granting: tuple[str, ...]
    intentions: tuple[str, ...]
    agents: tuple[str, ...]
    alone: tuple[str, ...]
    towards: tuple[str, ...]
    suffered: tuple[str, ...]
    hosted: tuple[str, ...]


class Doubts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words round a head by which it is told, asked or guessed rather than pledged. was: right before it; told:
    before a plan in its clause; asked: right before it; conditions: before a future with «ف»; likely: behind it;
    planned: behind «كان من»; negations: right before a plan; stays: behind a verb of staying that is an act; amounts:
    behind «سيصل إلى»; weighing: behind «بصدد», befalls, creeds: behind a verb of what is no act, creeds without a day
    and behind verbs that keep (keeps); facts: subjects that only happen; yours: words to the reader."""

    was: tuple[str, ...]
    told: tuple[str, ...]
    asked: tuple[str, ...]
    conditions: tuple[str, ...]
    likely: tuple[str, ...]
    planned: tuple[str, ...]
    negations: tuple[str, ...]
    stays: tuple[str, ...]
    amounts: tuple[str, ...]
    weighing: tuple[str, ...]
    befalls: tuple[str, ...]
    keeps: tuple[str, ...]
    creeds: tuple[str, ...]
    facts: tuple[str, ...]
    yours: tuple[str, ...]


class Listed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Forms of a condition."""

    forms: tuple[str, ...]


class Ends(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that begin another clause after a comma; not_and: nouns whose و or ف is no conjunction."""

    words: tuple[str, ...]
    not_and: tuple[str, ...]


class Commitments(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`commitments.toml`."""

    forecast: Forecast
    pledge: tuple[Pledge, ...]
    deadline: Deadline
    condition: Listed
    ends: Ends
    actors: Actors
    subjects: Subjects
    wording: Wording
    doubts: Doubts
    apart: Listed
