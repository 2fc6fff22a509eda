"""Writes the next release of the arrangement of Oost: what the TOML says and those before do not.

    python -m seed.next_release

As long as a release went out with no version it is written anew; what went out stands in `SHIPPED`.
"""

import sys
from collections.abc import Sequence

from seed.loader import read_folder
from seed.releases import ARRANGEMENT, SHIPPED, acts_in, file_of
from seed.seed_acts import acts_of
from seed.seeded import BadSeed, Seed
from storage.acts import Act
from storage.files.atomic import write_whole
from storage.formats.segment_layout import segment


class NotToRelease(Exception):  # noqa: N818 - it says what it is about a folder
    """Why what the folder says cannot become a release."""


def next_release(seed: Seed, before: Sequence[Act]) -> list[Act]:
    """The acts of the folder that come after these. Raises NotToRelease."""
    given = {said.value: said.record for act in before for said in act.set if said.field == "code"}
    for record in seed.records:
        code = record.values.get("code")
        if given.get(code, record.id) != record.id:  # also when that record is gone
            raise NotToRelease(f"{record.id}: the code {code} is that of {given[code]}")
    acts = acts_of(seed, before)
    if acts and before and acts[0].at <= max(act.at for act in before):
        raise NotToRelease(f"released: {seed.released} is not after the release before")
    return acts


def main() -> int:
    number = len(SHIPPED) + 1
    file, before = file_of(number), [file_of(shipped) for shipped in range(1, number)]
    try:
        acts = next_release(read_folder(), acts_in(before))
    except BadSeed as bad:
        for one in bad.mistakes:
            print(f"{one.file}:{one.line}: {one.record} {one.reason}", file=sys.stderr)
        return 1
    except NotToRelease as why:
        print(why, file=sys.stderr)
        return 1
    if acts:
        write_whole(file, segment(ARRANGEMENT, [(act.id, act.data) for act in acts], ()))
        print(f"{file.name}: {len(acts)} records differ")
    else:
        file.unlink(missing_ok=True)
        print("nothing differs from the releases before")
    return 0


if __name__ == "__main__":
    sys.exit(main())
