"""Every screen by its name in the catalogues, with its commands."""

from tui.base.picker import PICKER
from tui.commands.command import Command
from tui.screens.actions.commands import ACTIONS
from tui.screens.compare.commands import CHANGES, COMPARE
from tui.screens.conflict.commands import CONFLICT
from tui.screens.drafts.commands import DRAFTS
from tui.screens.erasure.commands import ASKED, ERASING
from tui.screens.exchange.commands import BROUGHT, EXCHANGE
from tui.screens.help.commands import HELP_PAGE
from tui.screens.history.commands import HISTORY, TAKING_BACK, UNDO_LIST, WHOLE_HISTORY
from tui.screens.main.commands import MAIN
from tui.screens.meetings.commands import (
    ADOPT,
    AGENDA,
    MEETINGS,
    MINUTES,
    PAUSE,
    READ_OUT,
    RUN,
    WATCH,
)
from tui.screens.overviews.commands import MATRIX, PAIRS, ROLES
from tui.screens.problems.commands import PROBLEMS
from tui.screens.reports.commands import REPORT
from tui.screens.search.commands import SEARCH
from tui.screens.selftest.commands import SELFTEST_PAGE
from tui.screens.settings.commands import SETTINGS
from tui.screens.source.commands import COVERAGE_PAGE, DIVISION, SOURCE
from tui.screens.trouble.commands import CAUTION, TROUBLE

SCREENS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    ("help.screen_main", MAIN),
    ("help.screen_search", SEARCH),
    ("help.screen_history", HISTORY),
    ("help.screen_whole_history", WHOLE_HISTORY),
    ("help.screen_undo_list", UNDO_LIST),
    ("help.screen_taking_back", TAKING_BACK),
    ("help.screen_changes", CHANGES),
    ("help.screen_difference", COMPARE),
    ("help.screen_conflict", CONFLICT),
    ("help.screen_problems", PROBLEMS),
    ("help.screen_exchange", EXCHANGE),
    ("help.screen_brought", BROUGHT),
    ("help.screen_erasures", ASKED),
    ("help.screen_erasing", ERASING),
    ("help.screen_source", SOURCE),
    ("help.screen_coverage", COVERAGE_PAGE),
    ("help.screen_division", DIVISION),
    ("help.screen_meetings", MEETINGS),
    ("help.screen_agenda", AGENDA),
    ("help.screen_running", RUN),
    ("help.screen_paused", PAUSE),
    ("help.screen_adopting", ADOPT),
    ("help.screen_reading", READ_OUT),
    ("help.screen_minutes", MINUTES),
    ("help.screen_watching", WATCH),
    ("help.screen_actions", ACTIONS),
    ("help.screen_reports", REPORT),
    ("help.screen_matrix", MATRIX),
    ("help.screen_parties", PAIRS),
    ("help.screen_standing", ROLES),
    ("help.screen_settings", SETTINGS),
    ("help.screen_selftest", SELFTEST_PAGE),
    ("help.screen_palette", PICKER),
    ("help.title", HELP_PAGE),
    ("help.screen_trouble", TROUBLE),
    ("help.screen_caution", CAUTION),
    ("help.screen_drafts", DRAFTS),
)
