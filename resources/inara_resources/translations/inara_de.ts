<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AboutErrands</name>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Desktop</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>It is in the clipboard. Read it before you send it to somebody.</source>
        <translation>Er ist in der Zwischenablage. Lesen Sie ihn, bevor Sie ihn jemandem schicken.</translation>
    </message>
</context>
<context>
    <name>AboutPage</name>
    <message>
        <source>About</source>
        <translation>Über Inara</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>Versions and places</source>
        <translation>Versionen und Orte</translation>
    </message>
    <message>
        <source>What the doctor says</source>
        <translation>Was der Doktor sagt</translation>
    </message>
    <message>
        <source>Inara is free software. It stands on the work of others:</source>
        <translation>Inara ist freie Software. Es steht auf der Arbeit anderer:</translation>
    </message>
    <message>
        <source>The text for a report has versions, places and findings, and no key, prompt or answer.</source>
        <translation>Der Text für einen Bericht enthält Versionen, Orte und Befunde und keinen Schlüssel, keine Eingabe und keine Antwort.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Es wird nachgesehen…</translation>
    </message>
</context>
<context>
    <name>Attaching</name>
    <message>
        <source>Files…</source>
        <translation>Dateien …</translation>
    </message>
    <message>
        <source>Pictures or text files of this machine</source>
        <translation>Bilder oder Textdateien dieses Rechners</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Anhängen</translation>
    </message>
</context>
<context>
    <name>BlanksDialog</name>
    <message>
        <source>Attach</source>
        <translation>Anhängen</translation>
    </message>
    <message>
        <source>Put it into the message</source>
        <translation>In die Nachricht einsetzen</translation>
    </message>
    <message>
        <source>Blanks</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Senden (Eingabe)</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Antwort anhalten</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Anhängen</translation>
    </message>
    <message>
        <source>Attach pictures or text files</source>
        <translation>Bilder oder Textdateien anhängen</translation>
    </message>
    <message>
        <source>Stop the job</source>
        <translation>Auftrag abbrechen</translation>
    </message>
    <message>
        <source>Stop the job (Ctrl+.)</source>
        <translation>Auftrag abbrechen (Strg+.)</translation>
    </message>
    <message>
        <source>Stop the answer (Ctrl+.)</source>
        <translation>Antwort anhalten (Strg+.)</translation>
    </message>
    <message>
        <source>Off the record: nothing of this is kept</source>
        <translation>Vertraulich: Nichts hiervon wird behalten</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Message, off the record</source>
        <translation>Nachricht, vertraulich</translation>
    </message>
    <message>
        <source>Ask Inara anything</source>
        <translation>Frag Inara etwas</translation>
    </message>
</context>
<context>
    <name>Configuring</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Personas</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Gedächtnis</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Tool servers</source>
        <translation>Werkzeugserver</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Zeitpläne</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Regelwerk</translation>
    </message>
    <message>
        <source>Rules and activity…</source>
        <translation>Regeln und Aktivität…</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Schnittstelle</translation>
    </message>
    <message>
        <source>Connections…</source>
        <translation>Verbindungen…</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Desktop</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über Inara</translation>
    </message>
</context>
<context>
    <name>ContextMeter</name>
    <message>
        <source>The conversation is {} tokens long; how much its model can read is not known</source>
        <translation>Das Gespräch ist {} Token lang; wie viel sein Modell lesen kann, ist nicht bekannt</translation>
    </message>
    <message>
        <source>The conversation fills {}% of what its model can read: {} of {} tokens</source>
        <translation>Das Gespräch füllt {} % dessen, was sein Modell lesen kann: {} von {} Token</translation>
    </message>
    <message>
        <source>. Older turns will be summed up soon</source>
        <translation>. Ältere Runden werden bald zusammengefasst</translation>
    </message>
    <message>
        <source>{}% full</source>
        <translation>{} % voll</translation>
    </message>
    <message>
        <source>{} tokens</source>
        <translation>{} Token</translation>
    </message>
</context>
<context>
    <name>DesktopErrands</name>
    <message>
        <source>{file} can&apos;t be written: {reason}. Check that you may write there.</source>
        <translation>{file} lässt sich nicht schreiben: {reason}. Prüfen Sie, ob Sie dort schreiben dürfen.</translation>
    </message>
