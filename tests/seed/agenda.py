"""A made-up Word document of 25 pieces, as another landsdeel would have one."""

import io

from docx import Document

AGENDA = (
    ("Title", "Techniekagenda Rivierenland 2027–2029"),
    ("Heading 1", "Waarom deze agenda"),
    ("", "Bedrijven in het rivierengebied zoeken vakmensen; scholen zoeken stageplaatsen."),
    ("", "Deze agenda zegt wie wat doet, drie jaar lang"),
    ("Heading 1", "Afspraken per regio"),
    ("Heading 2", "Betuwe"),
    ("List Bullet", "De regio Betuwe organiseert elk jaar in november een Techniekdag."),
    ("List Bullet", "Het Techniekpunt vraagt de scholen om een contactpersoon te noemen"),
    ("List Bullet", "De regio overweegt een tweede techniekdag in het voorjaar"),
    ("Heading 2", "Bommelerwaard"),
    ("List Bullet", "De regio opent uiterlijk in september 2027 een maakplaats in Zaltbommel."),
    ("List Bullet", "Van een eigen beurs ziet de regio af."),
    ("List Bullet", "De gemeente wil dat de helft van de leerlingen een bedrijf bezoekt."),
    ("Heading 2", "Rol van het Techniekpunt"),
    ("", "Het Techniekpunt is de verbinder tussen scholen en bedrijven"),
    ("List Bullet", "Desgevraagd zoekt het Techniekpunt gastdocenten."),
    ("", "Geld en mensen"),
    ("", "Elke partij betaalt haar eigen uren."),
    ("List Bullet", "De provincie kan bijdragen uit het innovatiefonds."),
    ("List Bullet", "De partijen leggen samen 60.000 euro per jaar in."),
    ("Heading 1", "Bijlage: aanbod van het Techniekpunt"),
    ("Heading 2", "VMBO"),
    ("List Bullet", "Het Techniekpunt biedt aan te helpen bij bedrijfsbezoeken."),
    ("", "Meer aanbod staat op de website."),
    ("", "Ondertekend te Tiel."),
)


def agenda_file() -> bytes:
    """The document as a Word file with the styles of Word."""
    made = Document()
    for style, text in AGENDA:
        made.add_paragraph(text, style=style or None)
    found = io.BytesIO()
    made.save(found)
    return found.getvalue()
