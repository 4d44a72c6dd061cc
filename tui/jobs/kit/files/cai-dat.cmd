@echo off
rem Cai nhomtre tu thu muc nay, khong can mang. --usb: de phan mem va ho so ngay trong thu muc nay.
setlocal
chcp 65001 >nul
set "HERE=%~dp0"
set "PY="
for %%V in (3.14 3.13 3.12 3.11) do (
    if not defined PY py -%%V -c "" >nul 2>&1 && set "PY=py -%%V"
)
if not defined PY python -c "import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))" >nul 2>&1 && set "PY=python"
if not defined PY (
    echo Cần Python 3.11 đến 3.14; máy này chưa có. Cài Python rồi chạy lại.
    pause
    exit /b 1
)
for %%F in ("%HERE%wheels\pip-*.whl") do set "PIP=%%F\pip"
if "%~1"=="--usb" goto usb

set "APP=%LOCALAPPDATA%\nhomtre-app"
%PY% -m venv --without-pip "%APP%" || goto failed
"%APP%\Scripts\python.exe" "%PIP%" --disable-pip-version-check install --quiet --no-warn-script-location --no-index --find-links "%HERE%wheels" --upgrade nhomtre || goto failed
> "%USERPROFILE%\Desktop\nhomtre.cmd" echo @"%APP%\Scripts\python.exe" -P -m tui.cli %%*
echo Đã cài. Mở phần mềm: bấm đúp vào nhomtre.cmd trên màn hình nền.
pause
exit /b 0

:usb
%PY% "%PIP%" --disable-pip-version-check install --quiet --no-warn-script-location --no-index --find-links "%HERE%wheels" --upgrade --target "%HERE%ung-dung" nhomtre || goto failed
> "%HERE%chay.cmd" (
    echo @setlocal
    echo @set "NHOMTRE_HOME=%%~dp0du-lieu"
    echo @set "PYTHONPATH=%%~dp0ung-dung"
    echo @%PY% -P -m tui.cli %%*
)
echo Đã cài vào USB. Mở phần mềm: bấm đúp vào chay.cmd.
pause
exit /b 0

:failed
echo Chưa cài được; hồ sơ đã nhập còn nguyên. Chạy lại, hoặc nhờ người giúp.
pause
exit /b 1
