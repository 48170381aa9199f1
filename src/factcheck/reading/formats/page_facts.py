"""What a web page says of itself: in JSON-LD, in meta tags, in <time> elements, in its title.

The names are those of schema.org, Open Graph, Dublin Core, Highwire (citation_*) and Parsely.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from factcheck.reading.formats.content import Fact, facts

if TYPE_CHECKING:
    from collections.abc import Iterator

_LARGEST = 500_000  # characters of JSON-LD
_META = {
    "og:title": "title", "twitter:title": "title", "dc.title": "title", "dcterms.title": "title",
    "citation_title": "title", "parsely-title": "title",
    "author": "author", "article:author": "author", "dc.creator": "author", "dcterms.creator": "author",
    "citation_author": "author", "parsely-author": "author", "byl": "author", "sailthru.author": "author",
    "og:site_name": "outlet", "application-name": "outlet", "dc.publisher": "outlet", "dcterms.publisher": "outlet",
    "citation_journal_title": "outlet", "publisher": "outlet", "copyright": "outlet",
    "article:published_time": "published", "og:published_time": "published", "datepublished": "published",
    "dc.date": "published", "dcterms.date": "published", "dc.date.issued": "published",
    "dcterms.created": "published", "dcterms.issued": "published", "citation_date": "published",
    "citation_publication_date": "published", "parsely-pub-date": "published", "pubdate": "published",
    "publishdate": "published", "publish-date": "published", "date": "published", "sailthru.date": "published",
    "og:url": "url", "twitter:url": "url", "parsely-link": "url",
    "og:locale": "language", "language": "language", "content-language": "language", "dc.language": "language",
}  # fmt: skip
_ARTICLES = re.compile(r"Article|Posting|Report|Review|WebPage", re.IGNORECASE)


def page_facts(tree: Any) -> tuple[Fact, ...]:
    """Return what the page says of itself, the most trusted first."""
    return tuple(dict.fromkeys([*_json_ld(tree), *_meta(tree), *_elements(tree)]))


def _meta(tree: Any) -> Iterator[Fact]:
    found: list[tuple[int, Fact]] = []
    ranked = {name: place for place, name in enumerate(_META)}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or
                element.get("http-equiv") or "").strip().lower()  # fmt: skip
        value = element.get("content") or ""
        if name in _META and value and not (_META[name] == "author" and value.startswith("http")):
            found += [(ranked[name], fact) for fact in facts("meta", **{_META[name]: value[:1000]})]
    yield from (fact for _, fact in sorted(found, key=lambda pair: pair[0]))


def _elements(tree: Any) -> Iterator[Fact]:
    for element in tree.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split():
            yield from facts("meta", url=(element.get("href") or "")[:2000])
    heads = [" ".join("".join(element.itertext()).split()) for element in tree.iter("h1")]
    heads = [head for head in heads if head]
    if len(heads) == 1:
        yield from facts("heading", title=heads[0][:1000])
    titles = (element.text for element in tree.iter("title") if element.text)
    yield from facts("page title", title=next(titles, "")[:1000])
    yield from facts("markup", language=(tree.get("lang") or tree.get("xml:lang") or "")[:40])
    for element in tree.iter("time"):
        if day := element.get("datetime") or "".join(element.itertext()):
            yield from facts("time element", published=day[:100])
            break
    for element in tree.iter("a", "span", "div", "p"):
        if element.get("rel") == "author" or (element.get("itemprop") or "").lower() == "author":
            yield from facts("markup", author="".join(element.itertext())[:200])
            break


def _json_ld(tree: Any) -> Iterator[Fact]:
    for element in tree.iter("script"):
        if (element.get("type") or "").strip().lower() != "application/ld+json" or not element.text:
            continue
        try:
            data = json.loads(element.text[:_LARGEST], strict=False)
        except (ValueError, RecursionError):
            continue
        for one in _articles(data):
            yield from facts(
                "json-ld",
                title=_text(one.get("headline")),
                author=_names(one.get("author") or one.get("creator")),
                outlet=_names(one.get("publisher") or one.get("sourceOrganization")),
                published=_text(one.get("datePublished") or one.get("dateCreated")),
                url=_text(one.get("url") or one.get("mainEntityOfPage")),
                language=_text(one.get("inLanguage")),
            )
            return


def _articles(data: Any) -> list[dict[str, Any]]:
    """Return the objects that describe the page's article: articles by their type first, then pages."""
    found: list[tuple[int, dict[str, Any]]] = []
    waiting, seen = [data], 0
    while waiting and seen < 2000:
        seen += 1
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting += one
        elif isinstance(one, dict):
            waiting += [one[key] for key in ("@graph", "mainEntity") if key in one]
            kind = one.get("@type")
            names = " ".join(map(str, kind)) if isinstance(kind, list) else str(kind or "")
            if _ARTICLES.search(names):
                found.append((("WebPage" in names) + 2 * ("headline" not in one), one))
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def _text(value: Any) -> str | None:
    """Return a text of schema.org: itself, or what an object names."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@id") or value.get("name") or value.get("@value")
    return value[:2000] if isinstance(value, str) else None


def _names(value: Any) -> str | None:
    """Return the names of people or organisations, with commas between them."""
    every = value if isinstance(value, list) else [value]
    names = [one.get("name") if isinstance(one, dict) else one for one in every[:20]]
    return ", ".join(name.strip() for name in names if isinstance(name, str) and name.strip())[:500] or None
