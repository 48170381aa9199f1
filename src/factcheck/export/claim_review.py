"""JSON-LD with schema.org's Claim and ClaimReview; nothing is in it that nobody said.

Both sides of a finding are a `Claim` with the article it appears in. A `ClaimReview` is there only where a person has
ruled, with what Google's fact check profile asks for: `claimReviewed`, `reviewRating` (in words; a number would be
made up), `url` and `author`; where the author or the address is not known it says that it is a draft.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.export.rows import sentence, shown_path
from factcheck.language.wording import describe, moment
from factcheck.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.export.batch import Batch, Options
    from factcheck.model import Case, Claim, Document, Review

_RULED = {Verdict.CONFIRMED: "The figures contradict each other", Verdict.DISMISSED: "No contradiction"}
_SHORT = 75  # characters that Google's profile advises for `claimReviewed`


def pieces(batch: Batch) -> Iterator[str]:
    """Yield one JSON-LD document with a graph of claims and reviews, piece by piece."""
    yield '{\n"@context": "https://schema.org",\n"@graph": ['
    separator = "\n"
    written: set[str] = set()
    for _, case in batch.numbered():
        match = case.finding.match
        nodes = [_claim(match.a, case.a, batch), _claim(match.b, case.b, batch)]
        if case.review and case.review.verdict in _RULED:
            nodes.append(_review(case, case.review, batch.options))
        for node in nodes:
            if node["@id"] not in written:  # a claim that several findings are about is told once
                written.add(str(node["@id"]))
                yield separator + json.dumps(node, ensure_ascii=False, allow_nan=False)
                separator = ",\n"
    yield "\n]\n}\n"


def _claim(claim: Claim, document: Document, batch: Batch) -> dict[str, object]:
    appearance = {
        "@type": "Article",
        "identifier": f"sha256:{document.id}",
        "inLanguage": document.language,
        "headline": document.title,
        "url": document.url,
        "datePublished": document.published.isoformat() if document.published else None,
        "name": shown_path(document.path, batch.folder or "", batch.options),
    }
    said = document.quote(sentence(claim, document) if batch.options.texts else claim.span)
    return {
        "@type": "Claim",
        "@id": _name(claim),
        "name": f"{describe(claim)}: {moment(claim)}",
        "text": said,
        "inLanguage": document.language,
        "appearance": {name: value for name, value in appearance.items() if value},
    }


def _review(case: Case, review: Review, options: Options) -> dict[str, object]:
    match = case.finding.match
    about = f"{describe(match.a)}: {moment(match.a)} / {moment(match.b)}"
    missing = [name for name, value in (("author", options.author), ("url", options.url)) if not value]
    made: dict[str, object] = {
        "@type": "ClaimReview",
        "@id": f"urn:factcheck:review:{case.finding.id}",
        "claimReviewed": about if len(about) <= _SHORT else f"{about[: _SHORT - 1].rstrip()}…",
        "itemReviewed": [{"@id": _name(match.a)}, {"@id": _name(match.b)}],
        "reviewRating": {"@type": "Rating", "alternateName": _RULED[review.verdict]},
        "abstract": case.finding.explanation,
        "dateCreated": review.when.isoformat(),
    }
    if options.author:
        made["author"] = {"@type": "Organization", "name": options.author}
        if options.author_url:
            made["author"]["url"] = options.author_url  # type: ignore[index]
    if options.url:
        made["url"] = options.url
    if missing:
        made["creativeWorkStatus"] = f"Draft: {' and '.join(missing)} missing"
    if review.reason:
        made["reviewAspect"] = review.reason
    if options.notes and review.note:
        made["reviewBody"] = review.note
    if options.notes and review.reviewer:
        made["creator"] = {"@type": "Person", "name": review.reviewer}
    return made


def _name(claim: Claim) -> str:
    return f"urn:factcheck:claim:{claim.id}"
