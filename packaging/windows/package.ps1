# Build Inara for Windows, on Windows 10 or newer with Python 3.12 and Inno Setup 6:
#
#     powershell -ExecutionPolicy Bypass -File packaging\windows\package.ps1
#
# Leaves dist\inara-VERSION-windows.zip and dist\inara-VERSION-setup.exe. Written against the documentation; not built
# or tried on the machines that test Inara. Known to be missing there: the lock on Inara's folder is fcntl's
# (engine/inara_engine/home.py), `inara` commands reach a running window over a Unix socket (inara_engine/remote), which
# on Windows has to be a named pipe, and commands of tools are bounded by POSIX limits (inara_engine/tools).
$ErrorActionPreference = "Stop"
# A native program's failure is no error of PowerShell's by itself.
function Assert-Success { if ($LASTEXITCODE -ne 0) { throw "The last command failed: $LASTEXITCODE" } }
Set-Location (Join-Path $PSScriptRoot "..\..")

$version = (Select-String -Path pyproject.toml -Pattern '^version = "(.*)"').Matches[0].Groups[1].Value
$venv = "build\package\venv"
$python = "$venv\Scripts\python.exe"

py -3.12 -m venv --clear $venv
Assert-Success
& $python -m pip install --quiet --constraint packaging\constraints.txt pip hatchling
Assert-Success
& $python -m pip install --quiet --constraint packaging\constraints.txt --group package
Assert-Success
& $python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
Assert-Success
& $python -m pip install --quiet --constraint packaging\constraints.txt "dist\inara-$version-py3-none-any.whl"
Assert-Success

New-Item -ItemType Directory -Force packaging\build | Out-Null
$env:QT_QPA_PLATFORM = "offscreen"
& $python packaging\draw_icons.py ico packaging\build\inara.ico
Assert-Success
Remove-Item Env:QT_QPA_PLATFORM
& "$venv\Scripts\pyinstaller.exe" --noconfirm --log-level ERROR --distpath build\package --workpath build\package\work packaging\inara.spec
Assert-Success

Compress-Archive -Force -Path build\package\inara -DestinationPath "dist\inara-$version-windows.zip"
& "${env:ProgramFiles(x86)}\Inno Setup 6\ISCC.exe" /Qp "/DVersion=$version" packaging\windows\inara.iss
Assert-Success
