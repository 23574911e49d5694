"""What stands right before a verb that has no subject of its own: a thing that attests, or a voice in its clause."""

from __future__ import annotations

from isnad.read.statements.forms import CueForm
from isnad.read.statements.frames import Frame
from isnad.read.statements.page import Page
from isnad.read.statements.phrases import Phrase, extend, make_phrase, noun_like, somebody

_NEAR = 6  #: words of an indefinite noun phrase before its verb
_CLAUSE = 24  #: words back to where a clause may begin
_ONTO = ("ب", "ل", "ك")
_IN_IT = frozenset(("فيه", "فيها", "خلاله", "خلالها", "به", "بها", "عبره", "عبرها", "ضمنه", "عنه", "عنها"))
_MARKS = frozenset('\n.،,؛;:!?؟…–—"“”«»()')
_BEFORE_VERB = frozenset(  #: conjunctions, adverbs and auxiliaries that no list of particles holds
    (
        *("سبق", "عاد", "عادت", "بعدما", "لما", "حينما", "طالما", "لكي", "كي", "اللتين", "ممن", "انه", "انها", "هكذا"),
        *(
            "فانه",
            "فانها",
            "فانهم",
            "لكنه",
            "لكنها",
            "لكنهم",
            "ولكنه",
            "ولكنها",
            "ولكنهم",
            "لانه",
            "لانها",
            "لانهم",
            "لذلك",
            "لذا",
            "وهناك",
            "اين",
        ),
        *("عندما", "عندها", "هنالك", "وهنا", "كيف", "متي", "حيثما", "كلما", "مثلما", "ربما", "قلما", "كما", "حسبما"),
    )
)
_ATTEST = frozenset(("akkad", "ashar", "awdah", "bayyan", "kashaf", "abraz", "azhar", "lafat", "jazam", "abbar"))
_APART = 4  #: words between «يعتبر» and a clause that is another's
_REFEREES = frozenset(("الحكم", "حكم"))
_SELVES = frozenset(("نفسه", "نفسها", "انفسهم", "انفسهن"))
_WHAT = frozenset(("ما", "مما"))
_VOICES = frozenset(("person", "organisation", "anonymous", "outlet", "agency"))


def _beside(page: Page, cue: int) -> bool:
    """Whether a word that may be a noun stands right before the verb at word `cue`."""
    if cue == 0 or page.clause_initial(cue) or page.gaps[cue].strip() or page.cues[cue][0].pronoun:
        return False
    k = cue - 1
    if k in page.timed or k in page.cues or page.forms[k] in _BEFORE_VERB or not page.forms[k].isalpha():
        return False
    if cue + 1 < len(page.forms) and page.forms[cue + 1] in _IN_IT:
        return False
    return page.forms[k] not in page.v.conjunctions and noun_like(page, k)


def _own_clause(page: Page, frame: Frame) -> bool:
    """«قائمة قالت إنها …»: the pronoun takes up the noun, which is then no subject."""
    return frame.marker == "clause" and page.forms[frame.gap[1]] not in ("ان", "بان")


def whose_clause(page: Page, cue: int, frame: Frame) -> Phrase | None:
    """«هيئات حقوقية تحذر من», «خبراء يقولون إن»: an indefinite voice right before the verb at word `cue`."""
    if _own_clause(page, frame) or not _beside(page, cue):
        return None
    start = page.sentence(cue)[0]
    for k in range(cue - 1, max(start, cue - _NEAR) - 1, -1):
        form = page.forms[k]
        if page.v.role_of(form) in _VOICES and not form.startswith(("ال", "لل")) and k not in page.inside_name:
            if (
                k > start and page.forms[k - 1] in page.v.relatives
            ):  # «وهي منظمة مستقلة تدعو»: who that is stands before
                return None
            definite = any(page.forms[j].startswith("ال") or j in page.inside_name for j in range(k + 1, cue))
            return make_phrase(page, k, cue) if not definite and extend(page, k, cue) == cue else None
        if page.gaps[k].strip():
            return None
    return None


def acts_only(page: Page, cue: int, reading: CueForm, frame: Frame, subject: Phrase) -> bool:
    """«أعلن الحكم نهاية الشوط», «تهدد الاتهامات بإقحام …»: who or what stands as subject does it without words."""
    if reading.id == "alan":
        return page.forms[subject.first] in _REFEREES and frame.marker in ("noun", "object")
    if reading.id == "itabar" and reading.tense == "present" and frame.marker == "clause" and not reading.pronoun:
        apart = frame.gap[1] - frame.gap[0] > _APART
        return apart and not somebody(page, subject)  # «تصريحاته تعتبر طبيعية …، مؤكدا أن»
    if reading.id != "tahaddid" or reading.tense != "present":
        return False
    return not somebody(page, subject) and page.forms[subject.first] not in page.v.latter


def counts_himself(page: Page, cue: int) -> bool:
    """«ينسبون أنفسهم إلى الطريقة»: whose they are, not whose words."""
    return cue + 1 < len(page.forms) and page.forms[cue + 1] in _SELVES and page.cues[cue][0].id.startswith("nasab")


def of_a_thing(page: Page, cue: int, frame: Frame) -> bool:
    """«الوصول على هذا النحو يشير إلى», «شائعة أكدت أن»: the verb's subject is what stands before it, and no voice."""
    reading = page.cues[cue][0]
    if cue and page.forms[cue - 1] in _WHAT and reading.tense == "present" and reading.id in _ATTEST:
        return frame.gap[0] == frame.gap[1] and frame.marker != "quote"  # «…، ما يؤكد أن»
    if frame.marker in ("quote", "colon") or reading.id == "qal" or reading.number == "p":
        return False
    if _own_clause(page, frame) or cue - 1 in page.inside_name or not _beside(page, cue):
        return False
    k = cue
    first = max(page.sentence(cue)[0], cue - _CLAUSE)
    while k > first and _MARKS.isdisjoint(page.gaps[k]) and page.forms[k - 1] not in page.v.conjunctions:
        k -= 1
    if page.forms[k] in page.v.relatives:
        return False
    form = page.forms[k].removeprefix("و")
    adverbial = form in page.v.outside or form in page.v.particles or form.startswith(_ONTO) or page.aside(k) > k
    return not adverbial and k not in page.cues  # «مضى البيان يقول»
