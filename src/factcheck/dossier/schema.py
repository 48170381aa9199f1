"""The tables of a dossier, their version, and how an older version becomes the present one.

Columns hold what the window sorts, filters and pages by; the nouns stand beside them as records (`records`). What is
large (texts, records) has tables of its own, so that lists never read it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Relation

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

APPLICATION = 0x46414354  # "FACT", SQLite's application_id
VERSION = 10

RANK = {Relation.DIFFER: 0, Relation.CHECK: 1, Relation.AGREE: 2}  # the order in which findings are shown

TABLES = """
CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    path NOT NULL,                           -- text, or bytes where the name is not valid UTF-8
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    published TEXT,
    url TEXT,
    figures INTEGER NOT NULL DEFAULT 0,
    differ INTEGER NOT NULL DEFAULT 0,       -- findings by relation, kept with the findings
    "check" INTEGER NOT NULL DEFAULT 0,
    agree INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX documents_path ON documents(path);

CREATE TABLE contents (
    document TEXT PRIMARY KEY REFERENCES documents(id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    passages TEXT NOT NULL,
    claims TEXT NOT NULL
);

CREATE TABLE findings (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    relation INTEGER NOT NULL,               -- schema.RANK
    score REAL NOT NULL,
    verdict TEXT NOT NULL DEFAULT 'open',    -- as the reviews have it
    a TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    b TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
    a_language TEXT NOT NULL,
    b_language TEXT NOT NULL,
    a_article INTEGER,                       -- model.article_key, and where the figure begins: the claim of each side
    a_start INTEGER,
    b_article INTEGER,
    b_start INTEGER
);
CREATE INDEX findings_best ON findings(relation, score DESC, id, verdict, a_language, b_language);
CREATE INDEX findings_a ON findings(a);
CREATE INDEX findings_b ON findings(b);

CREATE TABLE finding_records (
    number INTEGER PRIMARY KEY REFERENCES findings(number) ON DELETE CASCADE,
    record TEXT NOT NULL,
    search TEXT NOT NULL                     -- folded: explanation, titles, quoted sentences
);

CREATE TABLE reviews (                       -- the log; rows are only ever added
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    action TEXT NOT NULL CHECK (action IN ('review', 'undo', 'redo')),
    target INTEGER REFERENCES reviews(number),   -- the review that is undone or redone
    finding TEXT NOT NULL,                   -- no reference: a finding may vanish and come back
    verdict TEXT NOT NULL,
    note TEXT NOT NULL,
    reason TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    "when" TEXT NOT NULL
);
CREATE INDEX reviews_finding ON reviews(finding, number);
CREATE INDEX reviews_target ON reviews(target, number);
CREATE TRIGGER reviews_stay BEFORE DELETE ON reviews BEGIN SELECT RAISE(ABORT, 'reviews are never deleted'); END;
CREATE TRIGGER reviews_are_as_given BEFORE UPDATE ON reviews BEGIN SELECT RAISE(ABORT, 'reviews never change'); END;

CREATE TABLE reviews_in_force (
    finding TEXT PRIMARY KEY,
    number INTEGER NOT NULL REFERENCES reviews(number)
) WITHOUT ROWID;

CREATE TABLE skipped (path NOT NULL, reason TEXT NOT NULL);

CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""

# What search asks about figures, and the words that matching learned from the articles; since version 2.
SEARCHED = """
CREATE TABLE claims (                        -- the quantities only
    article INTEGER NOT NULL,                -- model.article_key
    start INTEGER NOT NULL,
    low REAL,                                -- the least and the greatest value stated
    high REAL,
    unit TEXT,
    kind TEXT NOT NULL,
    role TEXT NOT NULL,
    indicator TEXT,
    noun TEXT,
    part TEXT,                               -- scope.group
    place TEXT,                              -- folded
    first INTEGER,                           -- the period's days as 20230101; open ends are 0 and 99991231
    last INTEGER,
    PRIMARY KEY (article, start)
) WITHOUT ROWID;
CREATE INDEX claims_value ON claims(low, unit);
CREATE INDEX claims_range ON claims(high) WHERE low < high;
CREATE INDEX claims_unit ON claims(unit, low);
CREATE INDEX claims_indicator ON claims(indicator, first, last, low, unit, role);
CREATE INDEX claims_noun ON claims(noun, low);
CREATE INDEX claims_part ON claims(part);
CREATE INDEX claims_place ON claims(place);
CREATE INDEX claims_period ON claims(first, last);
CREATE INDEX findings_verdict ON findings(verdict);

CREATE TABLE learned (
    language TEXT NOT NULL,
    word TEXT NOT NULL,                      -- folded
    other TEXT NOT NULL,                     -- the language of the translation
    translation TEXT NOT NULL,
    strength REAL NOT NULL,                  -- 0 to 1
    PRIMARY KEY (word, language, other, translation)
) WITHOUT ROWID;
"""

# What was read from which file, what is still to be done, and what reviews were about; since version 3.
FILED = """
ALTER TABLE documents ADD COLUMN file;       -- of which the article was read: its path, or that of a mailbox
CREATE INDEX documents_file ON documents(file);
ALTER TABLE skipped ADD COLUMN file;
ALTER TABLE skipped ADD COLUMN twin TEXT;    -- the document that has the same text, where that is the reason
CREATE INDEX skipped_file ON skipped(file);

CREATE TABLE files (
    path PRIMARY KEY NOT NULL,
    size INTEGER NOT NULL,
    changed INTEGER NOT NULL,                -- nanoseconds since 1970, as the file system has it; 0 is never trusted
    hash TEXT NOT NULL,                      -- SHA-256 of its bytes; empty where it is to be read again
    reader TEXT NOT NULL,                    -- the program and language files that read it
    state TEXT NOT NULL CHECK (state IN ('begun', 'read', 'aside')),
    crashes INTEGER NOT NULL DEFAULT 0       -- how often it ended the process that read it
) WITHOUT ROWID;

CREATE TABLE marks (                         -- hashes by which checking finds an article's neighbours
    document TEXT PRIMARY KEY REFERENCES documents(id) ON DELETE CASCADE,
    marks BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE pending (                       -- what a step has not taken in yet: articles that are new, other or gone
    step TEXT NOT NULL CHECK (step IN ('matching', 'settling', 'indexing')),
    document TEXT NOT NULL,
    PRIMARY KEY (step, document)
) WITHOUT ROWID;

CREATE TABLE reviewed (                      -- what a finding with a review was about, should it or its texts vanish
    finding TEXT PRIMARY KEY,
    subject TEXT NOT NULL,                   -- the first id that the same finding had, before its articles were edited
    a TEXT NOT NULL,                         -- the claim's id
    b TEXT NOT NULL,
    a_quote TEXT NOT NULL,                   -- the figure as written
    b_quote TEXT NOT NULL,
    a_sentence TEXT NOT NULL,
    b_sentence TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX reviewed_subject ON reviewed(subject);
CREATE INDEX reviewed_a ON reviewed(a);
CREATE INDEX reviewed_b ON reviewed(b);
"""

# What is known of an article besides its title, day and address, and where from; since version 4.
KNOWN = """
CREATE TABLE known (
    document TEXT PRIMARY KEY REFERENCES documents(id) ON DELETE CASCADE,
    author TEXT NOT NULL,
    outlet TEXT NOT NULL,
    origins TEXT NOT NULL                    -- JSON: pairs of a field of the article and its source
) WITHOUT ROWID;
"""

# Which findings stand under the one that leads their case (`Finding.under`); since version 5. The index is used only
# where a question names its condition.
GATHERED = """
ALTER TABLE findings ADD COLUMN under TEXT NOT NULL DEFAULT '';
CREATE INDEX findings_under ON findings(under) WHERE under != '';
CREATE TRIGGER findings_without_lead AFTER DELETE ON findings BEGIN
    UPDATE findings SET under = '' WHERE under = OLD.id AND under != '';
END;
"""

# What people correct by hand; since version 6.
CORRECTED = """
CREATE TABLE corrections (                   -- the log; rows are only ever added
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    action TEXT NOT NULL CHECK (action IN ('correct', 'undo', 'redo')),
    step INTEGER REFERENCES corrections(number), -- the first correction of those made together, undone or redone
    record TEXT NOT NULL,
    "when" TEXT NOT NULL
);
CREATE TRIGGER corrections_stay BEFORE DELETE ON corrections
    BEGIN SELECT RAISE(ABORT, 'corrections are never deleted'); END;
CREATE TRIGGER corrections_are_as_given BEFORE UPDATE ON corrections
    BEGIN SELECT RAISE(ABORT, 'corrections never change'); END;
"""

# By how much the figures of a finding part, to sort by; since version 7.
PARTED = "ALTER TABLE findings ADD COLUMN gap REAL;"

# What the table of cases is listed, counted and sorted by, so that it reads no row but those that it shows; since
# version 8.
LISTED = """
CREATE INDEX findings_leads ON findings(under, relation, score DESC, id, verdict, gap, a_language, b_language);
CREATE INDEX findings_leads_by_verdict ON findings(under, verdict, relation, score DESC, id);
"""

# When an article's file was changed, and what was read of an article of which a person says otherwise; since version 9.
TOLD = """
ALTER TABLE known ADD COLUMN saved TEXT;
CREATE TABLE as_read (
    document TEXT PRIMARY KEY REFERENCES documents(id) ON DELETE CASCADE,
    record TEXT NOT NULL,                    -- the article without its path and text
    stale INTEGER NOT NULL                   -- 1: its figures are still those of what was told before
) WITHOUT ROWID;
"""

# Which articles have a mark, to look up what a new one has in common with others (`marks`); since version 10.
NUMBERED = """
ALTER TABLE marks RENAME TO marks_by_document;
CREATE TABLE marks (                         -- hashes by which checking finds an article's neighbours
    number INTEGER PRIMARY KEY AUTOINCREMENT,    -- never given again
    document TEXT NOT NULL UNIQUE REFERENCES documents(id) ON DELETE CASCADE,
    marks BLOB NOT NULL                      -- 32 bits each, in order
);
INSERT INTO marks (document, marks) SELECT document, marks FROM marks_by_document ORDER BY document;
DROP TABLE marks_by_document;

CREATE TABLE holders (                       -- made of the marks of all articles up to one
    stretch INTEGER PRIMARY KEY,             -- of marks: their first 12 bits; two rows say how far it is made (`marks`)
    last INTEGER NOT NULL,                   -- the number of that article
    marks BLOB NOT NULL,                     -- 32 bits each, in order; one of several articles comes again
    numbers BLOB NOT NULL                    -- of the articles, 32 bits each
);
CREATE TABLE gone (number INTEGER PRIMARY KEY);  -- articles that are none any more since then
CREATE TRIGGER marks_gone AFTER DELETE ON marks WHEN OLD.number <= (SELECT last FROM holders LIMIT 1) BEGIN
    INSERT INTO gone VALUES (OLD.number);
END;
"""

# version -> what makes a dossier of that version one of the next
MIGRATIONS: dict[int, Callable[[sqlite3.Connection], None]] = {}


def _to_2(connection: sqlite3.Connection) -> None:
    """Add the tables of search, and fill them from the records."""
    from factcheck.dossier import claim_table

    for column in ("a_article", "a_start", "b_article", "b_start"):
        connection.execute(f"ALTER TABLE findings ADD COLUMN {column} INTEGER")
    for statement in _statements(SEARCHED):
        connection.execute(statement)
    claim_table.fill(connection)


def _to_3(connection: sqlite3.Connection) -> None:
    """Add the tables of files, pending steps and reviewed findings; the articles count as not matched yet."""
    from factcheck.dossier import reviewed

    for statement in _statements(FILED):
        connection.execute(statement)
    connection.execute("UPDATE documents SET file = path")
    connection.execute("UPDATE skipped SET file = path")
    connection.execute("INSERT INTO pending SELECT 'matching', id FROM documents")
    reviewed.fill(connection)


def _to_4(connection: sqlite3.Connection) -> None:
    """Add the table of what is known of articles; it is filled as their files are read again."""
    for statement in _statements(KNOWN):
        connection.execute(statement)


def _to_5(connection: sqlite3.Connection) -> None:
    """Add the column of cases, and fill it from the records."""
    from factcheck.dossier import records

    for statement in _statements(GATHERED):
        connection.execute(statement)
    for number, finding in records.findings(connection):
        if finding.under:
            connection.execute("UPDATE findings SET under = ? WHERE number = ?", (finding.under, number))


def _to_6(connection: sqlite3.Connection) -> None:
    """Add the table of corrections."""
    for statement in _statements(CORRECTED):
        connection.execute(statement)


def _to_7(connection: sqlite3.Connection) -> None:
    """Add the column of gaps, and fill it from the records."""
    from factcheck.dossier import records

    connection.execute(PARTED)
    for number, finding in records.findings(connection):
        connection.execute("UPDATE findings SET gap = ? WHERE number = ?", (finding.gap, number))


def _to_8(connection: sqlite3.Connection) -> None:
    """Add the indexes of the table of cases."""
    for statement in _statements(LISTED):
        connection.execute(statement)


def _to_9(connection: sqlite3.Connection) -> None:
    """Add the days of files, and the table of what was read where people say otherwise."""
    for statement in _statements(TOLD):
        connection.execute(statement)


def _to_10(connection: sqlite3.Connection) -> None:
    """Give the articles' marks numbers, and add the table by mark; it is filled when it is wanted."""
    for statement in _statements(NUMBERED):
        connection.execute(statement)


MIGRATIONS |= {1: _to_2, 2: _to_3, 3: _to_4, 4: _to_5, 5: _to_6, 6: _to_7, 7: _to_8, 8: _to_9, 9: _to_10}


def create(connection: sqlite3.Connection) -> None:
    """Make the tables, inside a transaction of the caller."""
    later = (SEARCHED, FILED, KNOWN, GATHERED, CORRECTED, PARTED, LISTED, TOLD, NUMBERED)
    for statement in _statements("".join((TABLES, *later))):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring tables of an older version up to the present one, inside a transaction of the caller."""
    for old in range(version, VERSION):
        MIGRATIONS[old](connection)
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _statements(script: str) -> list[str]:
    """Return the statements of a script; `executescript` would end the transaction."""
    import sqlite3

    made, begun = [], ""
    for line in script.splitlines(keepends=True):
        begun += line
        if sqlite3.complete_statement(begun):
            made.append(begun)
            begun = ""
    return made
