"""The head and the end of an article: title, byline, wire credit, genre."""

import pytest

from isnad.lexicon.load import Lexicons
from isnad.model.document import Document
from isnad.read.heading import Heading, HeadingReader
from isnad.text.prose import Prose

READER = HeadingReader(Lexicons())
BODY = "قال وزير النقل إن الطريق سيفتح قريبا أمام السيارات والشاحنات بعد انتهاء أعمال الصيانة التي بدأت في الربيع."


def read(text: str, **more: object) -> Heading:
    return READER.read(Document("d", "d.txt", text, "", "", **more), Prose(text))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"الطريق السريع يفتح قريبا\n{BODY}", "الطريق السريع يفتح قريبا"),
        (f"هل يفتح الطريق السريع قريبا؟\n\n{BODY}", "هل يفتح الطريق السريع قريبا؟"),
        (f"بعد الصيانة.. الطريق يفتح أمام الشاحنات\n{BODY}", "بعد الصيانة.. الطريق يفتح أمام الشاحنات"),
        (BODY, None),
        (f"{BODY}\n{BODY}", None),
        (f"وصل الوفد إلى المدينة صباحا.\n{BODY}", None),
        (f"بغداد - رويترز\n{BODY}", None),
        (f"الرياض 26 شوال 1436 هـ واس\n{BODY}", None),
        (f"الرياض – رمال الخليج\n{BODY}", None),
        ("", None),
    ],
)
def test_title_of_the_text(text: str, title: str | None) -> None:
    found = read(text).title
    assert found.value == title
    if title is None:
        assert found.span is None
    else:
        assert found.basis == "text"
        assert found.span is not None
        assert text[found.span.start : found.span.end] == title


def test_a_given_title_wins_and_is_found_in_the_text() -> None:
    text = f"الطريق السريع يفتح قريبا\n{BODY}"
    found = read(text, title="الطريق السريع يفتح قريبا", title_basis="given").title
    assert (found.value, found.basis) == ("الطريق السريع يفتح قريبا", "given")
    assert found.span is not None
    elsewhere = read(text, title="عنوان آخر", title_basis="given").title
    assert (elsewhere.value, elsewhere.span) == ("عنوان آخر", None)


def test_a_title_of_the_header_block_has_its_span_there() -> None:
    text = f"العنوان: الطريق يفتح\nالكاتب: سامر حداد\n\n{BODY}"
    at = text.index("\n\n") + 1
    found = read(text, title="الطريق يفتح", title_basis="text", author="سامر حداد", header_end=at)
    assert found.title.span is not None
    assert found.title.span.start == text.index("الطريق")
    assert found.author is not None
    assert found.author.span is not None
    assert found.author.span.text == "سامر حداد"


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"{BODY}-(ا ف ب)", "ا ف ب"),
        (f"{BODY} (رويترز)", "رويترز"),
        (f"{BODY}\n(د.ب.أ)\nالتعليقات مغلقة.", "د.ب.أ"),
        (f"{BODY}\n--(بترا)", "بترا"),
        (f"{BODY}\n\n(سنابل)\n\n«نص مصنوع للتجربة»", "سنابل"),
        (f"بغداد (سنابل) - {BODY}", "سنابل"),
        (f"بغداد 18 أكتوبر/تشرين الأول 2023 (أ ف ب) - {BODY}", "أ ف ب"),
        (f"دبي، الإمارات العربية المتحدة (CNN)— {BODY}", "CNN"),
        (f"القاهرة - رويترز - {BODY}", "رويترز"),
        (f"و م ع\n{BODY}", "و م ع"),
        (f"الرياض 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس\n{BODY}", "واس"),
        (f"بيت لحم- معا- {BODY}", "معا"),
        (BODY, None),
        (f"{BODY} وتبعه حديث عن الحزب (السابق).", None),
        (f"اختبرت وكالة الفضاء (ناسا)، الأربعاء، مظلة جديدة. {BODY}", None),
        (f"{BODY}\n(يتبع)", None),
        (f"نقلت وكالة (رويترز) الخبر. {BODY} وانتهى الأمر هنا.", None),
        ("(رويترز) خبر قديم. " + BODY + "\n" + BODY, None),
    ],
)
def test_wire_credit(text: str, agency: str | None) -> None:
    found = read(text).agency
    assert (found.text if found else None) == agency
    if found:
        assert text[found.start : found.end] == agency


@pytest.mark.parametrize(
    ("text", "author"),
    [
        (f"محمود سالم الحسيني:\n\nالعراق بين طريقين\n\n{BODY}", "محمود سالم الحسيني"),
        (f"بقلم: ليلى منصور\n{BODY}", "ليلى منصور"),
        (f"كتبت هدى الزين\n{BODY}", "هدى الزين"),
        (f"خالد منير- الضفة- القاهرة: {BODY}", "خالد منير"),
        (f"عمر نجيب – عين الشمال\n{BODY}", "عمر نجيب"),
        (f"قال محمود سالم:\n{BODY}", None),
        (f"وفي ما يلي النص:\n{BODY}", None),
        (BODY, None),
    ],
)
def test_byline(text: str, author: str | None) -> None:
    found = read(text).author
    assert (found.value if found else None) == author
    if found and found.span:
        assert text[found.span.start : found.span.end] == author


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        (f"بغداد (أ ف ب) - {BODY}", "wire"),
        (f"محمود سالم الحسيني:\n\nالعراق بين طريقين\n\n{BODY}", "opinion"),
        (f"بيان صادر عن المكتب\n{BODY}\nأولا: يفتح الطريق.\nثانيا: يغلق الجسر.", "communique"),
        ("س: متى يفتح الطريق؟\nج: قريبا.\nس: ومن يدفع؟\nج: الوزارة.\n", "interview"),
        (BODY, "report"),
        ("ثمة أسئلة كثيرة تدور في الأذهان عن مصير الطرق والجسور في بلادنا.", None),
        ("", None),
    ],
)
def test_genre(text: str, genre: str | None) -> None:
    assert read(text).genre == genre