</context>
<context>
    <name>DesktopPage</name>
    <message>
        <source>Start with the desktop</source>
        <translation>Mit dem Desktop starten</translation>
    </message>
    <message>
        <source>Inara is there after you log in. With “stay in the tray” it keeps running when its window closes.</source>
        <translation>Inara ist da, nachdem Sie sich angemeldet haben. Mit „Im Infobereich bleiben“ läuft es weiter, wenn sich sein Fenster schließt.</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Letters, digits and . _ -</source>
        <translation>Buchstaben, Ziffern und . _ -</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>It needs a name.</source>
        <translation>Es braucht einen Namen.</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Empty chat</source>
        <translation>Leerer Chat</translation>
    </message>
    <message>
        <source>What can I do for you?</source>
        <translation>Was kann ich für dich tun?</translation>
    </message>
    <message>
        <source>I run on the model you choose, and ask before I change anything.</source>
        <translation>Ich laufe auf dem Modell, das du wählst, und frage, bevor ich etwas ändere.</translation>
    </message>
    <message>
        <source>Explain how a heat pump works, in five sentences.</source>
        <translation>Erkläre in fünf Sätzen, wie eine Wärmepumpe funktioniert.</translation>
    </message>
    <message>
        <source>Explain something to me</source>
        <translation>Erklär mir etwas</translation>
    </message>
    <message>
        <source>Find something in my files</source>
        <translation>Finde etwas in meinen Dateien</translation>
    </message>
    <message>
        <source>List my Documents folder and tell me what is in it.</source>
        <translation>Liste meinen Dokumente-Ordner auf und sag mir, was darin ist.</translation>
    </message>
    <message>
        <source>Search my files for notes about </source>
        <translation>Suche in meinen Dateien nach Notizen über </translation>
    </message>
    <message>
        <source>What is in my Documents folder?</source>
        <translation>Was ist in meinem Dokumente-Ordner?</translation>
    </message>
    <message>
        <source>Write a note for me</source>
        <translation>Schreib mir eine Notiz</translation>
    </message>
    <message>
        <source>Write a short note about my plans for this week and save it in my Documents.</source>
        <translation>Schreib eine kurze Notiz über meine Pläne für diese Woche und speichere sie in meinen Dokumenten.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this conversation</source>
        <translation>In diesem Gespräch suchen</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>Voriger Treffer (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>Nächster Treffer (Eingabe)</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>Keine Treffer</translation>
    </message>
    <message>
        <source>{current} of {total}</source>
        <translation>{current} von {total}</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Choose what answers you</source>
        <translation>Wähle, was dir antwortet</translation>
    </message>
    <message>
        <source>On this machine</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal suchen</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>Was stimmt nicht?</translation>
    </message>
    <message>
        <source>What is wrong? Opens the connection doctor</source>
        <translation>Was stimmt nicht? Öffnet die Verbindungsprüfung</translation>
    </message>
    <message>
        <source>Connect a server</source>
        <translation>Server verbinden</translation>
    </message>
    <message>
        <source>Any server that speaks the OpenAI protocol.</source>
        <translation>Jeder Server, der das OpenAI-Protokoll spricht.</translation>
    </message>
    <message>
        <source>Your assistant, on your own machine. Choose what answers you; change it whenever you like.</source>
        <translation>Dein Assistent, auf deinem eigenen Rechner. Wähle, was dir antwortet; ändern kannst du es jederzeit.</translation>
    </message>
    <message>
        <source>Skip for now</source>
        <translation>Erst einmal überspringen</translation>
    </message>
    <message>
        <source>Welcome to Inara</source>
        <translation>Willkommen bei Inara</translation>
    </message>
    <message>
        <source>Looking for Ollama, LM Studio, llama.cpp, vLLM, Jan and others…</source>
        <translation>Suche nach Ollama, LM Studio, llama.cpp, vLLM, Jan und anderen…</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Use {server}</source>
        <translation>{server} verwenden</translation>
    </message>
    <message>
        <source>Private and free: what you write never leaves this machine.</source>
        <translation>Privat und kostenlos: Was du schreibst, verlässt diesen Rechner nie.</translation>
    </message>
    <message>
        <source>No model server answers here yet. Start Ollama or LM Studio and look again.</source>
        <translation>Hier antwortet noch kein Modellserver. Starte Ollama oder LM Studio und suche noch einmal.</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Rundgang machen</translation>
    </message>
    <message>
        <source>A scripted walk through what Inara does, with real files and a real question. Demo, not an AI.</source>
        <translation>Ein Rundgang nach Drehbuch durch das, was Inara tut, mit echten Dateien und einer echten Rückfrage. Demo, keine KI.</translation>
    </message>
    <message>
        <source>Start the tour</source>
        <translation>Rundgang beginnen</translation>
    </message>
</context>
<context>
    <name>FoundServerRow</name>
    <message>
        <source>Model of {server}</source>
        <translation>Modell von {server}</translation>
    </message>
    <message>
        <source>no model loaded</source>
        <translation>kein Modell geladen</translation>
    </message>
</context>
<context>
    <name>GlobalShortcut</name>
    <message>
        <source>They work in every program, while Inara runs.</source>
        <translation>Sie wirken in jedem Programm, solange Inara läuft.</translation>
    </message>
    <message>
        <source>Choose other keys, or bind “{command}” to keys in the desktop&apos;s settings.</source>
        <translation>Wähle andere Tasten, oder lege „{command}“ in den Einstellungen des Desktops auf Tasten.</translation>
    </message>
    <message>
        <source>The desktop is being asked for them.</source>
        <translation>Der Desktop wird darum gebeten.</translation>
    </message>
    <message>
        <source>Open Inara&apos;s quick prompt</source>
        <translation>Inaras schnelle Frage öffnen</translation>
    </message>
    <message>
        <source>They work in every program, while Inara runs. The desktop gave: {keys}</source>
        <translation>Sie wirken in jedem Programm, solange Inara läuft. Der Desktop gab: {keys}</translation>
    </message>
    <message>
        <source>The desktop knows the quick prompt; which keys open it is in its settings.</source>
        <translation>Der Desktop kennt die schnelle Frage; welche Tasten sie öffnen, steht in seinen Einstellungen.</translation>
    </message>
    <message>
        <source>The desktop&apos;s portal has ended. The keys are back once it is.</source>
        <translation>Das Portal des Desktops ist beendet. Kommt es wieder, wirken auch die Tasten wieder.</translation>
    </message>
    <message>
        <source>The desktop took the keys back.</source>
        <translation>Der Desktop hat die Tasten zurückgenommen.</translation>
    </message>
    <message>
        <source>This desktop gives its keys to no program. Bind “{command}” to keys in its settings.</source>
        <translation>Dieser Desktop gibt keinem Programm seine Tasten. Lege „{command}“ in seinen Einstellungen auf Tasten.</translation>
    </message>
    <message>
        <source>The desktop does not give these keys. Ask it again, or bind “{command}” in its settings.</source>
        <translation>Der Desktop gibt diese Tasten nicht. Frag ihn noch einmal, oder lege „{command}“ in seinen Einstellungen auf Tasten.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Show the sidebar</source>
        <translation>Seitenleiste zeigen</translation>
    </message>
    <message>
        <source>Show the sidebar (Ctrl+B)</source>
        <translation>Seitenleiste zeigen (Strg+B)</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>New chat (Ctrl+N)</source>
        <translation>Neuer Chat (Strg+N)</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Connection doctor…</source>
        <translation>Verbindungsprüfung…</translation>
    </message>
    <message>
        <source>Close and forget</source>
        <translation>Schließen und vergessen</translation>
    </message>
    <message>
        <source>New chat off the record</source>
        <translation>Neuer vertraulicher Chat</translation>
    </message>
    <message>
        <source>Off the record</source>
        <translation>Vertraulich</translation>
    </message>
    <message>
        <source>Agent: uses tools, asks before changes</source>
        <translation>Agent: nutzt Werkzeuge, fragt vor Änderungen</translation>
    </message>
    <message>
        <source>Chat: only answers</source>
        <translation>Chat: antwortet nur</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Help – Inara</source>
        <translation>Hilfe – Inara</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer words.</source>
        <translation>Nichts gefunden. Versuche es mit weniger Wörtern.</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Hilfe durchsuchen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>HooksErrands</name>
    <message>
        <source>The line for {name} is in the clipboard.</source>
        <translation>Die Zeile für {name} ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Programs that call it get an error from then on. Its secret stays in the keyring.</source>
        <translation>Programme, die ihn rufen, bekommen von da an einen Fehler. Sein Geheimnis bleibt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>{name} entfernen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>{name} bearbeiten</translation>
    </message>
    <message>
        <source>Add a hook</source>
        <translation>Hook hinzufügen</translation>
    </message>
    <message>
        <source>Signs each call, as GitHub and Gitea do; kept in the keyring. Empty: the bearer token guards it.</source>
        <translation>Unterschreibt jeden Aufruf, wie GitHub und Gitea es tun; liegt im Schlüsselbund. Leer: Das Zugangstoken schützt ihn.</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>There is a hook of that name already.</source>
        <translation>Einen Hook dieses Namens gibt es schon.</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Paste a key to keep it</source>
        <translation>Schlüssel einfügen, um ihn zu behalten</translation>
    </message>
    <message>
        <source>Forget key</source>
        <translation>Schlüssel vergessen</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>The key “{name}” is stored in the keyring.</source>
        <translation>Der Schlüssel „{name}“ liegt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The key “{name}” lasts for this run only.</source>
        <translation>Der Schlüssel „{name}“ gilt nur für diesen Lauf.</translation>
    </message>
    <message>
        <source>The key comes from the environment variable {name}.</source>
        <translation>Der Schlüssel kommt aus der Umgebungsvariablen {name}.</translation>
    </message>
    <message>
        <source>The environment variable {name} is not set. Set it before Inara starts.</source>
        <translation>Die Umgebungsvariable {name} ist nicht gesetzt. Setzen Sie sie, bevor Inara startet.</translation>
    </message>
    <message>
        <source>The key “{name}” is missing. Edit the model and paste it.</source>
        <translation>Der Schlüssel „{name}“ fehlt. Bearbeiten Sie das Modell und fügen Sie ihn ein.</translation>
    </message>
    <message>
        <source>Whether the key “{name}” is there can&apos;t be seen.</source>
        <translation>Ob der Schlüssel „{name}“ da ist, ist nicht zu sehen.</translation>
    </message>
</context>
<context>
    <name>MarkdownEditor</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Take what is there</source>
        <translation>Nehmen, was da ist</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meines behalten</translation>
    </message>
</context>
<context>
    <name>MemoryErrands</name>
    <message>
        <source>Forget all of {path}?</source>
        <translation>Alles in {path} vergessen?</translation>
    </message>
    <message>
        <source>No model is told of it again. The old text goes into the backups.</source>
        <translation>Kein Modell erfährt wieder davon. Der alte Text kommt zu den Sicherungen.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget the journal of {day}?</source>
        <translation>Das Tagebuch vom {day} vergessen?</translation>
    </message>
    <message>
        <source>It is removed for good: no model recalls it, and distilling finds nothing of it.</source>
        <translation>Es wird endgültig entfernt: Kein Modell erinnert sich, und das Verdichten findet nichts davon.</translation>
    </message>
    <message>
        <source>There was nothing to fold.</source>
        <translation>Es gab nichts zu falten.</translation>
    </message>
</context>
<context>
    <name>MemoryPage</name>
    <message>
        <source>Memory</source>
        <translation>Gedächtnis</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>Lang</translation>
    </message>
    <message>
        <source>Mid</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>Forget all of it…</source>
        <translation>Alles davon vergessen…</translation>
    </message>
    <message>
        <source>Distill now</source>
        <translation>Jetzt verdichten</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Forget this day…</source>
        <translation>Diesen Tag vergessen…</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Tagebuch</translation>
    </message>
    <message>
        <source>No turn was journalled yet.</source>
        <translation>Noch steht nichts im Tagebuch.</translation>
    </message>
    <message>
        <source>Folding journal and notes; a model on this machine takes a while…</source>
        <translation>Tagebuch und Notizen werden gefaltet; ein Modell auf diesem Rechner braucht eine Weile…</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Was sich ändern würde</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>gezeigt</translation>
    </message>
    <message>
        <source>{tokens} of {budget} tokens</source>
        <translation>{tokens} von {budget} Token</translation>
    </message>
    <message>
        <source>What goes along from tier 2 on: long stays, mid was folded out of short, short is what was noted lately. A line is a note; take it out, and it is forgotten.</source>
        <translation>Was ab Stufe 2 mitgeht: Lang bleibt, Mittel wurde aus Kurz gefaltet, Kurz ist, was zuletzt notiert wurde. Eine Zeile ist eine Notiz; nehmen Sie sie heraus, und sie ist vergessen.</translation>
    </message>
    <message>
        <source>Distill</source>
        <translation>Verdichten</translation>
    </message>
    <message>
        <source>A model folds the journal into short, short into mid, mid into long. You see the difference first.</source>
        <translation>Ein Modell faltet das Tagebuch in Kurz, Kurz in Mittel, Mittel in Lang. Sie sehen zuerst den Unterschied.</translation>
    </message>
</context>
<context>
    <name>ModelsErrands</name>
    <message>
        <source>It goes out of config.toml and out of every role. Its key stays in the keyring.</source>
        <translation>Es verschwindet aus config.toml und aus jeder Rolle. Sein Schlüssel bleibt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Remove {model}?</source>
        <translation>{model} entfernen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>{model}, this machine</source>
        <translation>{model}, dieser Rechner</translation>
    </message>
    <message>
        <source>Edit {model}</source>
        <translation>{model} bearbeiten</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <source>It goes into the keyring of your system under the model&apos;s name. A local server needs none.</source>
        <translation>Er kommt unter dem Namen des Modells in den Schlüsselbund Ihres Systems. Ein lokaler Server braucht keinen.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>There is a model of that name already.</source>
        <translation>Ein Modell dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>{model} is written down. Test it: it is asked for one word.</source>
        <translation>{model} ist eingetragen. Testen Sie es: Es wird um ein Wort gebeten.</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Add a model…</source>
        <translation>Modell hinzufügen…</translation>
    </message>
    <message>
        <source>Find local servers</source>
        <translation>Lokale Server suchen</translation>
    </message>
    <message>
        <source>What can answer you. The first one does; others stand in or work in other roles. Keys are kept in the keyring of your system, never in a file.</source>
        <translation>Was Ihnen antworten kann. Das erste tut es; andere springen ein oder arbeiten in anderen Rollen. Schlüssel liegen im Schlüsselbund Ihres Systems, nie in einer Datei.</translation>
    </message>
    <message>
        <source>No model yet: the tour&apos;s script answers. Add one, or look for servers.</source>
        <translation>Noch kein Modell: Das Skript der Tour antwortet. Fügen Sie eines hinzu, oder suchen Sie nach Servern.</translation>
    </message>
    <message>
        <source>Looking for servers on this machine…</source>
        <translation>Server auf diesem Rechner werden gesucht…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a model of {server}</source>
        <translation>Ein Modell von {server} hinzufügen</translation>
    </message>
    <message>
        <source>None answers. Start Ollama, LM Studio or llama.cpp&apos;s server, then look again.</source>
        <translation>Keiner antwortet. Starten Sie Ollama, LM Studio oder den Server von llama.cpp, dann suchen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Asking it for a word…</source>
        <translation>Es wird um ein Wort gebeten…</translation>
    </message>
    <message>
        <source>on this machine</source>
        <translation>auf diesem Rechner</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>anderswo</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>antwortet</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Let it answer</source>
        <translation>Antworten lassen</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Previous 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} Min.</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{day}. {month}</translation>
    </message>
