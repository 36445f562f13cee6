@rem msvc.cmd COMMAND..: runs the command with Visual Studio's compiler for x64.
@for /f "usebackq delims=" %%i in (`"%ProgramFiles(x86)%\Microsoft Visual Studio\Installer\vswhere.exe" -latest -property installationPath`) do @call "%%i\VC\Auxiliary\Build\vcvars64.bat"
@%*
