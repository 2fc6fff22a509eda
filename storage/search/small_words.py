"""Dutch words that say nothing of what someone looks for, where other words stand beside them."""

_SMALL = """
de het een en of van voor in op met te die dat dit deze over aan bij om uit als er is was zijn ze
zij we wij ik je jij hij u hun haar mijn onze ons naar door tot ten ter der des den nog ook wel niet
geen maar want dan toen dus heeft hebben had hadden wordt worden werd werden kan kon kunnen zal zou
zullen moet moest mag wil wilde gaat ging doet deed waar wie wat hoe wanneer welke waarom waarover
waarin waarmee daar daarover hier toch eens weer eigenlijk onder tussen tegen zonder tijdens na per
via s t iemand mee komen komt gaan doen laten
"""
_VAGUE = """
afspraak afspraken iets zoiets zo ofzo ding dingen dinges gedoe verhaal clubje club gebeuren
toestand spul stuk stukje soort
"""

_FIGURES = """
twee 2 drie 3 vier 4 vijf 5 zes 6 zeven 7 acht 8 negen 9 tien 10 elf 11 twaalf 12 twintig 20 dertig
30 veertig 40 vijftig 50 zestig 60 zeventig 70 tachtig 80 negentig 90 honderd 100
"""

SMALL = frozenset(_SMALL.split())
"""Words of grammar: articles, pronouns, prepositions, auxiliaries. No English ones."""
VAGUE = frozenset(_VAGUE.split())
"""What people say where they do not know the word."""
FIGURES = dict(zip(*[iter(_FIGURES.split())] * 2, strict=True))
"""Numbers in words, and in figures."""


def says_nothing(word: str) -> bool:
    """Whether a word may be left out where others stand beside it."""
    return word in SMALL or word in VAGUE or (len(word) == 1 and not word.isdigit())
