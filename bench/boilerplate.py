# ruff: noqa: E501 - words of one language stay in one line
"""How well the article is told from the page around it: python bench/boilerplate.py [--show]

Six languages, ten layouts: each page holds an article of the tests' fixtures made longer, and what sites put around
articles. Counted is the F1 of words that belong to the article; the floor is that of each language and of all pages.
"""

import argparse
import sys
from collections import Counter
from html import escape
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "reading"))

import fixture_files as made

from factcheck.model import PassageKind
from factcheck.reading import files
from factcheck.reading.files import from_text
from factcheck.reading.formats.content import Part
from factcheck.reading.formats.web import read

FLOOR = 0.95
OWN = {PassageKind.SENTENCE, PassageKind.HEADING}

# What surrounds an article, a language each: section names, share words, comments, the label of related news, credit.
AROUND = {
    "en": ("Home|World|Politics|Business|Sport|Weather", "Share|Facebook|Twitter|WhatsApp|Copy link", "Comments ({})",
           "Related news", "Photo: A. Name", "Subscribe to our newsletter", "All rights reserved", "By Jane Doe"),
    "fr": ("Accueil|Monde|Politique|Économie|Sports|Météo", "Partager|Facebook|Twitter|WhatsApp|Copier le lien",
           "Commentaires ({})", "À lire aussi", "Photo : A. Nom", "Abonnez-vous à notre lettre", "Tous droits réservés",
           "Par Jeanne Durand"),
    "vi": ("Trang chủ|Thế giới|Chính trị|Kinh tế|Thể thao|Thời tiết", "Chia sẻ|Facebook|Twitter|Zalo|Sao chép liên kết",
           "Bình luận ({})", "Tin liên quan", "Ảnh: Văn A", "Đăng ký nhận bản tin", "Giữ bản quyền", "Nguyễn Văn A"),
    "ms": ("Utama|Dunia|Politik|Ekonomi|Sukan|Cuaca", "Kongsi|Facebook|Twitter|WhatsApp|Salin pautan", "Komen ({})",
           "Berita berkaitan", "Foto: A. Nama", "Langgan surat berita kami", "Hak cipta terpelihara", "Oleh Ali Ahmad"),
    "ar": ("الرئيسية|العالم|سياسة|اقتصاد|رياضة|طقس", "شارك|فيسبوك|تويتر|واتساب|نسخ الرابط", "تعليق ({})", "أخبار ذات صلة",
           "الصورة: أ. اسم", "اشترك في نشرتنا", "جميع الحقوق محفوظة", "بقلم أحمد علي"),
    "fa": ("خانه|جهان|سیاست|اقتصاد|ورزش|هوا", "اشتراک|فیسبوک|توییتر|واتساپ|کپی لینک", "نظر ({})", "اخبار مرتبط",
           "عکس: نام", "عضویت در خبرنامه", "همه حقوق محفوظ است", "نویسنده: علی احمدی"),
}  # fmt: skip


class Layout:
    """The pieces of a page in one language; the ten functions below put them together."""

    def __init__(self, article):
        words = AROUND[article.language]
        self.sections, self.share = words[0].split("|"), words[1].split("|")
        self.comments, self.label, self.credit = words[2].format(14), words[3], words[4]
        self.letter, self.rights, self.author = words[5:]
        self.title = escape(article.title)
        self.own = [escape(one) for one in article.paragraphs]
        others = [one for one in made.ARTICLES if one.language != article.language]
        self.news = [(escape(one.title), escape(one.paragraphs[1])) for one in others[:4]]
        self.nav = "".join(f'<li><a href="/{n}">{one}</a></li>' for n, one in enumerate(self.sections))
        self.bar = " ".join(f'<a href="#">{one}</a>' for one in self.share)
        self.body = "".join(f"<p>{one}</p>" for one in self.own)
        self.list = "".join(f'<li><a href="/n{n}">{head}</a></li>' for n, (head, _) in enumerate(self.news))
        self.cards = "".join(f'<div class="card"><a href="/n{n}"><h3>{head}</h3></a><p>{lead}</p></div>'
                             for n, (head, lead) in enumerate(self.news))  # fmt: skip


def semantic(p):
    return (f"<header><nav><ul>{p.nav}</ul></nav></header><main><article><h1>{p.title}</h1>{p.body}</article></main>"
            f"<aside><h2>{p.label}</h2><ul>{p.list}</ul></aside><footer>{p.rights} 2025</footer>")  # fmt: skip


def divs(p):
    return (f'<div id="menu"><ul>{p.nav}</ul></div><div id="content"><div class="title"><h1>{p.title}</h1></div>'
            f'<div class="text">{p.body}</div><div class="share">{p.bar} 12</div></div><div id="sidebar"><h4>{p.label}'
            f'</h4><ul>{p.list}</ul></div><div id="footer">{p.rights}</div>')  # fmt: skip


