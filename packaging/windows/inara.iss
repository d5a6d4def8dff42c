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
UninstallDisplayIcon={app}\inara-window.exe
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
Name: "{group}\Inara"; Filename: "{app}\inara-window.exe"; AppUserModelID: "app.inara.Inara"
Name: "{group}\Inara quick prompt"; Filename: "{app}\inara-window.exe"; Parameters: "quick"

[Registry]
Root: HKCU; Subkey: "Software\Classes\inara"; ValueType: string; ValueData: "URL:Inara"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\inara"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKCU; Subkey: "Software\Classes\inara\shell\open\command"; ValueType: string; ValueData: """{app}\inara-window.exe"" open ""%1"""
Root: HKCU; Subkey: "Software\Classes\.inara"; ValueType: string; ValueData: "inara.session"; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\inara.session"; ValueType: string; ValueData: "Inara conversation"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\inara.session\shell\open\command"; ValueType: string; ValueData: """{app}\inara-window.exe"" open ""%1"""
; `inara` in a terminal
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Check: IsNotOnPath

[Code]
function IsNotOnPath: Boolean;
var
  Before: String;
begin
  if not RegQueryStringValue(HKEY_CURRENT_USER, 'Environment', 'Path', Before) then
    Before := '';
  Result := Pos(';' + Lowercase(ExpandConstant('{app}')) + ';', ';' + Lowercase(Before) + ';') = 0;
end;
