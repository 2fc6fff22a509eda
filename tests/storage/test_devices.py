"""Who sent what: every laptop with who write on it, and when the last of it arrived here."""

from storage.store import Store
from tests.storage.small import BOOST, VHTO, Laptops, send
from tests.storage.test_problems import arrive


def test_the_arrangement_itself_was_sent_by_nobody(ann: Store):
    assert ann.log.devices() == []


def test_every_laptop_stands_once_the_last_to_send_first(ann: Store, bob: Store):
    bob.introduce("Bob", "platform")
    bob.edit(VHTO, {"title": "van bob"})
    ann.edit(BOOST, {"title": "van ann"})
    send(bob, ann)
    first, second = ann.log.devices()
    assert [(one.name, one.organisation) for one in first.people] == [("Bob", "Platform")]
    assert (first.device, first.ours, first.acts) == (bob.device, False, len(bob.history(None)) - 8)
    assert [(one.name, one.organisation) for one in second.people] == [("ann", None)]
    assert (second.device, second.ours, second.acts) == (ann.device, True, 2)
    ann.edit(BOOST, {"title": "nog eens"})
    assert [one.device for one in ann.log.devices()] == [ann.device, bob.device]


def test_when_it_arrived_is_not_when_it_claims_to_be_made(ann: Store):
    arrive(ann, {(VHTO, "title"): "van toen"})
    (one,) = ann.log.devices()
    assert one.last == "2014-10-07T09:12:03.120Z"
    ann.connection.execute("UPDATE acts SET arrived = '2030' WHERE device = ?", (one.device,))
    assert ann.log.devices()[0].arrived == "2030"


def test_who_never_said_a_name_is_there_all_the_same(ann: Store):
    arrive(ann, {(VHTO, "title"): "van iemand"})
    ((person,),) = (one.people for one in ann.log.devices())
    assert (person.by, person.name) == ("b" * 16, None)


def test_two_people_on_one_laptop_stand_beside_each_other(laptops: Laptops):
    first = laptops.store("ann")
    first.edit(VHTO, {"title": "van ann"})
    first.close()
    second = Store(laptops.path("ann"), by="eva")
    second.edit(VHTO, {"title": "van eva"})
    (one,) = second.log.devices()
    assert [person.name for person in one.people] == ["ann", "eva"]
    second.close()
