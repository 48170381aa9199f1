"""The words that a dossier teaches, for the search."""

import numpy as np

from factcheck.matching.articles import AtHand
from factcheck.matching.corpus import corpus
from factcheck.matching.lessons import heard, spoken, taught
from factcheck.matching.sentences import sentences
from factcheck.matching.vocabulary import Texts, Vocabulary
from factcheck.reading.files import from_text

PAIRS = [
    ("Vaccinations and schools", "Vaccinations et écoles"),
    ("The vaccinations began", "Les vaccinations commencent"),
    ("Schools reopened and closed", "Les écoles rouvrent et ferment"),
    ("Schools hired teachers", "Les écoles recrutent"),
]


def test_learned_words_are_whole_and_none_is_a_stop_word():
    written = [text for pair in PAIRS for text in pair]
    documents = [from_text(text, path=f"{n}.txt", language="fr" if n % 2 else "en") for n, text in enumerate(written)]
    made, words = sentences(AtHand.of(documents, {}).articles())
    assert len(made) == len(written)
    aligned = [(n, n + 1) for n in range(0, len(made), 2)]
    known = corpus(made)
    texts = Texts(known.lexicon, known.words, known.languages)
    vocabulary = Vocabulary(texts, *np.array(aligned).T)
    learned = taught(heard(vocabulary, spoken(words)))
    assert learned == sorted(learned)
    pairs = {(word, other) for _, word, _, other, _ in learned}
    assert {("vaccinations", "vaccinations"), ("schools", "ecoles")} <= pairs
    assert not {"and", "the", "et", "les"} & {word for pair in pairs for word in pair}
    assert all(left < right and 0.4 <= strength <= 1 for left, _, right, _, strength in learned)
    nothing = np.zeros(0, np.int64)
    assert taught(heard(Vocabulary(texts, nothing, nothing), spoken(words))) == []