</context>
<context>
    <name>OffRecord</name>
    <message>
        <source>A question off the record waits for your answer. It waits in memory only: when Inara ends, it is gone, and what it asks about is not done.</source>
        <translation>Eine vertrauliche Frage wartet auf deine Antwort. Sie wartet nur im Arbeitsspeicher: Endet Inara, ist sie weg, und was sie vorhat, geschieht nicht.</translation>
    </message>
    <message>
        <source>An answer off the record is still being written. It is in memory only: when Inara ends, it is gone.</source>
        <translation>Eine vertrauliche Antwort wird noch geschrieben. Sie ist nur im Arbeitsspeicher: Endet Inara, ist sie weg.</translation>
    </message>
    <message>
        <source>End and forget it?</source>
        <translation>Beenden und vergessen?</translation>
    </message>
    <message>
        <source>End and forget</source>
        <translation>Beenden und vergessen</translation>
    </message>
</context>
<context>
    <name>OffRecordBand</name>
    <message>
        <source>Off the record</source>
        <translation>Vertraulich</translation>
    </message>
    <message>
        <source>Nothing of this is kept: closing it, or Inara, forgets it.</source>
        <translation>Nichts hiervon wird behalten: Schließen, auch von Inara, vergisst es.</translation>
    </message>
    <message>
        <source>Close and forget</source>
        <translation>Schließen und vergessen</translation>
    </message>
    <message>
        <source>Close and forget (Ctrl+Shift+W)</source>
        <translation>Schließen und vergessen (Strg+Umschalt+W)</translation>
    </message>
</context>
<context>
    <name>OffRecordPage</name>
    <message>
        <source>Empty chat off the record</source>
        <translation>Leerer vertraulicher Chat</translation>
    </message>
    <message>
        <source>Off the record</source>
        <translation>Vertraulich</translation>
    </message>
    <message>
        <source>In memory only: no history, no draft, no notes, no journal, no usage. Closing it forgets it.</source>
        <translation>Nur im Arbeitsspeicher: kein Verlauf, kein Entwurf, keine Notizen, kein Tagebuch, kein Verbrauch. Schließen vergisst es.</translation>
    </message>
    <message>
        <source>What waits for your consent waits in memory too, and is gone with the conversation.</source>
        <translation>Was auf deine Zustimmung wartet, wartet auch nur im Arbeitsspeicher und verschwindet mit der Unterhaltung.</translation>
    </message>
    <message>
        <source>The model still gets your words. One in the cloud may keep them; one on this machine is safer.</source>
        <translation>Das Modell bekommt deine Worte trotzdem. Eines in der Cloud kann sie behalten; eines auf diesem Rechner ist sicherer.</translation>
    </message>
    <message>
        <source>What a tool does with your consent stays done: a file that it writes stays written.</source>
        <translation>Was ein Werkzeug mit deiner Zustimmung tut, bleibt getan: Eine geschriebene Datei bleibt geschrieben.</translation>
    </message>
</context>
<context>
    <name>PersonaPanel</name>
    <message>
        <source>plain</source>
        <translation>schlicht</translation>
    </message>
    <message>
        <source>no memory</source>
        <translation>ohne Gedächtnis</translation>
    </message>
    <message>
        <source>with memory</source>
        <translation>mit Gedächtnis</translation>
    </message>
    <message>
        <source>with papers</source>
        <translation>mit Texten</translation>
    </message>
    <message>
        <source>Persona and memory</source>
        <translation>Persona und Gedächtnis</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>Wer antwortet</translation>
    </message>
    <message>
        <source>What goes along with each prompt</source>
        <translation>Was mit jeder Nachricht mitgeht</translation>
    </message>
    <message>
        <source>Nothing of it</source>
        <translation>Nichts davon</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>Wer es ist</translation>
    </message>
    <message>
        <source>… and what it knows of you</source>
        <translation>… und was es von dir weiß</translation>
    </message>
    <message>
        <source>… and its papers</source>
        <translation>… und seine Texte</translation>
    </message>
    <message>
        <source>Notes for long</source>
        <translation>Notizen auf Dauer</translation>
    </message>
    <message>
        <source>Notes of late</source>
        <translation>Notizen der letzten Zeit</translation>
    </message>
    <message>
        <source>Newest notes</source>
        <translation>Neueste Notizen</translation>
    </message>
    <message>
        <source>not for guests</source>
        <translation>nicht für Gäste</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>About {number} tokens go along, from your next prompt on.</source>
        <translation>Etwa {number} Tokens gehen mit, ab deiner nächsten Nachricht.</translation>
    </message>
    <message>
        <source>about {number} tokens</source>
        <translation>etwa {number} Tokens</translation>
    </message>
    <message>
        <source>0 tokens</source>
        <translation>0 Tokens</translation>
    </message>
</context>
<context>
    <name>PersonaPicker</name>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Who answers, and with how much of it (Ctrl+Shift+P)</source>
        <translation>Wer antwortet, und mit wie viel davon (Strg+Umschalt+P)</translation>
    </message>
</context>
<context>
    <name>PersonasErrands</name>
    <message>
        <source>It begins as a copy of Inara; then write who it is.</source>
        <translation>Sie beginnt als Kopie von Inara; dann schreiben Sie, wer sie ist.</translation>
    </message>
    <message>
        <source>A new persona</source>
        <translation>Eine neue Persona</translation>
    </message>
    <message>
        <source>A longer text that goes along at tier 3. Its name is its title for the model.</source>
        <translation>Ein längerer Text, der auf Stufe 3 mitgeht. Sein Name ist für das Modell sein Titel.</translation>
    </message>
    <message>
        <source>A new paper</source>
        <translation>Ein neues Papier</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Take {path} away?</source>
        <translation>{path} wegnehmen?</translation>
    </message>
    <message>
        <source>It is no longer told to the model. The file goes into the backups, so it is not lost.</source>
        <translation>Dem Modell wird es nicht mehr gesagt. Die Datei kommt zu den Sicherungen und ist nicht verloren.</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Wegnehmen</translation>
    </message>
</context>
<context>
    <name>PersonasPage</name>
    <message>
        <source>Personas</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Let it answer</source>
        <translation>Antworten lassen</translation>
    </message>
    <message>
        <source>New persona…</source>
        <translation>Neue Persona…</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>New paper…</source>
        <translation>Neues Papier…</translation>
    </message>
    <message>
        <source>Take away…</source>
        <translation>Wegnehmen…</translation>
    </message>
    <message>
        <source>{name} (answers)</source>
        <translation>{name} (antwortet)</translation>
    </message>
    <message>
        <source>{tokens} of {budget} tokens</source>
        <translation>{tokens} von {budget} Token</translation>
    </message>
    <message>
        <source>Tier {number}</source>
        <translation>Stufe {number}</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>gezeigt</translation>
    </message>
    <message>
        <source>{tokens} tokens at tier {tier}</source>
        <translation>{tokens} Token auf Stufe {tier}</translation>
    </message>
    <message>
        <source>Nothing: the model is told neither who it is nor who you are.</source>
        <translation>Nichts: Dem Modell wird weder gesagt, wer es ist, noch wer Sie sind.</translation>
    </message>
    <message>
        <source>A persona is a folder of Markdown files, for any editor. What stands in &lt;!-- … --&gt; is told to nobody.</source>
        <translation>Eine Persona ist ein Ordner mit Markdown-Dateien, für jeden Editor. Was in &lt;!-- … --&gt; steht, erfährt niemand.</translation>
    </message>
    <message>
        <source>In the prompt, by tier</source>
        <translation>In der Anweisung, nach Stufe</translation>
    </message>
    <message>
        <source>from tier {tier} on</source>
        <translation>ab Stufe {tier}</translation>
    </message>
    <message>
        <source>as it came; write, and it is yours</source>
        <translation>wie mitgeliefert; schreiben Sie, und es gehört Ihnen</translation>
    </message>
