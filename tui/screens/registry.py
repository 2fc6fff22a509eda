"""Every screen by its name in the catalogues, with its commands."""

from tui.commands.base import Command
from tui.screens.compare.changes_screen import ChangesScreen
from tui.screens.compare.difference_screen import DifferenceScreen
from tui.screens.conflict.screen import ConflictScreen
from tui.screens.drafts.screen import DraftsScreen
from tui.screens.erasure.asked_screen import ErasuresScreen
from tui.screens.erasure.erasing_screen import EraseScreen
from tui.screens.exchange.brought_screen import BroughtScreen
from tui.screens.exchange.screen import ExchangeScreen
from tui.screens.help.screen import HelpScreen
from tui.screens.history.screen import HistoryScreen, UndoListScreen, WholeHistoryScreen
from tui.screens.history.taking_back_screen import TakeBackScreen
from tui.screens.main import MainScreen
from tui.screens.overviews.matrix_screen import MatrixScreen
from tui.screens.overviews.parties_screen import PartiesScreen
from tui.screens.overviews.standing_screen import StandingScreen
from tui.screens.palette.screen import PaletteScreen
from tui.screens.problems.screen import ProblemsScreen
from tui.screens.search.screen import SearchScreen
from tui.screens.selftest.screen import SelftestScreen
from tui.screens.settings.screen import SettingsScreen
from tui.screens.source.coverage_screen import CoverageScreen
from tui.screens.source.division_screen import DivisionScreen
from tui.screens.source.screen import SourceScreen
from tui.screens.trouble.caution_screen import CautionScreen
from tui.screens.trouble.screen import TroubleScreen

SCREENS: tuple[tuple[str, tuple[type[Command], ...]], ...] = (
    ("help.screen_main", MainScreen.DOES),
    ("help.screen_search", SearchScreen.DOES),
    ("help.screen_history", HistoryScreen.DOES),
    ("help.screen_whole_history", WholeHistoryScreen.DOES),
    ("help.screen_undo_list", UndoListScreen.DOES),
    ("help.screen_taking_back", TakeBackScreen.DOES),
    ("help.screen_changes", ChangesScreen.DOES),
    ("help.screen_difference", DifferenceScreen.DOES),
    ("help.screen_conflict", ConflictScreen.DOES),
    ("help.screen_problems", ProblemsScreen.DOES),
    ("help.screen_exchange", ExchangeScreen.DOES),
    ("help.screen_brought", BroughtScreen.DOES),
    ("help.screen_erasures", ErasuresScreen.DOES),
    ("help.screen_erasing", EraseScreen.DOES),
    ("help.screen_source", SourceScreen.DOES),
    ("help.screen_coverage", CoverageScreen.DOES),
    ("help.screen_division", DivisionScreen.DOES),
    ("help.screen_matrix", MatrixScreen.DOES),
    ("help.screen_parties", PartiesScreen.DOES),
    ("help.screen_standing", StandingScreen.DOES),
    ("help.screen_settings", SettingsScreen.DOES),
    ("help.screen_selftest", SelftestScreen.DOES),
    ("help.screen_palette", PaletteScreen.DOES),
    ("help.title", HelpScreen.DOES),
    ("help.screen_trouble", TroubleScreen.DOES),
    ("help.screen_caution", CautionScreen.DOES),
    ("help.screen_drafts", DraftsScreen.DOES),
)
