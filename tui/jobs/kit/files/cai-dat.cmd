@echo off
rem Cai nhomtre tu thu muc nay, khong can mang. --usb: de phan mem va ho so ngay trong thu muc nay.
rem Chi dung chu ASCII: cua so lenh doc tep nay bang bang ma cua may.
setlocal
if not "%~1"=="" if not "%~1"=="--usb" goto unknown
rem Trinh goi Python moi khong duoc tu tai Python ve: may co the khong co mang.
set "PYTHON_MANAGER_AUTOMATIC_INSTALL=false"
rem Cai dat rieng cua may cho pip khong duoc xen vao.
set "PIP_CONFIG_FILE=nul"
set "HERE=%~dp0"
set "APP="
set "PY="
for %%V in (3.14 3.13 3.12 3.11) do (
    if not defined PY py -%%V -c "" >nul 2>&1 && set "PY=py -%%V"
)
if not defined PY python -c "import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))" >nul 2>&1 && set "PY=python"
if not defined PY goto nopython
set "PIP="
for %%F in ("%HERE%wheels\pip-*.whl") do set "PIP=%%F\pip"
if not defined PIP goto failed
if "%~1"=="--usb" goto usb

set "APP=%LOCALAPPDATA%\nhomtre-app"
if exist "%APP%.moi" rmdir /s /q "%APP%.moi"
%PY% -m venv --without-pip "%APP%.moi" || goto failed
"%APP%.moi\Scripts\python.exe" -I "%PIP%" --isolated --disable-pip-version-check install --quiet --no-warn-script-location --no-index --find-links "%HERE%wheels" --constraint "%HERE%wheels\versions.txt" nhomtre || goto failed
call :put || goto inuse
set "DESKTOP=%USERPROFILE%\Desktop"
if defined OneDrive if exist "%OneDrive%\Desktop\" set "DESKTOP=%OneDrive%\Desktop"
rem Ten nguoi dung co the co dau: bien duoc doc khi chay, khong ghi thang vao tep.
> "%DESKTOP%\nhomtre.cmd" echo @"%%LOCALAPPDATA%%\nhomtre-app\Scripts\python.exe" -P -m tui.cli %%*|| goto noshortcut
echo Da cai. Mo phan mem: bam dup vao nhomtre.cmd tren man hinh nen.
pause
exit /b 0

:usb
set "APP=%HERE%ung-dung"
if exist "%APP%.moi" rmdir /s /q "%APP%.moi"
%PY% -I "%PIP%" --isolated --disable-pip-version-check install --quiet --no-warn-script-location --no-index --find-links "%HERE%wheels" --constraint "%HERE%wheels\versions.txt" --target "%APP%.moi" nhomtre || goto failed
%PY% -I -c "import sys, sysconfig; print(sysconfig.get_platform(), *sys.version_info[:2])" > "%APP%.moi\may.txt" || goto failed
call :put || goto inuse
> "%HERE%chay.cmd" (
    echo @echo off
    echo setlocal
    echo set "NHOMTRE_HOME=%%~dp0du-lieu"
    echo set "PYTHONPATH=%%~dp0ung-dung"
    echo %PY% -I -c "import sys, sysconfig; sys.exit(open(sys.argv[1]).read().split() != [sysconfig.get_platform(), *map(str, sys.version_info[:2])])" "%%~dp0ung-dung\may.txt" ^>nul 2^>^&1 ^|^| goto other
    echo %PY% -P -m tui.cli %%*
    echo exit /b %%ERRORLEVEL%%
    echo :other
    echo echo USB nay duoc cai cho mot loai may, mot ban Python khac. Chay lai: cai-dat.cmd --usb
    echo pause
    echo exit /b 1
)
if not exist "%HERE%chay.cmd" goto failed
echo Da cai vao USB. Mo phan mem: bam dup vao chay.cmd.
pause
exit /b 0

:put
rem Ban cu chi mat khi ban moi da du.
if exist "%APP%.cu" rmdir /s /q "%APP%.cu"
if exist "%APP%.cu" exit /b 1
if exist "%APP%" move "%APP%" "%APP%.cu" >nul 2>&1 || exit /b 1
move "%APP%.moi" "%APP%" >nul 2>&1 && goto cleared
if exist "%APP%.cu" move "%APP%.cu" "%APP%" >nul 2>&1
exit /b 1
:cleared
if exist "%APP%.cu" rmdir /s /q "%APP%.cu"
exit /b 0

:unknown
echo Chi co --usb. Chua co gi duoc ghi.
pause
exit /b 2

:nopython
echo Can Python 3.11 den 3.14; may nay chua co. Cai Python roi chay lai.
pause
exit /b 1

:noshortcut
echo Da cai, nhung khong ghi duoc nhomtre.cmd ra man hinh nen. Mo phan mem bang dong lenh:
echo "%APP%\Scripts\python.exe" -P -m tui.cli
pause
exit /b 0

:inuse
echo Chua cai duoc: phan mem dang mo. Hay dong phan mem roi chay lai; ban cu va ho so con nguyen.
pause
exit /b 1

:failed
if defined APP if exist "%APP%.moi" rmdir /s /q "%APP%.moi"
echo Chua cai duoc; ban cu, neu co, va ho so con nguyen. Chay lai, hoac nho nguoi giup.
pause
exit /b 1