def tables(p):
    return (f"<table><tr><td colspan=2>{' | '.join(p.sections)}</td></tr><tr><td><ul>{p.nav}</ul></td><td><h1>{p.title}"
            f"</h1>{p.body}</td></tr><tr><td colspan=2>{p.rights}</td></tr></table>")  # fmt: skip


def breaks(p):
    return (f'<div class="top">{" - ".join(p.sections)}</div><div class="post"><h2>{p.title}</h2><div class="entry">'
            f'{"<br><br>".join(p.own)}</div></div><div class="links">{p.bar}</div><div>{p.comments}</div>')  # fmt: skip


def cards(p):
    return (f"<nav>{p.nav}</nav><article><h1>{p.title}</h1>{p.body}</article><section class='related'><h2>{p.label}</h2>"
            f"{p.cards}</section><footer>{p.letter}</footer>")  # fmt: skip


def middle(p):
    half = len(p.own) // 2
    first, second = ("".join(f"<p>{one}</p>" for one in part) for part in (p.own[:half], p.own[half:]))
    return (f"<nav><ul>{p.nav}</ul></nav><main><h1>{p.title}</h1>{first}<aside><h3>{p.label}</h3><ul>{p.list}</ul></aside>"
            f"{second}<div class='newsletter'><form>{p.letter} <input name=e><button>OK</button></form></div></main>")  # fmt: skip


def captions(p):
    figure = f'<figure><img src="a.jpg" alt="a"><figcaption>{p.credit}</figcaption></figure>'
    return (f"<nav><ul>{p.nav}</ul></nav><article><h1>{p.title}</h1><p class='byline'>{p.author}</p>{figure}{p.body}{figure}"
            f"</article><div class='tags'>{p.bar}</div><footer>{p.rights}</footer>")  # fmt: skip


def comments(p):
    said = "".join(f"<div class='comment'><b>User{n}</b><p>{lead}</p></div>" for n, (_, lead) in enumerate(p.news))
    return (f"<nav><ul>{p.nav}</ul></nav><article><h1>{p.title}</h1>{p.body}</article><section id='comments' "
            f"class='comments'><h3>{p.comments}</h3>{said}</section>")  # fmt: skip


def cookies(p):
    return (f"<div class='cookie-banner' role='dialog'>{p.letter}. {p.rights}. <button>OK</button></div><div class='nav'>"
            f"<ul>{p.nav * 3}</ul></div><div class='story-body'><h1>{p.title}</h1>{p.body}</div><div class='most-read'><ol>"
            f"{p.list}</ol></div>")  # fmt: skip


def plain(p):
    """Not a page: what one copies out of a browser."""
    return "\n".join((*p.sections, p.title, p.author, *p.own, *p.share, p.comments, p.label,
                      *(line for pair in p.news for line in pair), p.rights))  # fmt: skip


LAYOUTS = (semantic, divs, tables, breaks, cards, middle, captions, comments, cookies, plain)


def longer(article):
    """The article with the paragraphs of its fixture in other words of figures: three times, numbered apart."""
    more = tuple(one.replace("300", str(300 + 11 * n)).replace("524", str(524 + 7 * n))
                 for n in range(3) for one in article.paragraphs)  # fmt: skip
    return made.Article(article.language, article.title, more, article.figures)


def document_of(article, layout):
    pieces = Layout(article)
    if layout is plain:
        return from_text(plain(pieces))
    page = f"<!DOCTYPE html><html><head><title>{pieces.title}</title></head><body>{layout(pieces)}</body></html>"
    return files._document(next(read(Part("", page.encode(), ".html"))), "a.html", None)  # noqa: SLF001


def f1(article, document):
    wanted = Counter(" ".join((article.title, *article.paragraphs)).split())
    found = Counter(word for one in document.passages if one.kind in OWN for word in document.quote(one.span).split())
    shared = (wanted & found).total()
    return 2 * shared / (wanted.total() + found.total())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--show", action="store_true", help="print what is wrong on each page below the floor")
    show = parser.parse_args().show
    scores = {}
    for article in map(longer, made.ARTICLES):
        for layout in LAYOUTS:
            document = document_of(article, layout)
            scores[article.language, layout.__name__] = score = f1(article, document)
            if show and score < FLOOR:
                print(article.language, layout.__name__, f"{score:.3f}")
                for one in document.passages:
                    print("   ", one.kind, document.quote(one.span)[:90])
    for part in (0, 1):
        for name in dict.fromkeys(key[part] for key in scores):
            some = [score for key, score in scores.items() if key[part] == name]
            print(f"{name}: {sum(some) / len(some):.3f}, worst {min(some):.3f}")
    mean = sum(scores.values()) / len(scores)
    print(f"all: {mean:.3f} of {len(scores)} pages (wanted: {FLOOR})")
    return mean < FLOOR


if __name__ == "__main__":
    sys.exit(main())
