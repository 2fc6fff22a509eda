@echo off
rem Starts the app. The same as, in this folder: python -m tui
setlocal
if not exist "%~dp0python\python.exe" goto search
set python="%~dp0python\python.exe"
goto start
:search
set "fits=import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))"
for %%p in ("py -3" "python" "py -3.14" "py -3.13" "py -3.12" "py -3.11") do (
  %%~p -c "%fits%" >nul 2>nul && set "python=%%~p" && goto start
)
set "python=python"
:start
%python% "%~dp0tui.py" %*
set "code=%errorlevel%"
if "%code%"=="9009" echo Er is geen Python gevonden. Lees LEESMIJ.txt.
if not "%code%"=="0" if "%~1"=="" pause
exit /b %code%
