"""Mails (EML), mailboxes (MBOX) and saved pages in one file (MHTML): the message, and what is attached to it.

RFC 5322, RFC 2045 and 2047, read by Python's email package; RFC 4155 for mailboxes; RFC 2557 for MHTML.
"""

from __future__ import annotations

import re
from email import policy
from email.errors import MessageError
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, BinaryIO

from factcheck.errors import UnreadableFileError
from factcheck.model import PassageKind
from factcheck.reading.formats.content import Lines, Unread, facts, under
from factcheck.reading.formats.limits import MAIL, MEMBERS, PAGE
from factcheck.reading.formats.markup import unicode_of
from factcheck.reading.formats.names import safe_ending, safe_name
from factcheck.reading.formats.web import fragment, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage

    from factcheck.reading.formats.content import Content, Fact, Part

_FROM = re.compile(rb"From [^\n]{5,200}\d{4}[^\n]{0,20}\r?\n")
_HEADER_LINE = re.compile(rb"[!-9;-~]+:")
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_CONTAINER = re.compile(rb"^content-type:\s*multipart/", re.IGNORECASE | re.MULTILINE)
_MOST_PARTS = 500  # of a mail
_LONGEST_HEADER = 500_000  # bytes; Python's parser takes hundreds of times the memory
_HEADER_END = re.compile(rb"\n\r?\n")
_PARSER = BytesParser(policy=policy.default.clone(raise_on_defect=False))


def read(part: Part) -> Iterator[Content | Part]:
    """Yield the message of a mail and its attachments. Raises UnreadableFileError."""
    message = _message(part.data)
    known = _facts(message)
    body = _body(message)
    lines = Lines()
    subject = next((fact.value for fact in known if fact.name == "title"), "")
    lines.add(subject, PassageKind.HEADING)
    if body is not None:
        for text, kind in _blocks(body):
            lines.add(text, kind)
    attached = list(_attachments(message, body))
    if len(lines.blocks) > bool(subject):
        yield lines.content(part, known)
    elif not attached:
        raise UnreadableFileError("The mail has no text and nothing readable attached; save what it shows as text.")
    for number, one in enumerate(attached, 1):
        name = safe_name(_filename(one)) or str(number)
        yield part.inner(name, _data(one), safe_ending(name) or _ending_of(one), (), one.get_content_charset())


def read_box(part: Part) -> Iterator[Content | Part | Unread]:
    """Yield the mails of a mailbox as parts, numbered from 1. Raises UnreadableFileError."""
    number = 0
    with part.open() as file:
        for number, mail in enumerate(_mails(file), 1):
            if number > MEMBERS:
                yield Unread(part.name, f"The mailbox has more than {MEMBERS} mails; the rest was left out. Split it.")
                return
            if len(mail) > MAIL:
                yield Unread(
                    under(part.name, str(number)), "The mail is too large; save its attachments by themselves."
                )
            else:
                yield part.inner(str(number), _QUOTED_FROM.sub(rb"\1", mail), ".eml")
    if not number:
        raise UnreadableFileError("No mail was found in the mailbox; export it from the mail program again.")


def _mails(file: BinaryIO) -> Iterator[bytes]:
    """Yield the mails of a mailbox one by one, without the lines that part them; what is too long is cut behind `MAIL`.

    A mail begins at a "From " line behind a blank one, if a header follows; the first line need not look like that.
    """
    mail, size, started, blank, waiting = [b""], 0, False, True, b""
    for line in iter(lambda: file.readline(MAIL), b""):
        if waiting:
            if _HEADER_LINE.match(line) or not started:
                if started:
                    yield b"".join(mail)
                mail, size, started = [], 0, True
            else:
                mail.append(waiting)
            waiting = b""
        if blank and (_FROM.match(line) or (not started and line.startswith(b"From "))):
            waiting = line
        elif size <= MAIL:
            mail.append(line)
            size += len(line)
        blank = line in {b"\n", b"\r\n"}
    if started or waiting:
        yield b"".join(mail)


def read_page(part: Part) -> Iterator[Content | Part]:
    """Yield the page that an MHTML file holds, as a part. Raises UnreadableFileError."""
    message = _message(part.data)
    address = str(message.get("Snapshot-Content-Location") or "")
    for one in _parts(message):
        if one.get_content_type() in {"text/html", "application/xhtml+xml"}:
            known = facts("saved page", url=address or str(one.get("Content-Location") or ""))
            known = tuple(fact for fact in known if fact.value.startswith(("http://", "https://")))
            yield part.inner("", _data(one), ".html", known, one.get_content_charset())._replace(name=part.name)
            return
    raise UnreadableFileError("The saved page holds no page; save it again as a web page in one file.")


