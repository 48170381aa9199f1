"""How articles lie in a tantivy index: the fields, and terms that come ready made, several at one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tantivy import Document as Record
from tantivy import PreTokenizedString, SchemaBuilder, Token

from factcheck.search.engine import FACETS, TITLE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.search.engine import Entry


def schema() -> Any:
    """Return the fields of an article."""
    builder = SchemaBuilder()
    builder.add_unsigned_field("key", indexed=True, fast=True)
    builder.add_text_field("document", stored=True, tokenizer_name="raw", index_option="basic")
    for name in ("text", "written", "source", "file"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("sounds", tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("day", indexed=True, fast=True)
    builder.add_float_field("value", indexed=True, fast=True)
    for name in FACETS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    return builder.build()


def _tokens(postings: Mapping[str, list[int]], times: int = 1) -> list[Token]:
    return [Token(term, place, 0, 0) for term, places in postings.items() for place in places * times]


def _ordered(*parts: list[Token]) -> PreTokenizedString:
    tokens = [token for part in parts for token in part]
    tokens.sort(key=lambda token: token.position)
    return PreTokenizedString("", tokens)


def record_of(one: Entry) -> Any:
    """Return an article as tantivy takes it."""
    record = Record()
    record.add_unsigned("key", one.key)
    record.add_text("document", one.document)
    record.add_pre_tokenized_text("text", _ordered(_tokens(one.title.terms, TITLE), _tokens(one.text.terms)))
    record.add_pre_tokenized_text("written", _ordered(_tokens(one.title.written, TITLE), _tokens(one.text.written)))
    record.add_pre_tokenized_text("source", _ordered(_tokens(one.source.terms)))
    record.add_pre_tokenized_text("file", _ordered(_tokens(one.file.terms)))
    for sound in one.sounds:
        record.add_text("sounds", sound)
    if one.day:
        record.add_unsigned("day", one.day)
    for stated in one.values:
        record.add_float("value", stated)
    for name, values in zip(FACETS, one.traits, strict=True):
        for value in values:
            record.add_text(name, value)
    return record
