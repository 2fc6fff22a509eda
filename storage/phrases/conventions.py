"""The one table of our readings ("onze lezing"): what we take words to mean that name no day.

words                                   we read
──────────────────────────────────────  ─────────────────────────────────────────────────────────
voor de zomer                           to 30 June: the day before it begins
voorjaar, lente                         March to May
zomer, zomervakantie, zomerreces        July and August
najaar, herfst                          September to November
winter 2014                             December 2014 to February 2015
begin, medio, eind 2015                 the first quarter; June and July; the last quarter
begin, medio, eind of a quarter, half   its first, middle, last month
    year or season
begin, medio, eind maart                the 1st to 10th, 11th to 20th, 21st to the last
voor or tot a day or period             to the day before it; "voor eind 2015" to its last day
uiterlijk, tot en met                   to its last day
vanaf, per; na                          from its first day; from the day after it
tussen maart en mei                     both months as a whole
schooljaar 2014-2015                    1 August to 31 July
begin, start; medio; eind of a          August and September; January and February; June and July
    schooljaar
kerst; jaarwisseling                    25 December; 1 January
Pasen, Pinksteren, Hemelvaart,          the days that a known rule gives (``feasts``)
    Prinsjesdag, kerstvakantie
rond a day                              from seven days before it to seven days after it
gereed, klaar, afgerond medio 2028      to the last day of it
najaar 2027 of begin 2028               from the first day of the one to the last of the other,
                                        where at most a month lies between them; of two days
                                        only where they adjoin
a day or period without a year          the nearest one that has not passed
binnen 2 weken, 2 weken geleden         counted from the reference date
binnen een half jaar, anderhalf jaar    in six, eighteen months, from the reference date
vorige week, afgelopen maand            the whole one before that of the reference date
zo spoedig mogelijk, komende periode    no date
doorlopend, structureel                 standing, no date
tot nader order                         standing, no date
twee, vier keer per jaar, schooljaar    every half year, every quarter
om de week, maand; om het jaar          every two weeks, two months, two years
elk jaar in november, voor 1 maart      every year, with the time of the year as it was said
elke eerste maandag van de maand        every month, on that day
een maand na ondertekening, na de       a trigger in the words that were said: it waits for what
    start, na afloop van de pilot       happens; no date
"""

from storage.phrases.interpretation import Precision

Months = tuple[int, int]
"""The first and the last month; above 12 in the year after."""

SEASONS: dict[str, Months] = {
    "voorjaar": (3, 5), "lente": (3, 5),
    "zomer": (7, 8), "zomervakantie": (7, 8), "zomerreces": (7, 8),
    "najaar": (9, 11), "herfst": (9, 11),
    "winter": (12, 14),
}  # fmt: skip
PARTS_OF_YEAR: dict[str, tuple[Months, Precision]] = {
    "begin": ((1, 3), "quarter"),
    "medio": ((6, 7), "season"),
    "eind": ((10, 12), "quarter"),
}
PARTS_OF_MONTH = {"begin": (1, 10), "medio": (11, 20), "eind": (21, 31)}
PART_WORDS = {
    "begin": "begin", "start": "begin", "aanvang": "begin", "medio": "medio",
    "halverwege": "medio", "midden": "medio", "half": "medio",
    "eind": "eind", "einde": "eind",
}  # fmt: skip
SCHOOL_YEAR: Months = (8, 19)
PARTS_OF_SCHOOL_YEAR: dict[str, Months] = {"begin": (8, 9), "medio": (13, 14), "eind": (18, 19)}
AROUND = 7  # days on each side of a day
BETWEEN = 31  # days at most between the one and the other of which either will do
NAMED_DAYS = {
    "kerst": (12, 25), "kerstmis": (12, 25), "jaarwisseling": (1, 1), "oud en nieuw": (1, 1),
    "nieuwjaar": (1, 1),
}  # fmt: skip

NO_DATE = frozenset({
    "per direct", "direct", "onmiddellijk", "meteen", "nu", "per omgaande",
    "zo spoedig mogelijk", "zo snel mogelijk", "z.s.m", "zsm", "asap", "spoedig", "spoedigst",
    "binnenkort", "op korte termijn", "op termijn", "op middellange termijn", "op lange termijn",
    "te zijner tijd", "t.z.t", "tzt", "op enig moment", "nader te bepalen", "n.t.b", "ntb",
    "nog niet bekend", "onbekend", "de komende periode", "komende periode",
    "in de komende periode", "de komende tijd", "komende tijd", "in de komende tijd",
    "de komende jaren", "komende jaren", "in de komende jaren", "de komende twee-drie jaar",
    "de komende maanden", "komende maanden", "in de komende maanden", "in de nabije toekomst",
    "in de toekomst",
})  # fmt: skip
STANDING = frozenset({
    "doorlopend", "structureel", "continu", "permanent", "voortdurend", "blijvend", "altijd",
    "gedurende de looptijd", "gedurende het arrangement", "de hele looptijd",
    "gedurende de hele looptijd", "zonder einddatum", "onbepaalde tijd", "voor onbepaalde tijd",
    "tot nader order", "tot nader bericht",
})  # fmt: skip
TIMES_A_YEAR = {
    1: "jaar",
    2: "half jaar",
    3: "4 maanden",
    4: "kwartaal",
    6: "2 maanden",
    12: "maand",
}
