"""The main screen: lists that narrow each other, the page that is read, the forms in its place."""

from tui.screens.main.screen import MainScreen as MainScreen
