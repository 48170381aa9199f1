"""How far two words are from each other."""


def within(a: str, b: str, distance: int) -> bool:
    """Return whether two words differ in at most `distance` letters added, left out or replaced (Levenshtein)."""
    if abs(len(a) - len(b)) > distance:
        return False
    row = list(range(len(b) + 1))
    for i, char in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, other in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (char != other))
        if min(row) > distance:
            return False
    return row[-1] <= distance