</context>
<context>
    <name>PickList</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>Nichts passt.</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>{} MB are more than a picture may have.</source>
        <translation>{} MB sind mehr, als ein Bild haben darf.</translation>
    </message>
    <message>
        <source>It is damaged.</source>
        <translation>Es ist beschädigt.</translation>
    </message>
    <message>
        <source>It is no PNG, JPEG, WebP or GIF.</source>
        <translation>Es ist kein PNG, JPEG, WebP oder GIF.</translation>
    </message>
    <message>
        <source>{} × {} pixels are too many.</source>
        <translation>{} × {} Pixel sind zu viele.</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>Das Bild</translation>
    </message>
    <message>
        <source>“{}” can&apos;t be shown.</source>
        <translation>„{}“ kann nicht gezeigt werden.</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{} × {} pixels</source>
        <translation>{} × {} Pixel</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Das Bild speichern</translation>
    </message>
    <message>
        <source>It can&apos;t be saved there: {}.</source>
        <translation>Dort kann es nicht gespeichert werden: {}.</translation>
    </message>
    <message>
        <source>Saved: {}</source>
        <translation>Gespeichert: {}</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Held back: the answer before it waits for you.</source>
        <translation>Zurückgehalten: Die Antwort davor wartet auf dich.</translation>
    </message>
    <message>
        <source>Held back: the answer before it failed.</source>
        <translation>Zurückgehalten: Die Antwort davor ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Held back: you stopped the answer before it.</source>
        <translation>Zurückgehalten: Du hast die Antwort davor angehalten.</translation>
    </message>
    <message>
        <source>Held back: Inara ended in the middle of the answer before it.</source>
        <translation>Zurückgehalten: Inara wurde mitten in der Antwort davor beendet.</translation>
    </message>
    <message>
        <source>You are changing the next one.</source>
        <translation>Die nächste Nachricht wird gerade geändert.</translation>
    </message>
    <message>
        <source>Goes out when the answer before it is done.</source>
        <translation>Geht hinaus, sobald die Antwort davor fertig ist.</translation>
    </message>
</context>
<context>
    <name>Queueing</name>
    <message>
        <source>Changing a prompt that waits: Enter puts it back</source>
        <translation>Eine wartende Nachricht wird geändert: Eingabe stellt sie zurück</translation>
    </message>
    <message>
        <source>The prompt was taken out of the queue.</source>
        <translation>Die Nachricht wurde aus der Warteschlange genommen.</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Zurückstellen</translation>
    </message>
</context>
<context>
    <name>RolesErrands</name>
    <message>
        <source>A new role</source>
        <translation>Eine neue Rolle</translation>
    </message>
    <message>
        <source>Its name is how other programs, hooks and the terminal call it.</source>
        <translation>Unter diesem Namen rufen andere Programme, Hooks und das Terminal sie auf.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>RolesPage</name>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>What models are used for. The first that answers speaks; the next stands in where it can&apos;t be reached. A model that isn&apos;t named for a role is never asked in it.</source>
        <translation>Wofür Modelle da sind. Das erste, das antwortet, spricht; das nächste springt ein, wo es nicht zu erreichen ist. Ein Modell, das für eine Rolle nicht genannt ist, wird in ihr nie gefragt.</translation>
    </message>
    <message>
        <source>Add a role…</source>
        <translation>Rolle hinzufügen…</translation>
    </message>
    <message>
        <source>Orchestrator</source>
        <translation>Orchestrator</translation>
    </message>
    <message>
        <source>Works on a task with tools, round by round, until it knows what it found.</source>
        <translation>Arbeitet mit Werkzeugen an einer Aufgabe, Runde um Runde, bis es weiß, was es gefunden hat.</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Writes the answer in the persona&apos;s voice; in chat mode it answers by itself.</source>
        <translation>Schreibt die Antwort mit der Stimme der Persona; im Chat-Modus antwortet es allein.</translation>
    </message>
    <message>
        <source>Titles</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Gives a conversation its title once it has gone on a bit.</source>
        <translation>Gibt einem Gespräch seinen Titel, wenn es ein wenig gelaufen ist.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Describes pictures for a model that can&apos;t see.</source>
        <translation>Beschreibt Bilder für ein Modell, das nicht sehen kann.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Gedächtnis</translation>
    </message>
    <message>
        <source>Folds the journal into memory, and sums up a conversation that has grown too long.</source>
        <translation>Faltet das Tagebuch ins Gedächtnis und fasst ein Gespräch zusammen, das zu lang geworden ist.</translation>
    </message>
    <message>
        <source>A role of your own: other programs and hooks may name it.</source>
        <translation>Eine eigene Rolle: Andere Programme und Hooks können sie nennen.</translation>
    </message>
    <message>
        <source>Off: titles come from the first words. Name a model to switch it on.</source>
        <translation>Aus: Titel kommen aus den ersten Worten. Nennen Sie ein Modell, um sie einzuschalten.</translation>
    </message>
    <message>
        <source>Off: a model that can&apos;t see says so. Name a model to switch it on.</source>
        <translation>Aus: Ein Modell, das nicht sehen kann, sagt es. Nennen Sie ein Modell, um sie einzuschalten.</translation>
    </message>
    <message>
        <source>None named: the orchestrator&apos;s first model is asked when you ask for it.</source>
        <translation>Keines genannt: Das erste Modell des Orchestrators wird gefragt, wenn Sie darum bitten.</translation>
    </message>
</context>
<context>
    <name>SchedulesErrands</name>
    <message>
        <source>next on {when}</source>
        <translation>das nächste Mal am {when}</translation>
    </message>
    <message>
        <source>Last run {when}: {status}. {result}</source>
        <translation>Letzter Lauf {when}: {status}. {result}</translation>
    </message>
    <message>
        <source>Folds the memory.</source>
        <translation>Faltet das Gedächtnis.</translation>
    </message>
    <message>
        <source>Its conversation with all its runs stays.</source>
        <translation>Das Gespräch mit allen Läufen bleibt.</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>{name} entfernen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>{name} runs now. Its answer comes into its own conversation.</source>
        <translation>{name} läuft jetzt. Die Antwort kommt in ihr eigenes Gespräch.</translation>
    </message>
    <message>
        <source>Edit {name}</source>
        <translation>{name} bearbeiten</translation>
    </message>
    <message>
        <source>Add a schedule</source>
        <translation>Zeitplan hinzufügen</translation>
    </message>
    <message>
        <source>{words}. Next: {times}.</source>
        <translation>{words}. Als Nächstes: {times}.</translation>
    </message>
    <message>
        <source>It is no longer there.</source>
        <translation>Es ist nicht mehr da.</translation>
    </message>
</context>
<context>
    <name>SchedulesPage</name>
    <message>
        <source>Schedules and hooks</source>
        <translation>Zeitpläne und Hooks</translation>
    </message>
    <message>
        <source>At set times</source>
        <translation>Zu festen Zeiten</translation>
    </message>
    <message>
        <source>Tasks that start while Inara runs. What needs your consent waits for you.</source>
        <translation>Aufgaben, die starten, während Inara läuft. Was Ihre Zustimmung braucht, wartet auf Sie.</translation>
    </message>
    <message>
        <source>Add a schedule…</source>
        <translation>Zeitplan hinzufügen…</translation>
    </message>
    <message>
        <source>When another program calls</source>
        <translation>Wenn ein anderes Programm ruft</translation>
    </message>
    <message>
        <source>What is sent along is content for the task, never an instruction. The interface must be on.</source>
        <translation>Was mitgeschickt wird, ist Inhalt für die Aufgabe, nie eine Anweisung. Die Schnittstelle muss an sein.</translation>
    </message>
    <message>
        <source>Add a hook…</source>
        <translation>Hook hinzufügen…</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Noch nichts.</translation>
    </message>
    <message>
        <source>Run now</source>
        <translation>Jetzt starten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Copy the line for {name}</source>
        <translation>Zeile für {name} kopieren</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
</context>
<context>
    <name>ServersErrands</name>
    <message>
        <source>It runs, as you: {command}</source>
        <translation>Es läuft, als Sie: {command}</translation>
    </message>
    <message>
        <source>Turn on {server}?</source>
        <translation>{server} einschalten?</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>It goes out of config.toml, and what you approved of it is forgotten.</source>
        <translation>Er verschwindet aus config.toml, und was Sie von ihm freigegeben haben, ist vergessen.</translation>
    </message>
    <message>
        <source>Remove {server}?</source>
        <translation>{server} entfernen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>A list of MCP servers</source>
        <translation>Eine Liste von MCP-Servern</translation>
    </message>
    <message>
        <source>{path} can&apos;t be read: {error}.</source>
        <translation>{path} ist nicht zu lesen: {error}.</translation>
    </message>
    <message>
        <source>{path} is no list of servers: it is too large, or no text.</source>
        <translation>{path} ist keine Liste von Servern: Sie ist zu groß oder kein Text.</translation>
    </message>
    <message>
        <source>Added, and off until you turn them on: {names}.</source>
        <translation>Hinzugefügt, und aus, bis Sie sie einschalten: {names}.</translation>
    </message>
    <message>
        <source>Edit {server}</source>
        <translation>{server} bearbeiten</translation>
    </message>
    <message>
        <source>Add a tool server</source>
        <translation>Werkzeugserver hinzufügen</translation>
    </message>
    <message>
        <source>Only where one came with the client id. It goes into the keyring of your system.</source>
        <translation>Nur, wenn es zur Client-ID eins gab. Es kommt in den Schlüsselbund Ihres Systems.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>There is a server of that name already.</source>
        <translation>Einen Server dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>Which client does the secret belong to?</source>
        <translation>Zu welchem Client gehört das Geheimnis?</translation>
    </message>
    <message>
        <source>{name} is added, and off. Turn it on when you trust what it runs.</source>
        <translation>{name} ist hinzugefügt und aus. Schalten Sie ihn ein, wenn Sie dem trauen, was er ausführt.</translation>
    </message>
