"""Web pages: main text, and only what the page states of itself."""

from pathlib import Path

import pytest

from isnad.errors import InputError
from isnad.ingest.articles import Articles
from isnad.ingest.page_dates import read_page_date
from isnad.model.document import Document

BODY = """<body><nav><a href="/">الرئيسية</a></nav><article><h1>اتفاق جديد</h1>
<p>قال الوزير في بيان طويل إن الاتفاق الجديد سيوقع يوم الأحد المقبل
بحضور ممثلين عن الأطراف كلها، مشيرا إلى أن البنود لم تعلن بعد.</p>
<p>وأضاف أن الحكومة ستعرض النص على البرلمان خلال شهر، وأن التنفيذ يبدأ بعد ذلك مباشرة.</p></article>
<footer>جميع الحقوق محفوظة © 2024 - 12/11/2023</footer></body>"""


def page(head: str) -> str:
    return f'<!doctype html><html lang="ar"><head><title>اتفاق جديد | البحر</title>{head}</head>{BODY}</html>'


def linked(value: str) -> str:
    return f'<script type="application/ld+json">{value}</script>'


ARTICLE = '{"@type": "NewsArticle", "datePublished": "2019-03-05"}'
STAMP = "2019-03-04T23:00:00+03:00"


@pytest.mark.parametrize(
    ("head", "url", "day"),
    [
        (f'<meta property="article:published_time" content="{STAMP}">', None, STAMP),
        ('<meta name="pubdate" content="2019-03-04">', None, "2019-03-04"),
        (linked(ARTICLE), None, "2019-03-05"),
        (linked('{"@graph": [{"@type": "Organization"}, ' + ARTICLE + "]}"), None, "2019-03-05"),
        (linked(ARTICLE.replace("NewsArticle", "VideoObject")), None, None),
        (linked("{broken"), None, None),
        ('<link rel="canonical" href="https://x.example/2018/08/14/story">', None, "2018-08-14"),
        ("", "https://x.example/ar/20180406-story", "2018-04-06"),
        ("", "https://x.example/ar/1034853", None),
        ("", None, None),
        ('<meta name="copyright" content="© 2024">', None, None),
    ],
)
def test_the_date_is_what_the_page_states(head: str, url: str | None, day: str | None) -> None:
    assert read_page_date(page(head), url) == day


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "utf-16"])
def test_a_page_becomes_a_document(tmp_path: Path, encoding: str) -> None:
    pytest.importorskip("trafilatura")
    head = f'<meta charset="{encoding}"><meta name="pubdate" content="2019-03-04">'
    head += '<meta property="og:site_name" content="صحيفة البحر">'
    (tmp_path / "a.html").write_bytes(page(head).encode(encoding))
    (document,) = Articles([tmp_path])
    assert isinstance(document, Document)
    assert "قال الوزير في بيان طويل" in document.text
    assert "الرئيسية" not in document.text and "محفوظة" not in document.text
    assert (document.title, document.title_basis, document.outlet) == ("اتفاق جديد", "page", "صحيفة البحر")
    assert (str(document.published), document.published_basis) == ("2019-03-04", "page")


def test_a_page_without_an_article(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / "a.html").write_text("<html><body></body></html>", encoding="utf-8")
    (tmp_path / "b.html").write_text("", encoding="utf-8")
    first, second = Articles([tmp_path])
    assert isinstance(first, InputError) and isinstance(second, InputError)
