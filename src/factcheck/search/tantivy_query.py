"""The tree of a query as tantivy's own queries."""

from __future__ import annotations

import re
from itertools import islice, product
from math import inf
from typing import TYPE_CHECKING

from tantivy import FieldType, Occur, Query

from factcheck.search import tree as nodes

if TYPE_CHECKING:
    from collections.abc import Sequence

    import tantivy

    from factcheck.search.analysis import Alternatives

_MOST_PHRASES = 64  # that the alternatives of one may come to
_EXACT = 2.0
_ELSEWHERE = 0.5


class Queries:
    """Makes the queries of one index, by its schema."""

    def __init__(self, schema: tantivy.Schema) -> None:
        self._schema = schema

    def of(self, node: nodes.Node) -> Query:
        """Return the query of a tree."""
        match node:
            case nodes.Word(terms=terms, field=name):
                return self._any(name, terms)
            case nodes.Phrase(places=places, between=between, field=name):
                return self._phrase(name, places, between)
            case nodes.Prefix(term=term):
                beginning = Query.regex_query(self._schema, "text", _escaped(term) + ".*")
                return _either(Query.boost_query(self._any("text", (term,)), _EXACT), beginning)
            case nodes.Wildcard(pattern=pattern):
                made = "".join({"*": ".*", "?": "."}.get(char) or _escaped(char) for char in pattern)
                return Query.regex_query(self._schema, "text", made)
            case nodes.Fuzzy(term=term, distance=distance):
                similar = Query.fuzzy_term_query(self._schema, "text", term, distance, transposition_cost_one=False)
                return _either(Query.boost_query(self._any("text", (term,)), _EXACT), similar)
            case nodes.And(parts=parts):
                return self.of_all(parts)
            case nodes.Or(parts=parts):
                return _either(*(self.of(part) for part in parts))
            case nodes.Not():
                return self.of_all((node,))
            case nodes.Also(part=part, others=others):
                elsewhere = [self.of(other.node) for other in others]
                best = Query.disjunction_max_query(elsewhere) if elsewhere else Query.empty_query()
                return _either(self.of(part), Query.boost_query(best, _ELSEWHERE))
            case _:
                return Query.const_score_query(self._limit(node), 0.0)

    def _limit(self, node: nodes.Limit) -> Query:
        match node:
            case nodes.Language(tag=tag):
                return Query.term_query(self._schema, "language", tag, index_option="basic")
            case nodes.Source(places=places):
                return self._phrase("source", places, 0)
            case nodes.File(places=places):
                return self._phrase("file", places, 0)
            case nodes.Articles(keys=keys):
                return Query.term_set_query(self._schema, "key", list(keys)) if keys else Query.empty_query()
            case nodes.Published(first=first, last=last):
                start = int(f"{first:%Y%m%d}") if first else 1
                end = int(f"{last:%Y%m%d}") if last else 99991231
                return Query.range_query(self._schema, "day", FieldType.Unsigned, start, end)
            case nodes.Figures(wanted=wanted):
                if wanted.units:
                    return _either(*(self._any("unit", (unit,)) for unit in sorted(wanted.units)))
                low = -inf if wanted.low is None else float(wanted.low)
                high = inf if wanted.high is None else float(wanted.high)
                return Query.range_query(self._schema, "value", FieldType.Float, low, high)

    def of_all(self, parts: Sequence[nodes.Node]) -> Query:
        """Return the query of all parts together; those that are not wanted keep articles out."""
        made = [(Occur.Must, self.of(part)) for part in parts if not isinstance(part, nodes.Not)]
        made = made or [(Occur.Must, Query.const_score_query(Query.all_query(), 0.0))]
        made += [(Occur.MustNot, self.of(part.part)) for part in parts if isinstance(part, nodes.Not)]
        return Query.boolean_query(made)

    def _any(self, name: str, terms: Alternatives) -> Query:
        queries = [Query.term_query(self._schema, name, term) for term in terms]
        return queries[0] if len(queries) == 1 else Query.disjunction_max_query(queries)

    def _phrase(self, name: str, places: Sequence[Alternatives], between: int) -> Query:
        if len(places) == 1:
            return self._any(name, places[0])
        words = [place[: max(1, _most_alternatives(len(places)))] for place in places]
        steps = [range(1, between + 2)] * (len(places) - 1) if between and len(places) > 2 else []
        spread = (between + 1) ** (len(places) - 1) if steps else 1
        phrases = []
        for one in islice(product(*words), _MOST_PHRASES):
            if steps and spread <= _MOST_PHRASES * 4:  # tantivy counts all gaps of a phrase together, we each
                for gaps in product(*steps):
                    offsets = [0]
                    for gap in gaps:
                        offsets.append(offsets[-1] + gap)
                    phrases.append(Query.phrase_query(self._schema, name, list(zip(offsets, one, strict=True)), 0))
            else:
                phrases.append(Query.phrase_query(self._schema, name, list(one), between * (len(places) - 1)))
        return _either(*phrases)


def _most_alternatives(places: int) -> int:
    return int(_MOST_PHRASES ** (1 / places))


def _either(*queries: Query) -> Query:
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Should, query) for query in queries])


def _escaped(text: str) -> str:
    return re.sub(r"([^\w])", r"\\\1", text, flags=re.ASCII) if text.isascii() else re.escape(text)