</context>
<context>
    <name>ServersPage</name>
    <message>
        <source>Tool servers</source>
        <translation>Werkzeugserver</translation>
    </message>
    <message>
        <source>Programs that give models more tools, over the Model Context Protocol. A server may do what you may do: turn on only what you trust. Its tools are offered once you approved them, and each call asks.</source>
        <translation>Programme, die Modellen mehr Werkzeuge geben, über das Model Context Protocol. Ein Server darf, was Sie dürfen: Schalten Sie nur ein, dem Sie trauen. Seine Werkzeuge werden angeboten, wenn Sie sie freigegeben haben, und jeder Aufruf fragt.</translation>
    </message>
    <message>
        <source>Add a server…</source>
        <translation>Server hinzufügen…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Approve tools…</source>
        <translation>Werkzeuge freigeben…</translation>
    </message>
    <message>
        <source>None yet. Import the list of another assistant (mcpServers JSON), or add one.</source>
        <translation>Noch keiner. Importieren Sie die Liste eines anderen Assistenten (mcpServers-JSON), oder fügen Sie einen hinzu.</translation>
    </message>
    <message>
        <source>{tools} tools: {pinned} approved, {waiting} to look at</source>
        <translation>{tools} Werkzeuge: {pinned} freigegeben, {waiting} anzusehen</translation>
    </message>
    <message>
        <source>Turn on…</source>
        <translation>Einschalten…</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht gestartet</translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>startet…</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>geht nicht</translation>
    </message>
</context>
<context>
    <name>SessionDelegate</name>
    <message>
        <source>Name of the folder</source>
        <translation>Name des Ordners</translation>
    </message>
    <message>
        <source>Title of the conversation</source>
        <translation>Titel des Gesprächs</translation>
    </message>
</context>
<context>
    <name>SessionListView</name>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
</context>
<context>
    <name>SessionMenu</name>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>{number} conversations</source>
        <translation>{number} Gespräche</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Endgültig löschen…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>In Ordner verschieben</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Off the record: no pin, folder, copy or file of it is kept</source>
        <translation>Vertraulich: ohne Anheften, Ordner, Kopie und Datei</translation>
    </message>
    <message>
        <source>Close and forget…</source>
        <translation>Schließen und vergessen…</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Folder {name}</source>
        <translation>Ordner {name}</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Zuklappen</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>Aufklappen</translation>
    </message>
    <message>
        <source>Remove folder</source>
        <translation>Ordner entfernen</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>Neuer Ordner…</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>Kein Ordner</translation>
    </message>
</context>
<context>
    <name>SessionRows</name>
    <message>
        <source>less</source>
        <translation>weniger</translation>
    </message>
    <message>
        <source>off the record</source>
        <translation>vertraulich</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>1 conversation</source>
        <translation>1 Gespräch</translation>
    </message>
    <message>
        <source>{count} conversations</source>
        <translation>{count} Gespräche</translation>
    </message>
    <message>
        <source>{count} unread</source>
        <translation>{count} ungelesen</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>Folder {name}</source>
        <translation>Ordner {name}</translation>
    </message>
    <message>
        <source>{count} matches</source>
        <translation>{count} Treffer</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>waiting for you</source>
        <translation>wartet auf dich</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>in {folder}</source>
        <translation>in {folder}</translation>
    </message>
