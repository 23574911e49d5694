"""Direct objects of verbs that report: whom they call upon, accuse, warn, and where a subject ends before them."""

from __future__ import annotations

from isnad.read.statements.page import Page
from isnad.read.statements.phrases import Phrase, extend

_EACH = frozenset(("جميع", "كافه", "كل", "ساير"))
_PREDICATE = frozenset(("الي", "علي", "عن", "من", "في", "هذا", "هذه", "تلك", "ذلك"))


def split_object(page: Page, subject: Phrase, limit: int) -> int:
    """Where a direct object begins inside `subject` («حذرت إسرائيل الفلسطينيين»), else its end."""
    first, after = subject.first, subject.after
    if first in page.names:
        k = page.names[first][0]
        if k < after and page.names[first][1].type == "PER" and _heads_object(page, k):
            return k
        other = k < after and (k in page.names or page.forms[k].startswith("ال")) and "،" not in page.gaps[k]
        if other and page.v.role_of(page.forms[k]) != "person" and page.names[first][1].type != "PER":
            return k
        if k < after and (k in page.names or page.forms[k].endswith("ين")) and "،" not in page.gaps[k]:
            return k
    inside = page.inside_name
    return next(
        (k for k in range(first + 1, after) if (k not in inside or k in page.names) and _object_at(page, first, k)),
        after,
    )


def _object_at(page: Page, first: int, k: int) -> bool:
    """Whether the word `k` of what seems a subject opens the direct object: an act, people in the accusative."""
    form, before = page.forms[k], page.forms[k - 1]
    definite = before.startswith("ال") or k - 1 in page.inside_name
    if definite and form in _EACH and not page.gaps[k].strip():  # «دعت المديرية جميع المهتمين إلى»
        return True
    if definite and page.v.is_act(form) and page.v.role_of(form) is None:  # «فسر المسؤول التراجع»
        return True
    if _set_off(page, first, k) or _disagrees(page, first, k) or _another_body(page, first, k):
        return True
    accusative = form.startswith("ال") and form.endswith("ين")
    return accusative and (before.startswith("ال") or before.endswith("ون")) and not before.endswith("ين")


def _another_body(page: Page, first: int, k: int) -> bool:
    """«طالب النائب فلان الحكومة بـ», «يدعو المكتب وسائل الإعلام إلى»: a body that is no part of who speaks."""
    form = page.forms[k]
    named = k in page.names and page.names[k][1].type == "ORG"
    body = named or page.v.role_of(form) in ("organisation", "outlet")
    joined = form.startswith(("و", "ل", "ب")) and form not in page.v.roles
    if not body or joined or (page.gaps[k].strip() and "،" not in page.gaps[k]):
        return False
    if form.startswith("ال") or named:
        ended = next((j for j in range(k - 1, first - 1, -1) if j in page.names and page.names[j][0] <= k), None)
        person = ended is not None and page.names[ended][1].type == "PER"
        beside = ended is not None and page.names[ended][0] == k and not page.gaps[k].strip()
        commas = [j for j in range(first + 1, k) if "،" in page.gaps[j]]
        closed = "،" in page.gaps[k] and bool(commas)
        if closed and not person:  # «فلان، المتحدث باسم …، الحكومة إلى»: a name that no list knows
            return page.v.role_of(page.forms[commas[0]]) == "person" and page.v.role_of(page.forms[first]) is None
        return person and (beside or closed)
    return page.forms[k - 1].startswith("ال") and page.forms[first].startswith("ال") and not page.gaps[k].strip()


def _set_off(page: Page, first: int, k: int) -> bool:
    """«حذرت فلانة، المتحدثة باسم …، إيران من»: a place after the comma that ends a person's apposition."""
    if "،" not in page.gaps[k]:
        return False
    titled = page.v.role_of(page.forms[k]) == "person" and any("،" in page.gaps[j] for j in range(first + 1, k))
    if titled:  # «فلان، رئيس كذا، الوزير فلانا»: another name after a closed apposition
        titled = any(j in page.names and page.names[j][1].type == "PER" for j in range(k, min(k + 6, len(page.words))))
    if not titled and (k not in page.names or page.names[k][1].type != "LOC"):
        return False
    return any(j in page.names and page.names[j][1].type == "PER" for j in range(first, k))


def _heads_object(page: Page, k: int) -> bool:
    """«طالب فلان دول التحالف»: after a full name no other body can be its apposition."""
    form = page.forms[k]
    return not page.gaps[k].strip() and page.v.role_of(form) == "organisation" and not form.startswith(("و", "ل"))


def _disagrees(page: Page, first: int, k: int) -> bool:
    """Whether the definite word `k` cannot be an adjective of the definite head `first`: one has ة, the other not."""
    if not all(page.forms[j].startswith("ال") for j in range(first, k + 1)):
        return False
    if any(page.is_feminine(j) for j in range(first + 1, k)):
        return False
    return page.is_feminine(k) and not page.is_feminine(first) and not page.forms[first].endswith("ات")


def called_upon(page: Page, i: int) -> bool:
    """«يدعو المواطنين إلى», «يخبر مهندسيه أن»: people in the accusative right after the verb."""
    form = page.forms[i]
    if i in page.names or form in page.v.roles:
        return False
    if form.startswith("ال") and len(form) > 6 and form.endswith("ين"):
        return True
    stem = form.removesuffix("ه").removesuffix("ها").removesuffix("هم")
    return page.has_pronoun(i) and stem.endswith("ي") and len(stem) > 4 and page.v.roles.get(stem[:-1]) == "person"


def extend_plain(page: Page, first: int, limit: int) -> int:
    """As extend, but ending before any preposition: the subject of a verb that reports nothing."""
    after = extend(page, first, limit)
    for i in range(first + 1, after):
        if page.forms[i] in _PREDICATE and i not in page.inside_name:
            return i
        ended = any(
            page.names[k][0] == i and page.names[k][1].type == "PER" for k in range(first, i) if k in page.names
        )
        if _object_noun(page, i):
            return i
        onto = page.forms[i].startswith("بال") or (page.forms[i][0] == "ب" and page.v.is_act(page.forms[i][1:]))
        if ended or (onto and i not in page.inside_name):
            return i
    return after


def _object_noun(page: Page, i: int) -> bool:
    """«واستعرض الوزير التقدم المحرز»: a definite act after a definite head is the verb's object."""
    form = page.forms[i]
    if not (form.startswith("ال") and page.forms[i - 1].startswith("ال")) or i in page.inside_name:
        return False
    return page.v.is_act(form) and page.v.role_of(form) is None
