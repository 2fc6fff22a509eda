"""Rule 1: which acts are void."""

from collections.abc import Collection, Mapping

from storage.merge.components import components


def voided(undoes: Mapping[str, Collection[str]]) -> set[str]:
    """The ids of the void acts.

    ``undoes`` maps every act and stub that undoes to the ids it names, known or not. An act is
    void while one that is not void itself names it; acts in a circle of undos are void.
    """
    void: set[str] = set()
    for part in reversed(list(components(undoes))):
        # Undoers come first here, so what is known of a part when it is reached is final.
        if len(part) > 1 or part[0] in undoes[part[0]]:
            void.update(part)
        else:
            (act,) = part
            if act not in void:
                void.update(undoes[act])
    return void