</context>
<context>
    <name>SettingField</name>
    <message>
        <source>That is no number.</source>
        <translation>Das ist keine Zahl.</translation>
    </message>
    <message>
        <source>That is no JSON object. It looks like {&quot;name&quot;: &quot;value&quot;}.</source>
        <translation>Das ist kein JSON-Objekt. Es sieht so aus: {&quot;name&quot;: &quot;wert&quot;}.</translation>
    </message>
    <message>
        <source>One a line</source>
        <translation>Eines je Zeile</translation>
    </message>
    <message>
        <source>as by default</source>
        <translation>wie vorgegeben</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>&quot;keyring:NAME&quot; for a key kept with &quot;inara secrets set NAME&quot;, &quot;env:NAME&quot; for the environment; absent where none is needed. Never the key itself.</source>
        <translation>„keyring:NAME“ für einen Schlüssel im Schlüsselbund, „env:NAME“ für die Umgebung; leer, wo keiner nötig ist. Nie der Schlüssel selbst.</translation>
    </message>
    <message>
        <source>&quot;keyring:NAME&quot; of the secret that signs the request; absent: the bearer token guards it.</source>
        <translation>„keyring:NAME“ des Geheimnisses, das die Anfrage unterschreibt; leer: Das Zugangstoken schützt sie.</translation>
    </message>
    <message>
        <source>&quot;keyring:NAME&quot; or &quot;env:NAME&quot; of the key that Brave and Tavily want. Never the key itself.</source>
        <translation>„keyring:NAME“ oder „env:NAME“ des Schlüssels, den Brave und Tavily verlangen. Nie der Schlüssel selbst.</translation>
    </message>
    <message>
        <source>0 computes, 1 reads, 2 can be undone, 3 can&apos;t. Absent: 3, and each call asks. What the capabilities imply is never gone below.</source>
        <translation>0 rechnet, 1 liest, 2 lässt sich rückgängig machen, 3 nicht. Leer: 3, und jeder Aufruf fragt. Unter das, was die Fähigkeiten bedeuten, geht es nie.</translation>
    </message>
    <message>
        <source>0 nothing, 1 persona, 2 also profile and memory, 3 also the persona&apos;s papers.</source>
        <translation>0 nichts, 1 Persona, 2 auch Profil und Gedächtnis, 3 auch die Papiere der Persona.</translation>
    </message>
    <message>
        <source>A GGUF file that Inara serves itself, with llama.cpp&apos;s server; instead of an address.</source>
        <translation>Eine GGUF-Datei, die Inara selbst bereitstellt, mit dem Server von llama.cpp; statt einer Adresse.</translation>
    </message>
    <message>
        <source>A guest is offered no tool that can&apos;t be undone.</source>
        <translation>Einem Gast wird kein Werkzeug angeboten, das sich nicht rückgängig machen lässt.</translation>
    </message>
    <message>
        <source>A name of its own.</source>
        <translation>Ein eigener Name.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Address of a SearXNG server that allows the format json; absent: Brave&apos;s or Tavily&apos;s own.</source>
        <translation>Adresse eines SearXNG-Servers, der das Format json erlaubt; leer: die von Brave oder Tavily.</translation>
    </message>
    <message>
        <source>Address of a server that already runs.</source>
        <translation>Adresse eines Servers, der schon läuft.</translation>
    </message>
    <message>
        <source>Address of the server; absent for the vendor&apos;s own. May point at a proxy.</source>
        <translation>Adresse des Servers; leer für die des Anbieters. Darf auf einen Proxy zeigen.</translation>
    </message>
    <message>
        <source>And all with it; 1.0 is the system&apos;s own size. At the next start.</source>
        <translation>Und alles andere mit ihr; 1.0 ist die Größe des Systems. Ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>As whom Inara signs in, where a server wants its programs registered by hand.</source>
        <translation>Als wer sich Inara anmeldet, wenn ein Server nur von Hand eingetragene Programme kennt.</translation>
    </message>
    <message>
        <source>Blacklist</source>
        <translation>Sperrliste</translation>
    </message>
    <message>
        <source>Cached input</source>
        <translation>Eingabe aus dem Cache</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Fähigkeiten</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>Closing the window leaves Inara running in the tray.</source>
        <translation>Wird das Fenster geschlossen, läuft Inara im Infobereich weiter.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Context window</source>
        <translation>Kontextfenster</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Extra</source>
        <translation>Zusätzlich</translation>
    </message>
    <message>
        <source>Fold the memory</source>
        <translation>Gedächtnis falten</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folder it is started in.</source>
        <translation>Ordner, in dem es gestartet wird.</translation>
    </message>
    <message>
        <source>Folder of the persona that answers.</source>
        <translation>Ordner der Persona, die antwortet.</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folders tools may read; absent: your documents folder.</source>
        <translation>Ordner, die Werkzeuge lesen dürfen; leer: Ihr Dokumente-Ordner.</translation>
    </message>
    <message>
        <source>For a million tokens, such as { input = 3.0, output = 15.0 }; absent: costs are not counted.</source>
        <translation>Für eine Million Token, etwa { input = 3.0, output = 15.0 }; leer: Kosten werden nicht gezählt.</translation>
    </message>
    <message>
        <source>Free when idle</source>
        <translation>Bei Ruhe freigeben</translation>
    </message>
    <message>
        <source>Further arguments for it.</source>
        <translation>Weitere Argumente dafür.</translation>
    </message>
    <message>
        <source>Go on without pictures</source>
        <translation>Ohne Bilder weitermachen</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>Headers of each request; &quot;keyring:NAME&quot; takes a key from the keyring.</source>
        <translation>Kopfzeilen jeder Anfrage; „keyring:NAME“ nimmt einen Schlüssel aus dem Schlüsselbund.</translation>
    </message>
    <message>
        <source>Highest risk</source>
        <translation>Höchstes Risiko</translation>
    </message>
    <message>
        <source>Hosts that count as local, such as a server in your own network.</source>
        <translation>Rechner, die als lokal gelten, etwa ein Server im eigenen Netz.</translation>
    </message>
    <message>
        <source>Hours a question waits for an answer; 0: for ever.</source>
        <translation>Stunden, die eine Frage auf Antwort wartet; 0: für immer.</translation>
    </message>
    <message>
        <source>How much of persona and memory goes along, 0 to 3.</source>
        <translation>Wie viel von Persona und Gedächtnis mitgeht, 0 bis 3.</translation>
    </message>
    <message>
        <source>How the model is called in the window.</source>
        <translation>Wie das Modell im Fenster heißt.</translation>
    </message>
    <message>
        <source>How the server of a model file is started.</source>
        <translation>Wie der Server einer Modelldatei gestartet wird.</translation>
    </message>
    <message>
        <source>How to speak to it; told from command or url where absent.</source>
        <translation>Wie mit ihm gesprochen wird; leer: ergibt sich aus Befehl oder Adresse.</translation>
    </message>
    <message>
        <source>Ids of models; the first that answers speaks.</source>
        <translation>Namen von Modellen; das erste, das antwortet, spricht.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Installed packages whose tools are offered. Their code runs inside Inara: name those you trust.</source>
        <translation>Installierte Pakete, deren Werkzeuge angeboten werden. Ihr Code läuft in Inara: Nennen Sie nur solche, denen Sie trauen.</translation>
    </message>
    <message>
        <source>Instead of a task: fold the persona&apos;s memory; the result waits for you to keep it.</source>
        <translation>Statt einer Aufgabe: das Gedächtnis der Persona falten; das Ergebnis wartet darauf, dass Sie es behalten.</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Its arguments.</source>
        <translation>Seine Argumente.</translation>
    </message>
    <message>
        <source>Keep it in the file, but don&apos;t use it.</source>
        <translation>In der Datei behalten, aber nicht benutzen.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Keys that open the quick prompt from everywhere; empty: none.</source>
        <translation>Tasten, die von überall die Schnelleingabe öffnen; leer: keine.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Light, dark, or as the system.</source>
        <translation>Hell, dunkel oder wie das System.</translation>
    </message>
    <message>
        <source>Local hosts</source>
        <translation>Lokale Rechner</translation>
    </message>
    <message>
        <source>Local only</source>
        <translation>Nur lokal</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Vermerke</translation>
    </message>
    <message>
        <source>Minute, hour, day, month, weekday; &quot;0 7 * * 1-5&quot; is each working day at seven.</source>
        <translation>Minute, Stunde, Tag, Monat, Wochentag; „0 7 * * 1-5“ ist jeden Werktag um sieben.</translation>
    </message>
    <message>
        <source>Minutes without a question after which its memory is freed; 0: it stays until Inara ends.</source>
        <translation>Minuten ohne Frage, nach denen sein Speicher frei wird; 0: Er bleibt, bis Inara endet.</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model calls one job may take before it must answer.</source>
        <translation>Modellaufrufe, die ein Auftrag brauchen darf, bevor er antworten muss.</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>Modelldatei</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Notify</source>
        <translation>Benachrichtigen</translation>
    </message>
    <message>
        <source>Of the window: English, German, or the system&apos;s; at the next start.</source>
        <translation>Des Fensters: Englisch, Deutsch oder die des Systems; ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Otherwise the result is the summary of what was found.</source>
        <translation>Sonst ist das Ergebnis die Zusammenfassung dessen, was gefunden wurde.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Own server</source>
        <translation>Eigener Server</translation>
    </message>
    <message>
        <source>Passed on in the request body, for example { temperature = 0.7 }.</source>
        <translation>Wird im Inhalt der Anfrage weitergegeben, zum Beispiel { temperature = 0.7 }.</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Geduld</translation>
    </message>
    <message>
        <source>Persona</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Persona that answers.</source>
        <translation>Persona, die antwortet.</translation>
    </message>
    <message>
        <source>Plugins</source>
        <translation>Erweiterungen</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Port of http://127.0.0.1:PORT/callback, where it was registered with one; any free one otherwise.</source>
        <translation>Port von http://127.0.0.1:PORT/callback, falls einer eingetragen wurde; sonst irgendein freier.</translation>
    </message>
    <message>
        <source>Port on 127.0.0.1; 0 takes a free one.</source>
        <translation>Port auf 127.0.0.1; 0 nimmt einen freien.</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Program that is started.</source>
        <translation>Programm, das gestartet wird.</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Put at the end of the system prompt.</source>
        <translation>Steht am Ende der Systemanweisung.</translation>
    </message>
    <message>
        <source>Put date and time into the system prompt.</source>
        <translation>Datum und Uhrzeit stehen in der Systemanweisung.</translation>
    </message>
    <message>
        <source>Questions expire</source>
        <translation>Fragen verfallen</translation>
    </message>
    <message>
        <source>Quick prompt</source>
        <translation>Schnelleingabe</translation>
    </message>
    <message>
        <source>Redirect port</source>
        <translation>Rückkehr-Port</translation>
    </message>
    <message>
        <source>Refuse every host but this machine and those in local_hosts.</source>
        <translation>Jeden Rechner ablehnen außer diesem und denen in local_hosts.</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>Say when an answer is there or a question waits while nobody looks.</source>
        <translation>Melden, wenn eine Antwort da ist oder eine Frage wartet, während niemand hinsieht.</translation>
    </message>
    <message>
        <source>Say whether it is a chat, a task or off the record.</source>
        <translation>Sagen, ob es ein Chat, eine Aufgabe oder vertraulich ist.</translation>
    </message>
    <message>
        <source>Seconds of silence after which a call is given up; waiting for you does not count.</source>
        <translation>Sekunden Stille, nach denen ein Aufruf aufgegeben wird; Warten auf Sie zählt nicht.</translation>
    </message>
    <message>
        <source>Seconds without a byte after which Inara says so and offers to wait or stop.</source>
        <translation>Sekunden ohne ein Byte, nach denen Inara das sagt und anbietet, zu warten oder aufzuhören.</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Set where a model wrote the task: what it had read by then, so that its runs ask as it would.</source>
        <translation>Gesetzt, wo ein Modell die Aufgabe schrieb: was es bis dahin gelesen hatte, damit ihre Läufe so fragen, wie es gefragt hätte.</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>Im Infobereich bleiben</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Tell the mode</source>
        <translation>Modus mitteilen</translation>
    </message>
    <message>
        <source>Tell the time</source>
        <translation>Uhrzeit mitteilen</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>The llama-server to start; absent: the one on the PATH.</source>
        <translation>Der llama-server, der gestartet wird; leer: der im PATH.</translation>
    </message>
    <message>
        <source>The model&apos;s name as its server knows it.</source>
        <translation>Der Name des Modells, wie sein Server es kennt.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Tokens it reads at once; 0: what the model was made for, at most 16384.</source>
        <translation>Token, die es auf einmal liest; 0: wofür das Modell gemacht ist, höchstens 16384.</translation>
    </message>
    <message>
        <source>Tokens the model can read at once; learnt from the server where it says so.</source>
        <translation>Token, die das Modell auf einmal lesen kann; vom Server erfahren, wo er es sagt.</translation>
    </message>
    <message>
        <source>Tokens the model reads.</source>
        <translation>Token, die das Modell liest.</translation>
    </message>
    <message>
        <source>Tokens the model writes.</source>
        <translation>Token, die das Modell schreibt.</translation>
    </message>
    <message>
        <source>Tokens the server still had from before; absent: as input.</source>
        <translation>Token, die der Server noch von vorher hatte; leer: wie Eingabe.</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Tools above it are not offered: 0 computes, 1 reads, 2 can be undone, 3 can&apos;t, 4 is forbidden.</source>
        <translation>Werkzeuge darüber werden nicht angeboten: 0 rechnet, 1 liest, 2 lässt sich rückgängig machen, 3 nicht, 4 ist verboten.</translation>
    </message>
    <message>
        <source>Tools never offered.</source>
        <translation>Werkzeuge, die nie angeboten werden.</translation>
    </message>
    <message>
        <source>Tools offered although above the highest risk.</source>
        <translation>Werkzeuge, die angeboten werden, obwohl sie über dem höchsten Risiko liegen.</translation>
    </message>
    <message>
        <source>Tools the role may use; &quot;*&quot; is all.</source>
        <translation>Werkzeuge, die die Rolle benutzen darf; „*“ sind alle.</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Übertragung</translation>
    </message>
    <message>
        <source>User role</source>
        <translation>Benutzerrolle</translation>
    </message>
    <message>
        <source>Variables added to its environment; &quot;keyring:NAME&quot; takes a key from the keyring.</source>
        <translation>Variablen, die in seine Umgebung kommen; „keyring:NAME“ nimmt einen Schlüssel aus dem Schlüsselbund.</translation>
    </message>
    <message>
        <source>Web search</source>
        <translation>Websuche</translation>
    </message>
    <message>
        <source>What Inara is asked to do.</source>
        <translation>Was Inara tun soll.</translation>
    </message>
    <message>
        <source>What came with the client id, if anything did: &quot;keyring:NAME&quot; or &quot;env:NAME&quot;.</source>
        <translation>Was zur Client-ID gehört, falls es etwas gab: „keyring:NAME“ oder „env:NAME“.</translation>
    </message>
    <message>
        <source>What its calls can do; absent: all of it.</source>
        <translation>Was seine Aufrufe können; leer: alles.</translation>
    </message>
    <message>
        <source>What kind of service it is: a SearXNG server, or one of those that want a key.</source>
        <translation>Welche Art Dienst es ist: ein SearXNG-Server oder einer von denen, die einen Schlüssel verlangen.</translation>
    </message>
    <message>
        <source>What speaks to the model; openai is any server with an OpenAI-compatible interface.</source>
        <translation>Was mit dem Modell spricht; openai ist jeder Server mit OpenAI-kompatibler Schnittstelle.</translation>
    </message>
    <message>
        <source>Where no model can look at a picture, answer without it. Otherwise the task stops and says so.</source>
        <translation>Wo kein Modell ein Bild ansehen kann, ohne es antworten. Sonst hält die Aufgabe an und sagt es.</translation>
    </message>
    <message>
        <source>Where web_search looks things up.</source>
        <translation>Wo web_search nachschlägt.</translation>
    </message>
    <message>
        <source>Whether it is started at all.</source>
        <translation>Ob es überhaupt gestartet wird.</translation>
    </message>
    <message>
        <source>Whether other programs on this machine may start jobs.</source>
        <translation>Ob andere Programme auf diesem Rechner Aufträge geben dürfen.</translation>
    </message>
    <message>
        <source>Whitelist</source>
        <translation>Freigabeliste</translation>
    </message>
    <message>
        <source>Whose rules hold.</source>
        <translation>Wessen Regeln gelten.</translation>
    </message>
    <message>
        <source>With tools (agent) or without (chat).</source>
        <translation>Mit Werkzeugen (agent) oder ohne (chat).</translation>
    </message>
    <message>
        <source>Write an answer</source>
        <translation>Antwort schreiben</translation>
    </message>
    <message>
        <source>Your profile; its rules are the table [policy].</source>
        <translation>Ihr Profil; seine Regeln sind die Tabelle [policy].</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Open the file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>config.toml has these settings and all others, with their words</source>
        <translation>config.toml enthält diese und alle anderen Einstellungen mit ihren Erklärungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Edit the message and send it again</source>
        <translation>Nachricht ändern und noch einmal senden</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Noch einmal antworten</translation>
    </message>
    <message>
        <source>All that can be done with the message</source>
        <translation>Alles, was mit der Nachricht möglich ist</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Activity and rules</source>
        <translation>Aktivität und Regeln</translation>
    </message>
    <message>
        <source>All that can be done</source>
        <translation>Alles, was möglich ist</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Break the line</source>
        <translation>Zeile umbrechen</translation>
    </message>
    <message>
        <source>Buttons of what is shown</source>
        <translation>Schaltflächen des Gezeigten</translation>
    </message>
    <message>
        <source>Close and forget what is off the record</source>
        <translation>Vertraulichen Chat schließen und vergessen</translation>
    </message>
    <message>
        <source>Close what is on top</source>
        <translation>Schließen, was oben liegt</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Copy the message, or the last answer</source>
        <translation>Nachricht oder letzte Antwort kopieren</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>F10</source>
        <translation>F10</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Into the trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Message before</source>
        <translation>Vorige Nachricht</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>New chat off the record</source>
        <translation>Neuer vertraulicher Chat</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Next message</source>
        <translation>Nächste Nachricht</translation>
    </message>
    <message>
        <source>Open, fold a folder</source>
        <translation>Öffnen, Ordner zuklappen</translation>
    </message>
    <message>
        <source>Pin, unpin</source>
        <translation>Anheften, lösen</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Quote what is marked</source>
        <translation>Markiertes zitieren</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>Gespräche durchsuchen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>Seitenleiste zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Antwort anhalten</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Text as it was</source>
        <translation>Text wie zuvor</translation>
    </message>
    <message>
        <source>These shortcuts</source>
        <translation>Diese Tastenkürzel</translation>
    </message>
    <message>
        <source>Usage: tokens, cost, speed</source>
        <translation>Verbrauch: Token, Kosten, Tempo</translation>
    </message>
    <message>
        <source>Who answers, and with how much of it</source>
        <translation>Wer antwortet, und mit wie viel davon</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
