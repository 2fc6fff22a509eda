"""What is left of an erased act: where it stood, not what it said (contract §2, rule 10)."""

from dataclasses import dataclass

from storage.acts.act import Act, check_order, check_scope, read_ids
from storage.acts.canonical import NotAnAct, check_value, encode


@dataclass(frozen=True, slots=True)
class Stub:
    """``set`` holds (record, field, parents) of every field that the act set."""

    id: str
    set: tuple[tuple[str, str, tuple[str, ...]], ...]
    undo: tuple[str, ...]
    scope: str | None

    def as_json(self) -> dict[str, object]:
        found: dict[str, object] = {
            "id": self.id,
            "set": [[record, field, list(parents)] for record, field, parents in self.set],
            "undo": list(self.undo),
        }
        return found if self.scope is None else {**found, "scope": self.scope}


def make_stub(act: Act) -> Stub:
    """The stub that stays when the body of this act is dropped."""
    places = tuple((said.record, said.field, said.parents) for said in act.set)
    return Stub(act.id, places, act.undo, act.scope)


def read_stub(body: object) -> Stub:
    """The stub that this JSON object is. Raises NotAnAct, with the reason, if it is none."""
    check_value(body)
    encode(body)  # refuses lone surrogates, which no act can have
    scope: str | None = None
    match body:
        case {"id": str(name), "set": list(entries), "undo": list(undo), **more}:
            match more:
                case {"scope": str(word), **rest} if not rest:
                    scope = word
                case _ if more:  # it would be lost on the way, and with it the digest of the file
                    raise NotAnAct("has keys that no stub has, or a scope that is not a word")
        case _:
            raise NotAnAct("is not a stub with id, set and undo")
    places = []
    for entry in entries:
        match entry:
            case [str(record), str(field), parents]:
                places.append((record, field, read_ids(parents, "parents")))
            case _:
                raise NotAnAct("has an entry in set that is not [record, field, parents]")
    check_order([(record, field) for record, field, _ in places])
    check_scope({record for record, *_ in places}, scope)
    read_ids([name], "id")
    return Stub(name, tuple(places), read_ids(undo, "undo"), scope)
