"""A term in the form: typed as people say it, its reading in sight and to be put right."""

from pathlib import Path

from tests.tui.driving import Driver, driven
from tests.tui.filling import Filling
from tests.tui.test_filling import LARGE, at_vhto, record

READ = "voor de zomer van 2015"


def term(path: Path) -> dict[str, object]:
    found = record(path)["term"]
    assert isinstance(found, dict)
    return found


async def with_term(screen: Driver, phrase: str) -> Filling:
    form = await at_vhto(screen)
    await form.put("term.phrase", phrase)
    return form


async def test_the_reading_shows_under_the_words_while_they_are_typed(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await with_term(screen, "voor de zomer")
        assert "onze lezing: tot en met 30 juni" in screen.text
        assert "(eerstvolgend jaar)" in screen.text
        await screen.type(" van 2015")
        assert "onze lezing: tot en met 30 juni 2015" in screen.text
        assert "eerstvolgend" not in screen.text
        assert "30 juni 2015" in screen.line_with("Tot en met")  # at once, in the line below
        await form.save()
    assert term(db) == {
        "phrase": READ, "from": None, "to": "2015-06-30", "precision": "season",
        "nature": "once", "every": None, "trigger": None,
    }  # fmt: skip


async def test_what_cannot_be_read_is_kept_as_it_was_said(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await with_term(screen, "ergens rond de zomer")
        assert "niet gelezen: wordt bewaard zoals gezegd" in screen.text
        await form.save()
    assert term(db) == {
        "phrase": "ergens rond de zomer", "from": None, "to": None, "precision": "none",
        "nature": "standing", "every": None, "trigger": None,
    }  # fmt: skip


async def test_whoever_puts_the_reading_right_keeps_that(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await with_term(screen, READ)
        await form.put("term.to", "15-6-2015")
        await form.at("term.phrase")
        assert "onze lezing: tot en met 15 juni 2015" in screen.text
        await screen.type(", zei men")
        assert "onze lezing: tot en met 15 juni 2015" in screen.text
        await form.save()
    assert (term(db)["phrase"], term(db)["to"]) == (f"{READ}, zei men", "2015-06-15")


async def test_one_key_leaves_the_reading_out_and_brings_it_back(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await with_term(screen, READ)
        assert "F6 zonder lezing" in screen.text
        await screen.press("f6")
        assert "zonder lezing: wordt bewaard zoals gezegd" in screen.text
        assert "F6 lees" in screen.text
        await screen.press("f6")
        assert "onze lezing: tot en met 30 juni 2015" in screen.text
        await screen.press("f6")
        await form.save()
    assert (term(db)["phrase"], term(db)["to"]) == (READ, None)


async def test_other_words_have_another_reading(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await with_term(screen, "in 2015")
        await form.save()
        assert (term(db)["from"], term(db)["to"]) == ("2015-01-01", "2015-12-31")
        form = await with_term(screen, "zodra er een coördinator is")
        assert "wacht tot: er een coördinator is" in screen.text
        await form.save()
        assert (term(db)["to"], term(db)["trigger"]) == (None, "er een coördinator is")
        form = await with_term(screen, "twee keer per jaar")
        assert "onze lezing: terugkerend, per half jaar" in screen.text
        await form.save()
    found = term(db)
    assert (found["nature"], found["every"], found["trigger"]) == ("recurring", "half jaar", None)


async def test_words_that_are_typed_back_leave_the_term_as_it_was(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await with_term(screen, READ)
        await form.save()
        before = term(db)
        form = await with_term(screen, "in 2016")
        await form.put("term.phrase", READ)
        assert not form.form.state.changed
        await form.save()
    assert term(db) == before


async def test_a_draft_knows_what_was_put_right(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        form = await with_term(screen, READ)
        await form.put("term.to", "15-6-2015")
        await screen.press("escape", "e")
        await form.put("term.phrase", "in 2015")
        await form.save()
    assert (term(db)["from"], term(db)["to"]) == ("2015-01-01", "2015-06-15")


async def test_after_the_meeting_that_is_planned(db: Path) -> None:
    async with driven(db, LARGE) as screen:
        screen.main.store.add("meetings", {"title": "Liaisonoverleg", "date": "2199-03-01"})
        form = await with_term(screen, "2 weken na het overleg")
        assert "onze lezing: op 15 maart 2199" in screen.text
        await form.save()
    assert term(db)["to"] == "2199-03-15"