</context>
<context>
    <name>ShortcutsOverlay</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>Hilfeseiten</translation>
    </message>
    <message>
        <source>  or  </source>
        <translation>  oder  </translation>
    </message>
</context>
<context>
    <name>ShortcutsPage</name>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Keys of the quick prompt</source>
        <translation>Tasten der Schnelleingabe</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Keine Tasten</translation>
    </message>
    <message>
        <source>Ask the desktop again</source>
        <translation>Den Desktop noch einmal fragen</translation>
    </message>
    <message>
        <source>From everywhere: the quick prompt</source>
        <translation>Von überall: die Schnelleingabe</translation>
    </message>
    <message>
        <source>Where a desktop gives its keys to no program, bind this command in its settings:</source>
        <translation>Wo ein Desktop seine Tasten keinem Programm gibt, verbinden Sie in seinen Einstellungen diesen Befehl:</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>The command is in the clipboard.</source>
        <translation>Der Befehl ist in der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Hide the sidebar</source>
        <translation>Seitenleiste verbergen</translation>
    </message>
    <message>
        <source>Hide the sidebar (Ctrl+B)</source>
        <translation>Seitenleiste verbergen (Strg+B)</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Empty…</source>
        <translation>Leeren…</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>Gespräche importieren</translation>
    </message>
    <message>
        <source>Import conversations…</source>
        <translation>Gespräche importieren…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings (Ctrl+,)</source>
        <translation>Einstellungen (Strg+,)</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Connections (Ctrl+Shift+O)</source>
        <translation>Verbindungen (Strg+Umschalt+O)</translation>
    </message>
    <message>
        <source>Activity and rules</source>
        <translation>Aktivität und Regeln</translation>
    </message>
    <message>
        <source>Activity and rules (Ctrl+Shift+A)</source>
        <translation>Aktivität und Regeln (Strg+Umschalt+A)</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>Usage (Ctrl+Shift+U)</source>
        <translation>Verbrauch (Strg+Umschalt+U)</translation>
    </message>
    <message>
        <source>Tool servers</source>
        <translation>Werkzeugserver</translation>
    </message>
    <message>
        <source>Tool servers (MCP)</source>
        <translation>Werkzeugserver (MCP)</translation>
    </message>
    <message>
        <source>Back to the conversations</source>
        <translation>Zurück zu den Gesprächen</translation>
    </message>
    <message>
        <source>Trash ({number})</source>
        <translation>Papierkorb ({number})</translation>
    </message>
    <message>
        <source>{number} waiting</source>
        <translation>{number} warten</translation>
    </message>
    <message>
        <source>Your conversations will be listed here.</source>
        <translation>Hier werden deine Gespräche stehen.</translation>
    </message>
    <message>
        <source>Nothing found.
Try the beginning of a word, or fewer words.</source>
        <translation>Nichts gefunden.
Versuche es mit einem Wortanfang oder weniger Wörtern.</translation>
    </message>
    <message>
        <source>The trash is empty.
What you put here stays for 30 days.</source>
        <translation>Der Papierkorb ist leer.
Was du hineinlegst, bleibt 30 Tage.</translation>
    </message>
    <message>
        <source>New chat (Ctrl+N)</source>
        <translation>Neuer Chat (Strg+N)</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>Gespräche durchsuchen</translation>
    </message>
    <message>
        <source>Search  (Ctrl+K)</source>
        <translation>Suchen  (Strg+K)</translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation>Wartet auf dich</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>Papierkorb leeren</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Give up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>Sign in at {host}?</source>
        <translation>Bei {host} anmelden?</translation>
    </message>
    <message>
        <source>{server} asks for it. Your browser opens this page:</source>
        <translation>{server} verlangt es. Ihr Browser öffnet diese Seite:</translation>
    </message>
    <message>
        <source>Open browser</source>
        <translation>Browser öffnen</translation>
    </message>
    <message>
        <source>Waiting until you have signed in to {server} in your browser.</source>
        <translation>Warten, bis die Anmeldung bei {server} im Browser erfolgt ist.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Enter sends · Shift+Enter breaks the line</source>
        <translation>Eingabe sendet · Umschalt+Eingabe bricht die Zeile um</translation>
    </message>
    <message>
        <source>Enter queues · Ctrl+. stops the job</source>
        <translation>Eingabe reiht ein · Strg+. bricht den Auftrag ab</translation>
    </message>
    <message>
        <source>Enter queues · Ctrl+. stops the answer</source>
        <translation>Eingabe reiht ein · Strg+. hält die Antwort an</translation>
    </message>
    <message>
        <source>leaves this machine</source>
        <translation>verlässt diesen Rechner</translation>
    </message>
    <message>
        <source>stays on this machine</source>
        <translation>bleibt auf diesem Rechner</translation>
    </message>
