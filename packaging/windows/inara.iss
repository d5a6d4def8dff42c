; The installer for Windows, for one user, without administrator's rights. See package.ps1.
[Setup]
AppId={{6E0A5B6B-6B0C-4D0B-9C2E-2A3A0C7D9B11}
AppName=Inara
AppVersion={#Version}
AppPublisher=The makers of Inara
DefaultDirName={autopf}\Inara
DefaultGroupName=Inara
PrivilegesRequired=lowest
DisableProgramGroupPage=yes
OutputDir=..\..\dist
OutputBaseFilename=inara-{#Version}-setup
SetupIconFile=..\build\inara.ico
UninstallDisplayIcon={app}\inara.exe
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
Compression=lzma2
SolidCompression=yes
ChangesEnvironment=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[Files]
Source: "..\..\build\package\inara\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Inara"; Filename: "{app}\inara.exe"

[Registry]
Root: HKCU; Subkey: "Software\Classes\inara"; ValueType: string; ValueData: "URL:Inara"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\inara"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKCU; Subkey: "Software\Classes\inara\shell\open\command"; ValueType: string; ValueData: """{app}\inara.exe"" open ""%1"""
