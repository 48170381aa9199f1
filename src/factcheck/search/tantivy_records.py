"""How articles lie in a tantivy index: the fields, and terms that come ready made, several at one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tantivy import Document as Record
from tantivy import PreTokenizedString, SchemaBuilder, Token

from factcheck.search.engine import FACETS, TITLE

if TYPE_CHECKING:
    from factcheck.search.analysis import Postings
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


def _terms(*parts: tuple[Postings, int]) -> PreTokenizedString:
    """Return the terms of texts that follow each other, each text as often as it weighs."""
    return PreTokenizedString("", [
        Token(term, place, 0, 0)
        for part, times in parts
        for place, (terms, _) in enumerate(part.places, part.start)
        for term in terms * times
    ])  # fmt: skip


def _written(*parts: tuple[Postings, int]) -> PreTokenizedString:
    """Return the words as written in the same way."""
    return PreTokenizedString("", [
        Token(word, place, 0, 0)
        for part, times in parts
        for place, (_, word) in enumerate(part.places, part.start)
        if word is not None
        for _ in range(times)
    ])  # fmt: skip


def record_of(one: Entry) -> Any:
    """Return an article as tantivy takes it."""
    record = Record()
    record.add_unsigned("key", one.key)
    record.add_text("document", one.document)
    record.add_pre_tokenized_text("text", _terms((one.title, TITLE), (one.text, 1)))
    record.add_pre_tokenized_text("written", _written((one.title, TITLE), (one.text, 1)))
    record.add_pre_tokenized_text("source", _terms((one.source, 1)))
    record.add_pre_tokenized_text("file", _terms((one.file, 1)))
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
