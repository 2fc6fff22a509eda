"""Every screen by its name in the catalogues, with its commands."""

from tui.commands.base import Command
from tui.screens.brought import BroughtScreen
from tui.screens.caution import CautionScreen
from tui.screens.changes import ChangesScreen
from tui.screens.conflict import ConflictScreen
from tui.screens.coverage import CoverageScreen
from tui.screens.difference import DifferenceScreen
from tui.screens.division import DivisionScreen
from tui.screens.drafts import DraftsScreen
from tui.screens.erasure.asked_screen import ErasuresScreen
from tui.screens.erasure.erasing_screen import EraseScreen
from tui.screens.exchange import ExchangeScreen
from tui.screens.help import HelpScreen
from tui.screens.history import HistoryScreen, UndoListScreen, WholeHistoryScreen
from tui.screens.main import MainScreen
from tui.screens.matrix import MatrixScreen
from tui.screens.palette import PaletteScreen
from tui.screens.parties import PartiesScreen
from tui.screens.problems import ProblemsScreen
from tui.screens.search import SearchScreen
from tui.screens.selftest import SelftestScreen
from tui.screens.settings import SettingsScreen
from tui.screens.source import SourceScreen
from tui.screens.standing import StandingScreen
from tui.screens.taking_back import TakeBackScreen
from tui.screens.trouble import TroubleScreen

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
