"""How well what someone types fits a name: whole, its beginning, a word in it, anywhere."""

from collections.abc import Iterable

from storage.search.folding import fold_text


def name_fit(words: str, forms: Iterable[str]) -> tuple[int, int, str] | None:
    """How well the words fit the best of these forms of one name; None where none fits.

    Lower is better; the last part is the form that fits. Earlier forms go before later ones.
    """
    wanted = fold_text(words)
    fits = [(_fit(wanted, fold_text(form)), n, form) for n, form in enumerate(forms)]
    found = [(how, n, form) for how, n, form in fits if how is not None]
    return min(found, default=None)


def _fit(wanted: str, form: str) -> int | None:
    if form == wanted:
        return 0
    if form.startswith(wanted):
        return 1
    inside = f" {form}"
    if f" {wanted}" in inside:
        return 2
    if all(f" {word}" in inside for word in wanted.split()):
        return 3
    return 4 if wanted.replace(" ", "") in form.replace(" ", "") else None
