"""Feeds (RSS 0.9 to 2.0, Atom): each entry is an article.

RFC 4287 for Atom; the RSS 2.0 specification, with the modules content and Dublin Core.
"""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from lxml import etree

from factcheck.errors import UnreadableFileError
from factcheck.model import PassageKind
from factcheck.reading.formats.content import Lines, Unread, facts, under
from factcheck.reading.formats.limits import MEMBERS
from factcheck.reading.formats.markup import xml_tree
from factcheck.reading.formats.web import fragment, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.reading.formats.content import Content, Fact, Part

_BODIES = ("encoded", "content", "description", "summary")  # the whole text first


def read(part: Part) -> Iterator[Content | Unread]:
    """Yield the entries of a feed. Raises UnreadableFileError."""
    root = xml_tree(part.data, "feed")
    outlet = _text(_child(_child(root, "channel"), "title")) or _text(_child(root, "title"))
    language = _text(_child(_child(root, "channel"), "language")) or root.get(
        "{http://www.w3.org/XML/1998/namespace}lang"
    )
    entries = list(root.iter("{*}item", "{*}entry"))
    if not entries:
        raise UnreadableFileError("The feed has no entries; save it again, or save the articles themselves.")
    for number, entry in enumerate(entries[:MEMBERS], 1):
        made = _entry(part, entry, number, (*_facts(entry), *facts("feed", outlet=outlet, language=language)))
        yield made or Unread(under(part.name, str(number)), "The entry has no text; save the article itself.")
    if len(entries) > MEMBERS:
        yield Unread(part.name, f"The feed has more than {MEMBERS} entries; the rest was left out. Split it.")


def _entry(part: Part, entry: Any, number: int, known: tuple[Fact, ...]) -> Content | None:
    lines = Lines()
    title = next((fact.value for fact in known if fact.name == "title"), "")
    lines.add(title, PassageKind.HEADING)
    body = next((child for name in _BODIES if (child := _child(entry, name)) is not None and _markup(child)), None)
    for block in fragment(_markup(body)) if body is not None else ():
        if block.text != title:
            lines.add(block.text, kind_of(block))
    if len(lines.blocks) <= bool(title):
        return None
    key = etree.tostring(entry, encoding="utf-8", with_tail=False)
    whole = lines.content(part, known, key=key)
    return whole._replace(name=under(part.name, str(number)))


def _facts(entry: Any) -> tuple[Fact, ...]:
    link = _text(_child(entry, "link"))
    for child in entry.iterchildren("{*}link"):
        if child.get("href") and child.get("rel") in {None, "alternate"}:
            link = child.get("href")
    author = _child(entry, "author")
    days = [_text(_child(entry, name)) for name in ("pubDate", "published", "date", "issued", "updated")]
    return facts(
        "feed",
        title=" ".join(block.text for block in fragment(_markup(_child(entry, "title")))),
        author=_text(_child(entry, "creator")) or _text(_child(author, "name")) or _text(author),
        published=_day(next(filter(None, days), "")),
        url=link,
    )


def _child(parent: Any, name: str) -> Any:
    return None if parent is None else next(parent.iterchildren(f"{{*}}{name}"), None)


def _text(element: Any) -> str:
    return "" if element is None else (element.text or "").strip()[:2000]


def _markup(element: Any) -> str:
    """Return the HTML of an element: escaped in it, or as elements (type="xhtml")."""
    if element is None:
        return ""
    if len(element):
        return str(etree.tostring(element, encoding="unicode", with_tail=False))
    text = element.text or ""
    return text.replace("<", "&lt;") if element.get("type") == "text" else text


def _day(written: str) -> str:
    """Return a day of RFC 5322 in the form of ISO 8601, others as they are."""
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        return written
