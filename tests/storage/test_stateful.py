"""Whatever two people do with two copies, in any order: it can be taken back, done again, looked
at as it was, and found again (issue 5)."""

import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from storage.errors import Refused
from storage.records.fields import FIELDS
from storage.store import Store
from storage.views.change import Change
from tests.asof import stood
from tests.storage.small import ARRANGEMENT, BOOST, VHTO, small

WORDS = st.sampled_from(["een", "twee", "drie"])
WHO = st.sampled_from(["Ann", "Bob"])
AGREEMENTS = st.sampled_from([VHTO, BOOST])
STATUSES = st.sampled_from(["open", "in_progress", "on_hold"])

Tables = dict[str, list[dict[str, object]]]


def tables(store: Store) -> Tables:
    """All records but authors."""
    return {type_: store.records(type_) for type_ in FIELDS if type_ != "authors"}


def arrivals(store: Store) -> int:
    (count,) = store.connection.execute("SELECT max(n) FROM acts").fetchone()
    return int(count)


class TwoCopies(RuleBasedStateMachine):
    """Ann and Bob began with the same file. ``known`` remembers how each stood at every arrival."""

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp())
        self.before = os.environ.get("XDG_CONFIG_HOME")
        self.stores: dict[str, Store] = {}
        self.known: dict[str, dict[int, Tables]] = {"Ann": {}, "Bob": {}}
        self.first: dict[str, Tables] = {}
        self.together = False
        for name in self.known:
            path = self.home / name / "klein.db"
            path.parent.mkdir()
            Store.create(path, ARRANGEMENT, small())
            self.stores[name] = Store(path, by=name)
            self.first[name] = tables(self.stores[name])

    def teardown(self) -> None:
        for name, store in self.stores.items():
            self._as(name)
            assert store.check() == []
            self._as_of_any_arrival(name)
            self._nothing_is_out_of_reach(store)
            if not self.together:
                self._all_taken_back_and_done_again(name)
            store.close()
        if self.before is None:
            os.environ.pop("XDG_CONFIG_HOME", None)
        else:
            os.environ["XDG_CONFIG_HOME"] = self.before
        shutil.rmtree(self.home)

    def _as(self, name: str) -> Store:
        """The store of someone, who sits at their own laptop."""
        os.environ["XDG_CONFIG_HOME"] = str(self.home / name / "config")
        return self.stores[name]

    @initialize(together=st.booleans())
    def begin(self, together: bool) -> None:
        """Whether they exchange files: who works alone can take back everything there is."""
        self.together = together

    # what people do; a refusal is an answer too, and changes nothing

    @rule(who=WHO, record=AGREEMENTS, title=WORDS)
    def edit(self, who: str, record: str, title: str) -> None:
        self._try(who, lambda store: store.edit(record, {"title": title}))

    @rule(who=WHO, record=AGREEMENTS, one=WORDS, two=WORDS)
    def edit_a_set(self, who: str, record: str, one: str, two: str) -> None:
        changes = {f"also_at/{one}": True, f"also_at/{two}": False}
        self._try(who, lambda store: store.edit(record, changes))

    @rule(who=WHO, record=AGREEMENTS, status=STATUSES, why=st.none() | WORDS)
    def status(self, who: str, record: str, status: str, why: str | None) -> None:
        self._try(who, lambda store: store.status(record, status, why))

    @rule(who=WHO, status=STATUSES, why=WORDS)
    def edit_both(self, who: str, status: str, why: str) -> None:
        entry = {"kind": "remark", "text": why}
        change = Change((VHTO, BOOST), sets={"status": status}, entry=entry, reason=why)
        self._try(who, lambda store: store.apply(change))

    @rule(who=WHO)
    def delete_both(self, who: str) -> None:
        self._try(who, lambda store: store.apply(Change((VHTO, BOOST), sets={"life": "deleted"})))

    @rule(who=WHO, record=AGREEMENTS, text=WORDS, own=st.booleans())
    def note(self, who: str, record: str, text: str, own: bool) -> None:
        self._try(who, lambda store: store.note(record, text, own=own))

    @rule(who=WHO, title=WORDS)
    def add(self, who: str, title: str) -> None:
        said = {"title": title, "kind": "request", "regions/twente": True}
        self._try(who, lambda store: store.add("agreements", said))

    @rule(who=WHO, record=AGREEMENTS)
    def delete(self, who: str, record: str) -> None:
        self._try(who, lambda store: store.delete(record))

    @rule(who=WHO, record=AGREEMENTS)
    def restore(self, who: str, record: str) -> None:
        self._try(who, lambda store: store.restore(record))

    @rule(who=WHO)
    def undo(self, who: str) -> None:
        self._try(who, lambda store: store.undo())

    @rule(who=WHO)
    def redo(self, who: str) -> None:
        self._try(who, lambda store: store.redo())

    @rule(who=WHO)
    def restart(self, who: str) -> None:
        store = self._as(who)
        store.close()
        self.stores[who] = Store(store.path, by=who)

    @precondition(lambda self: self.together)
    @rule(sender=WHO)
    def merge(self, sender: str) -> None:
        (receiver,) = {*self.stores} - {sender}
        file = self.home / "stick.json"
        self._as(sender).snapshots.export(file)
        self._try(receiver, lambda store: store.snapshots.import_(file))

    @rule(who=WHO)
    def settle(self, who: str) -> None:
        found = self._as(who).conflicts()
        if found:
            record, field, value = found[0].record, found[0].field, found[0].claims[0].value
            self._try(who, lambda store: store.resolve(record, field, value))

    def _try(self, who: str, act) -> None:
        store = self._as(who)
        before = arrivals(store)
        try:
            act(store)
        except Refused:
            assert arrivals(store) == before

    # what must hold

    @invariant()
    def remember(self) -> None:
        for name in self.stores:
            store = self._as(name)
            if arrivals(store) not in self.known[name]:
                self.known[name][arrivals(store)] = tables(store)

    def _as_of_any_arrival(self, name: str) -> None:
        """The tables as they were known at any moment of arrival are those of then."""
        for n, then in self.known[name].items():
            found = stood(self.stores[name], f"#{n}", known=True)
            del found["authors"]
            assert found == then

    def _nothing_is_out_of_reach(self, store: Store) -> None:
        """Every act stands in the history, and everything it said in that of its record."""
        acts = {row[0] for row in store.connection.execute("SELECT id FROM acts").fetchall()}
        assert {act.id for act in store.history(None)} == acts
        said = store.connection.execute(
            "SELECT DISTINCT s.record, a.id FROM said s JOIN acts a ON a.n = s.act"
        ).fetchall()
        for record in {record for record, _ in said}:
            told = {act.id for act in store.history(record)}
            assert {id_ for about, id_ in said if about == record} <= told

    def _all_taken_back_and_done_again(self, name: str) -> None:
        """Undo of everything gives the first tables, and redo the last."""
        store = self._as(name)
        while self._turn(store.redo):
            pass
        last = tables(store)
        count = 0
        while self._turn(store.undo):
            count += 1
        assert tables(store) == self.first[name]
        for _ in range(count):
            assert self._turn(store.redo)
        assert tables(store) == last
        assert not self._turn(store.redo)

    @staticmethod
    def _turn(step) -> bool:
        try:
            step()
        except Refused as refused:
            if refused.key not in ("nothing_to_undo", "nothing_to_redo"):
                raise
            return False
        return True


TwoCopies.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
test_two_copies = TwoCopies.TestCase