</context>
<context>
    <name>StorageErrands</name>
    <message>
        <source>Its conversations are deleted for good.</source>
        <translation>Seine Gespräche werden endgültig gelöscht.</translation>
    </message>
    <message>
        <source>Empty the trash?</source>
        <translation>Papierkorb leeren?</translation>
    </message>
    <message>
        <source>Empty it</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>It is put back when Inara starts the next time: conversations, settings and personas. What is there then becomes a backup itself, so that you can go back.</source>
        <translation>Sie wird beim nächsten Start von Inara zurückgespielt: Gespräche, Einstellungen und Personas. Was dann da ist, wird selbst eine Sicherung, damit Sie zurückkönnen.</translation>
    </message>
    <message>
        <source>Put {name} back?</source>
        <translation>{name} zurückspielen?</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Zurückspielen</translation>
    </message>
    <message>
        <source>It is removed for good.</source>
        <translation>Sie wird endgültig entfernt.</translation>
    </message>
    <message>
        <source>Delete {name}?</source>
        <translation>{name} löschen?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Copied: {name}.</source>
        <translation>Gesichert: {name}.</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>Papierkorb leeren…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Room it takes</source>
        <translation>Belegter Platz</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>A backup holds the conversations, the settings and the personas; keys stay in the keyring. It also keeps what you delete later, until you delete the backup.</source>
        <translation>Eine Sicherung enthält die Gespräche, die Einstellungen und die Personas; Schlüssel bleiben im Schlüsselbund. Sie behält auch, was Sie später löschen, bis Sie die Sicherung löschen.</translation>
    </message>
    <message>
        <source>{size} are free on this disk.</source>
        <translation>{size} sind auf diesem Datenträger frei.</translation>
    </message>
    <message>
        <source>Empty.</source>
        <translation>Leer.</translation>
    </message>
    <message>
        <source>One conversation; it is deleted after 30 days there.</source>
        <translation>Ein Gespräch; nach 30 Tagen dort wird es gelöscht.</translation>
    </message>
    <message>
        <source>{count} conversations; each is deleted after 30 days there.</source>
        <translation>{count} Gespräche; jedes wird nach 30 Tagen dort gelöscht.</translation>
    </message>
    <message>
        <source>{name} is put back when Inara starts the next time.</source>
        <translation>{name} wird beim nächsten Start von Inara zurückgespielt.</translation>
    </message>
    <message>
        <source>Keep what is there</source>
        <translation>Behalten, was da ist</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Noch nichts.</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Wird kopiert…</translation>
    </message>
    <message>
        <source>Put back…</source>
        <translation>Zurückspielen…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Conversations, with what was attached</source>
        <translation>Gespräche, mit dem, was angehängt war</translation>
    </message>
    <message>
        <source>Personas and memory</source>
        <translation>Personas und Gedächtnis</translation>
    </message>
    <message>
        <source>Copies of changed files</source>
        <translation>Kopien geänderter Dateien</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Zwischenspeicher</translation>
    </message>
</context>
<context>
    <name>TableForm</name>
    <message>
        <source>More…</source>
        <translation>Mehr…</translation>
    </message>
</context>
<context>
    <name>Tallying</name>
    <message>
        <source>Save usage</source>
        <translation>Verbrauch speichern</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>The table could not be saved to {path}: {reason}. Choose another place.</source>
        <translation>Die Tabelle konnte nicht unter {path} gespeichert werden: {reason}. Wähle einen anderen Ort.</translation>
    </message>
    <message>
        <source>Saved to {path}.</source>
        <translation>Gespeichert unter {path}.</translation>
    </message>
</context>
<context>
    <name>TemplatesDialog</name>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Your templates</source>
        <translation>Deine Vorlagen</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Neue Vorlage</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Wofür sie ist</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Write to {{to}} about {{about: the weather}}.</source>
        <translation>Schreib an {{to}} über {{about: das Wetter}}.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>{{name}} is a blank, {{name: value}} one that may stay empty.</source>
        <translation>{{name}} ist eine Lücke, {{name: Wert}} eine, die leer bleiben darf.</translation>
    </message>
</context>
<context>
    <name>Templating</name>
    <message>
        <source>Change your templates…</source>
        <translation>Vorlagen ändern …</translation>
    </message>
    <message>
        <source>Make a template…</source>
        <translation>Eine Vorlage anlegen …</translation>
    </message>
    <message>
        <source>A text you need often, with blanks to fill in</source>
        <translation>Ein Text, den du oft brauchst, mit Lücken zum Ausfüllen</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
</context>
<context>
    <name>ToolsPage</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Models are told of the tools that are on. What a tool does is still decided call by call: what can&apos;t be undone asks you, whatever stands here.</source>
        <translation>Modelle erfahren von den Werkzeugen, die an sind. Was ein Werkzeug tut, wird weiter Aufruf für Aufruf entschieden: Was sich nicht rückgängig machen lässt, fragt Sie, was immer hier steht.</translation>
    </message>
    <message>
        <source>Inara&apos;s own</source>
        <translation>Inaras eigene</translation>
    </message>
    <message>
        <source>Risk 0: computes</source>
        <translation>Risiko 0: rechnet</translation>
    </message>
    <message>
        <source>Risk 1: reads</source>
        <translation>Risiko 1: liest</translation>
    </message>
    <message>
        <source>Risk 2: can be undone</source>
        <translation>Risiko 2: lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Risk 3: can&apos;t be undone</source>
        <translation>Risiko 3: nicht rückgängig zu machen</translation>
    </message>
    <message>
        <source>reads what is private</source>
        <translation>liest Privates</translation>
    </message>
    <message>
        <source>reads what strangers wrote</source>
        <translation>liest, was Fremde schrieben</translation>
    </message>
    <message>
        <source>can send something out</source>
        <translation>kann etwas hinausschicken</translation>
    </message>
    <message>
        <source>changes something</source>
        <translation>ändert etwas</translation>
    </message>
</context>
<context>
    <name>UsageWindow</name>
    <message>
        <source>Usage – Inara</source>
        <translation>Verbrauch – Inara</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern…</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Writing speed</source>
        <translation>Schreibtempo</translation>
    </message>
    <message>
        <source>Time to the first token</source>
        <translation>Zeit bis zum ersten Token</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>No model used here has a price. Give it one in config.toml: price = { input = 3, output = 15 }</source>
        <translation>Kein Modell, das hier genutzt wurde, hat einen Preis. Gib ihm einen in config.toml: price = { input = 3, output = 15 }</translation>
    </message>
    <message>
        <source>Nothing was timed.</source>
        <translation>Es wurde keine Zeit gemessen.</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>Ein Jahr</translation>
    </message>
    <message>
        <source>{number} days</source>
        <translation>{number} Tage</translation>
    </message>
    <message>
        <source>ddd, d MMM yyyy</source>
        <translation>ddd, d. MMM yyyy</translation>
    </message>
    <message>
        <source>Week from {day}</source>
        <translation>Woche ab {day}</translation>
    </message>
    <message>
        <source>{number} tokens/s</source>
        <translation>{number} Token/s</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>gezeigt</translation>
    </message>
    <message>
        <source>{read} read, {written} written</source>
        <translation>{read} gelesen, {written} geschrieben</translation>
    </message>
    <message>
        <source>{share} % of what was read came from a cache</source>
        <translation>{share} % des Gelesenen kamen aus einem Zwischenspeicher</translation>
    </message>
    <message>
        <source>where a price is set</source>
        <translation>wo ein Preis gesetzt ist</translation>
    </message>
    <message>
        <source>once it writes</source>
        <translation>sobald es schreibt</translation>
    </message>
    <message>
        <source>on average</source>
        <translation>im Mittel</translation>
    </message>
    <message>
        <source>Nothing was asked of a model in this time.</source>
        <translation>In dieser Zeit wurde kein Modell etwas gefragt.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>From a cache</source>
        <translation>Zwischengespeichert</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>Token/s</translation>
    </message>
    <message>
        <source>Usage by model</source>
        <translation>Verbrauch nach Modell</translation>
    </message>
</context>
<context>
    <name>_Form</name>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>Name des Modells</translation>
    </message>
    <message>
        <source>Model, e.g. qwen3:8b</source>
        <translation>Modell, z. B. qwen3:8b</translation>
    </message>
    <message>
        <source>Key, if the server wants one</source>
        <translation>Schlüssel, falls der Server einen will</translation>
    </message>
    <message>
        <source>Key (optional, kept in your keyring)</source>
        <translation>Schlüssel (optional, im Schlüsselbund)</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Type the address of the server, for example http://127.0.0.1:11434/v1.</source>
        <translation>Gib die Adresse des Servers ein, zum Beispiel http://127.0.0.1:11434/v1.</translation>
    </message>
    <message>
        <source>The address must begin with http:// or https://.</source>
        <translation>Die Adresse muss mit http:// oder https:// beginnen.</translation>
    </message>
    <message>
        <source>Type the model&apos;s name as the server knows it.</source>
        <translation>Gib den Namen des Modells so ein, wie der Server ihn kennt.</translation>
    </message>
</context>
<context>
    <name>_RoleCard</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Add a model for {role}</source>
        <translation>Modell hinzufügen für: {role}</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <source>None named: the orchestrator&apos;s models write the answer too ({names}).</source>
        <translation>Keines genannt: Die Modelle des Orchestrators schreiben auch die Antwort ({names}).</translation>
    </message>
    <message>
        <source>None named: {names} is asked.</source>
        <translation>Keines genannt: {names} wird gefragt.</translation>
    </message>
    <message>
        <source>the tour&apos;s script</source>
        <translation>das Skript der Tour</translation>
    </message>
    <message>
        <source>{model} earlier</source>
        <translation>{model} früher</translation>
    </message>
    <message>
        <source>{model} later</source>
        <translation>{model} später</translation>
    </message>
    <message>
        <source>{model} no longer here</source>
        <translation>{model} hier nicht mehr</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source> · with {0}</source>
        <translation> · mit {0}</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change it (Enter)</source>
        <translation>Ändern (Eingabe)</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Take it out (Delete)</source>
        <translation>Herausnehmen (Entf)</translation>
    </message>
</context>
<context>
    <name>_Rows</name>
    <message>
        <source>Waiting for their turn</source>
        <translation>Warten, bis sie an der Reihe sind</translation>
    </message>
    <message>
        <source>Enter changes a prompt, Delete takes it out, Alt with the arrow keys moves it.</source>
        <translation>Eingabe ändert eine Nachricht, Entf nimmt sie heraus, Alt mit den Pfeiltasten verschiebt sie.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
</TS>