def _message(data: bytes) -> EmailMessage:
    if len(_CONTAINER.findall(data)) > _MOST_PARTS:  # each in the one before it takes Python's parser minutes
        raise UnreadableFileError("The mail is nested too deeply; save its text and its attachments by themselves.")
    if len(data) > _LONGEST_HEADER and not _HEADER_END.search(data, 0, _LONGEST_HEADER):
        raise UnreadableFileError("The header of the mail is too long to be one; save its text by itself.")
    try:
        return _PARSER.parsebytes(data)
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise UnreadableFileError("The mail is damaged; save it again from the mail program.") from error


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name) or "").split())[:1000]
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        return ""  # a header that Python's parser stumbles over


def _facts(message: EmailMessage) -> tuple[Fact, ...]:
    person, address = parseaddr(_header(message, "From"))
    try:
        day = parsedate_to_datetime(_header(message, "Date")).date().isoformat()
    except (ValueError, TypeError, OverflowError, IndexError):
        day = ""
    return facts("mail header", title=_header(message, "Subject"), author=person or address, published=day,
                 language=_header(message, "Content-Language"))  # fmt: skip


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts that are no containers; not those of a mail attached to this one."""
    waiting: list[Any] = [message]
    seen = 0
    while waiting and seen < _MOST_PARTS:
        one = waiting.pop(0)
        seen += 1
        if one.get_content_maintype() == "multipart":
            inner = one.get_payload()
            waiting[:0] = inner if isinstance(inner, list) else []
        else:
            yield one


def _body(message: EmailMessage) -> EmailMessage | None:
    """Return the part that is the message: HTML, else text; the first that is not attached."""
    found = [one for one in _parts(message) if one.get_content_type() in {"text/html", "text/plain"}
             and one.get_content_disposition() != "attachment" and not _filename(one)]  # fmt: skip
    return next((one for one in found if one.get_content_type() == "text/html" and _data(one).strip()),
                found[0] if found else None)  # fmt: skip


def _blocks(body: EmailMessage) -> Iterator[tuple[str, PassageKind]]:
    text = unicode_of(_data(body), body.get_content_charset())
    if body.get_content_type() == "text/html":
        for block in fragment(text):
            yield block.text, PassageKind.BOILERPLATE if block.around else kind_of(block)
        return
    for paragraph in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        yield _flowed(paragraph), PassageKind.SENTENCE


def _flowed(paragraph: str) -> str:
    """Return a paragraph in which lines that were broken at the width of mails are joined."""
    made = ""
    for line in paragraph.split("\n"):
        bare = line.strip()
        joins = made and len(made.rpartition("\n")[2]) >= 50 and bare and not bare.startswith((">", "-", "*", "•"))
        made += (" " if joins else "\n" if made else "") + bare
    return made


def _attachments(message: EmailMessage, body: EmailMessage | None) -> Iterator[EmailMessage]:
    """Yield what is attached; pictures inside the text, signatures and the other form of the message are not."""
    for one in _parts(message):
        if one is body or one.get_content_maintype() in {"audio", "video", "font"}:
            continue
        attached = one.get_content_disposition() == "attachment"
        if one.get_content_maintype() == "image" and not attached:
            continue
        if one.get_content_type() in {"application/pgp-signature", "application/pkcs7-signature", "text/x-vcard",
                                      "text/calendar", "message/delivery-status"}:  # fmt: skip
            continue
        if attached or _filename(one) or one.get_content_maintype() == "message":
            yield one


def _filename(message: EmailMessage) -> str:
    try:
        return message.get_filename() or ""
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        return ""


def _data(message: EmailMessage) -> bytes:
    """Return the bytes of a part, its transfer encoding undone; those of a mail in it as they are."""
    try:
        if message.get_content_maintype() == "message":
            inner: Any = message.get_payload()
            return bytes(inner[0]) if isinstance(inner, list) and inner else b""
        data = message.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError):
        return b""
    return data[: 3 * PAGE] if isinstance(data, bytes) else b""


def _ending_of(message: EmailMessage) -> str:
    kind = message.get_content_type()
    known = {"text/html": ".html", "text/plain": ".txt", "message/rfc822": ".eml", "application/pdf": ".pdf"}
    return known.get(kind, PurePosixPath(kind).suffix)
