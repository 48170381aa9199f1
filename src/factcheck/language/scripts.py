"""Ranges of letters by how their scripts are written, as they stand in a class of a regular expression."""

# Thai and Lao, Burmese, Khmer, kana, Han: written without spaces between words.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
# Latin, Greek and Cyrillic, with their accents and the letters of Vietnamese.
LEFT_TO_RIGHT = "A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1fff"
# Hebrew, Arabic, Syriac, Thaana, N'Ko, and the presentation forms of Hebrew and Arabic.
RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
