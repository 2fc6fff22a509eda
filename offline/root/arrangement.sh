#!/bin/sh
# Starts the app. The same as, in this folder: python3 -m tui
fits='import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))'
found=
for python in python3 python3.14 python3.13 python3.12 python3.11 python; do
  command -v "$python" >/dev/null || continue
  found=${found:-$python}
  "$python" -c "$fits" >/dev/null 2>&1 && found=$python && break
done
[ -n "$found" ] || { echo "Er is geen Python gevonden. Lees LEESMIJ.txt." >&2; exit 1; }
exec "$found" "$(dirname "$0")/tui.py" "$@"
