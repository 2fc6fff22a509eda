"""What the settings, the command line and the terminal together make of the screen."""

import os
import sys

from tui import locale
from tui.base.base_app import BaseApp
from tui.commands import keymap
from tui.draw import theme
from tui.locale import charset
from tui.user import settings

NAMES = {
    "dark": theme.DARK,
    "light": theme.LIGHT,
    "contrast": theme.CONTRAST,
    "16": theme.SIXTEEN,
    "none": theme.NONE,
}


def colourless(app: BaseApp) -> bool:
    """Whether colour was ruled out at the start; no setting brings it back."""
    return app.plain or "NO_COLOR" in os.environ


def theme_of(app: BaseApp) -> str:
    """The theme that fits the settings and this terminal."""
    if colourless(app):
        return theme.NONE
    fitting = theme.fitting(os.environ, app.console.color_system)
    return NAMES.get(app.settings.theme, fitting)


def ascii_of(app: BaseApp) -> bool:
    """Whether only ASCII is drawn."""
    if app.settings.signs != "auto" and not app.plain:
        return app.settings.signs == "ascii"
    encoding = sys.__stderr__.encoding if sys.__stderr__ else None  # Textual draws there
    return app.plain or charset.lacks_signs(os.environ, encoding)


def by_itself(app: BaseApp) -> dict[str, str]:
    """In words what holds now where that is not what the settings say."""
    name = next(name for name, theme_name in NAMES.items() if theme_name == app.theme)
    signs = "ascii" if charset.is_ascii() else "unicode"
    found = {"language": locale.language(), "theme": name, "signs": signs}
    return {
        setting: locale.say(f"settings.{setting}_{value}")
        for setting, value in found.items()
        if getattr(app.settings, setting) != value
    }


def apply_appearance(app: BaseApp) -> None:
    """Make the screen as it was chosen; what the command line said goes before the settings."""
    chosen = app.settings
    locale.use(app.lang or chosen.language)
    charset.use_charset(ascii=ascii_of(app))
    keymap.use_keys(chosen.keys, letters=chosen.letters)
    app.set_keymap(keymap.chosen_keys())
    app.animation_level = "full" if chosen.animation else "none"
    name = theme_of(app)
    app.no_color = name == theme.NONE
    app.set_class(theme.GROUNDS[name].flat, "-flat")
    app.set_class(app.no_color, "-bare")
    app.set_class(charset.is_ascii(), "-ascii")
    app.theme = name


def choose_appearance(app: BaseApp, chosen: settings.Settings) -> None:
    """Make the screen as a person has just chosen, and keep that.

    Raises Refused where it cannot be kept; the screen is as chosen all the same.
    """
    if chosen.language != app.settings.language:
        app.lang = None  # what was said at the start no longer counts
    app.settings = chosen
    apply_appearance(app)
    for screen in app.screen_stack:
        for widget in screen.walk_children():
            widget.refresh(layout=True)
    settings.save(chosen)
    app.settings = chosen._replace(problems=())
