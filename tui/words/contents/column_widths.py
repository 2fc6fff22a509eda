"""How wide the columns of a table are, whatever it is drawn in."""

from collections.abc import Callable, Sequence
from math import ceil

MOST = 0.95  # of the texts of a column stand on one line where there is room; few long ones do not


def column_widths(
    rows: Sequence[Sequence[str]], room: int, measured: Callable[[str], int]
) -> tuple[list[int], bool]:
    """A width for each column in the unit of ``measured``, together at most ``room``, and whether
    its longest words are whole. What room is left goes to the columns with long texts."""
    columns = [[*column] for column in zip(*rows, strict=True)]
    words = [{word for text in column for word in text.split()} for column in columns]
    least = [max(map(measured, some), default=0) for some in words]
    if sum(least) > room:
        fair = room // len(least)
        narrow = sum(width for width in least if width <= fair)
        rest, wide = room - narrow, sum(least) - narrow
        return [one if one <= fair else one * rest // wide for one in least], False
    wanted = [
        max(width, sorted(map(measured, column))[ceil(MOST * (len(column) - 1))])
        for width, column in zip(least, columns, strict=True)
    ]
    more = [full - width for full, width in zip(wanted, least, strict=True)]
    share = min(1.0, (room - sum(least)) / (sum(more) or 1))
    return [width + int(part * share) for width, part in zip(least, more, strict=True)], True
