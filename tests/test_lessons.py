"""The words that a dossier teaches, for the search."""

from factcheck.matching.lessons import lessons
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
    texts = [text for pair in PAIRS for text in pair]
    documents = [from_text(text, path=f"{n}.txt", language="fr" if n % 2 else "en") for n, text in enumerate(texts)]
    made = sentences(documents, {})
    assert len(made) == len(texts)
    aligned = [(n, n + 1) for n in range(0, len(texts), 2)]
    vocabulary = Vocabulary(Texts((sentence.language, sentence.words) for sentence in made), aligned)
    learned = lessons(vocabulary, made, documents)
    assert learned == sorted(learned)
    pairs = {(word, other) for _, word, _, other, _ in learned}
    assert {("vaccinations", "vaccinations"), ("schools", "ecoles")} <= pairs
    assert not {"and", "the", "et", "les"} & {word for pair in pairs for word in pair}
    assert all(left < right and 0.4 <= strength <= 1 for left, _, right, _, strength in learned)
    assert lessons(Vocabulary(Texts([])), made, documents) == []
