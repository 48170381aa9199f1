"""Articles on their way into the store: kept, replaced and forgotten, always inside a transaction of the caller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.dossier import as_told, claim_table, records
from factcheck.dossier import marks as marked
from factcheck.dossier.corrections import Corrections
from factcheck.dossier.texts import storable, storable_path
from factcheck.dossier.waiting import wait
from factcheck.model import Claim, Passage, article_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.dossier.database import Database
    from factcheck.model import Document


def keep(
    database: Database, document: Document, claims: Sequence[Claim], file: str | None = None, marks: bytes | None = None
) -> bool:
    """Keep an article and its claims in place of what was there under its id; return whether that is anything new.

    `file` is the file it was read from, its path if not told. What is new waits for matching and indexing. What people
    tell of the article stays in force.
    """
    corrections = Corrections(database)
    read, document = document, as_told.tell(document, corrections.told(document.id))
    content = (
        storable(document.text),
        records.write_all(Passage, document.passages),
        storable(records.write_all(Claim, claims)),
    )
    head = (storable_path(document.path), *as_told.head(document))
    before = database.rows(
        """SELECT path, title, language, published, url, text, passages, claims, marks,
                  coalesce(author, ''), coalesce(outlet, ''), coalesce(origins, '[]')
           FROM documents JOIN contents ON contents.document = id LEFT JOIN marks ON marks.document = id
                LEFT JOIN known ON known.document = id
           WHERE id = ?""",
        (document.id,),
    )
    if before and before[0] == (*head, *content, marks, *as_told.known(document)):
        as_told.put(database, read, document)  # its file may be of another day
        return False
    figures = claim_table.put(database, document.id, corrections.of(document.id, claims))
    database.write(
        """INSERT INTO documents (id, path, title, language, published, url, figures, file)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET path = excluded.path, title = excluded.title, language = excluded.language,
           published = excluded.published, url = excluded.url, figures = excluded.figures, file = excluded.file""",
        (document.id, *head, figures, storable_path(file or document.path)),
    )
    database.write("INSERT OR REPLACE INTO contents VALUES (?, ?, ?, ?)", (document.id, *content))
    as_told.put(database, read, document)
    marked.put(database, document.id, marks)
    wait(database, document.id)
    return True


def renew(database: Database, document: str, claims: Sequence[Claim], marks: bytes) -> None:
    """Keep claims that were read again, by what people tell, from the text of an article that is kept."""
    corrections = Corrections(database)
    figures = claim_table.put(database, document, corrections.of(document, claims))
    database.write("UPDATE documents SET figures = ? WHERE id = ?", (figures, document))
    record = storable(records.write_all(Claim, claims))
    database.write("UPDATE contents SET claims = ? WHERE document = ?", (record, document))
    marked.put(database, document, marks)
    as_told.renewed(database, document, corrections.told(document))
    wait(database, document)


def drop(database: Database, document: str) -> None:
    """Forget an article, its claims and findings; files with the same text count as not read."""
    partners = database.rows(
        "SELECT b FROM findings WHERE a = ? UNION SELECT a FROM findings WHERE b = ?", (document,) * 2
    )
    database.write("DELETE FROM documents WHERE id = ?", (document,))
    database.write("DELETE FROM claims WHERE article = ?", (article_key(document),))
    database.write(
        "UPDATE files SET hash = '', changed = 0 WHERE path IN (SELECT file FROM skipped WHERE twin = ?)", (document,)
    )
    count(database, (partner for (partner,) in partners))
    wait(database, document)


def count(database: Database, documents: Iterable[str]) -> None:
    """Count the findings of articles anew, by relation."""
    database.write_many(
        """UPDATE documents SET (differ, "check", agree) = (
               SELECT total(relation = 0), total(relation = 1), total(relation = 2)
               FROM findings WHERE a = documents.id OR b = documents.id)
           WHERE id = ?""",
        ((document,) for document in documents),
    )


def put_counts(database: Database, counts: Mapping[str, Sequence[int]]) -> None:
    """Keep how many findings each article has, by the ranks of their relations; none where it is not named."""
    database.write("""UPDATE documents SET differ = 0, "check" = 0, agree = 0 WHERE differ OR "check" OR agree""")
    database.write_many(
        """UPDATE documents SET differ = ?, "check" = ?, agree = ? WHERE id = ?""",
        ((*count, document) for document, count in counts.items()),
    )
