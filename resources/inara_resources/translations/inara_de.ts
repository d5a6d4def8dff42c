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
    <name>ActionView</name>
    <message>
        <source>What will happen</source>
        <translation>Was geschehen wird</translation>
    </message>
</context>
<context>
    <name>Activity</name>
    <message>
        <source>Waits or runs</source>
        <translation>Wartet oder läuft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Nobody answered</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>End unknown</source>
        <translation>Ausgang unbekannt</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>allowed by {whom}</source>
        <translation>erlaubt durch {whom}</translation>
    </message>
    <message>
        <source>However it ended</source>
        <translation>Jeder Ausgang</translation>
    </message>
    <message>
        <source>Refused by you</source>
        <translation>Von Ihnen abgelehnt</translation>
    </message>
    <message>
        <source>Allowed by anybody</source>
        <translation>Von allen erlaubt</translation>
    </message>
    <message>
        <source>Answered by you</source>
        <translation>Von Ihnen beantwortet</translation>
    </message>
    <message>
        <source>Allowed by a rule</source>
        <translation>Durch eine Regel erlaubt</translation>
    </message>
    <message>
        <source>Only reads</source>
        <translation>Liest nur</translation>
    </message>
    <message>
        <source>Below a task&apos;s risk</source>
        <translation>Unter dem Risiko einer Aufgabe</translation>
    </message>
</context>
<context>
    <name>ActivityListView</name>
    <message>
        <source>What tools did</source>
        <translation>Was Werkzeuge getan haben</translation>
    </message>
</context>
<context>
    <name>ActivityWindow</name>
    <message>
        <source>Activity – Inara</source>
        <translation>Aktivität – Inara</translation>
    </message>
    <message>
        <source>Activity, decisions and rules</source>
        <translation>Aktivität, Entscheidungen und Regeln</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Wie es ausging</translation>
    </message>
    <message>
        <source>Who allowed it</source>
        <translation>Wer es erlaubt hat</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Zurücknehmen…</translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>Gespräch öffnen</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>angezeigt</translation>
    </message>
    <message>
        <source>Rules ({count})</source>
        <translation>Regeln ({count})</translation>
    </message>
    <message>
        <source>Nothing like that.</source>
        <translation>Nichts dergleichen.</translation>
    </message>
    <message>
        <source>No tool has run yet.</source>
        <translation>Noch kein Werkzeug ist gelaufen.</translation>
    </message>
    <message>
        <source>Everything that this turn did to files is taken back, from its last change to its first. What was changed since stays as it is.</source>
        <translation>Alles, was diese Runde an Dateien geändert hat, wird zurückgenommen, von der letzten Änderung bis zur ersten. Was seither geändert wurde, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Take this turn&apos;s changes back?</source>
        <translation>Änderungen dieser Runde zurücknehmen?</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>What it allowed asks again from now on.</source>
        <translation>Was sie erlaubt hat, fragt von nun an wieder.</translation>
    </message>
    <message>
        <source>Delete this rule?</source>
        <translation>Diese Regel löschen?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Search what tools did</source>
        <translation>Suchen, was Werkzeuge getan haben</translation>
    </message>
    <message>
        <source>Search what was done, a tool or a conversation</source>
        <translation>Tätigkeit, Werkzeug oder Gespräch suchen</translation>
    </message>
</context>
<context>
    <name>Allowed</name>
    <message>
        <source>you, in the window</source>
        <translation>Sie, im Fenster</translation>
    </message>
    <message>
        <source>you, in the terminal</source>
        <translation>Sie, im Terminal</translation>
    </message>
    <message>
        <source>you, through another program</source>
        <translation>Sie, über ein anderes Programm</translation>
    </message>
    <message>
        <source>you, for this task: risks below a limit</source>
        <translation>Sie, für diese Aufgabe: Risiken unter einer Grenze</translation>
    </message>
    <message>
        <source>a rule</source>
        <translation>eine Regel</translation>
    </message>
    <message>
        <source>only reads</source>
        <translation>liest nur</translation>
    </message>
    <message>
        <source>a rule: {rule}</source>
        <translation>eine Regel: {rule}</translation>
    </message>
</context>
<context>
    <name>AnswerItem</name>
    <message>
        <source>Thinking …</source>
        <translation>Denkt nach …</translation>
    </message>
    <message>
        <source>Thoughts</source>
        <translation>Gedanken</translation>
    </message>
    <message>
        <source>Thought for {seconds} s</source>
        <translation>{seconds} s nachgedacht</translation>
    </message>
    <message>
        <source>Thought for {minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s nachgedacht</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>ArgumentsForm</name>
    <message>
        <source>What the tool is given</source>
        <translation>Was das Werkzeug bekommt</translation>
    </message>
    <message>
        <source>{name}: “{text}” can&apos;t be read; expected a number, true, false or JSON.</source>
        <translation>{name}: „{text}“ ist nicht lesbar; erwartet wird eine Zahl, true, false oder JSON.</translation>
    </message>
    <message>
        <source>{name}: “{text}” can&apos;t be read; expected a list like [1, 2].</source>
        <translation>{name}: „{text}“ ist nicht lesbar; erwartet wird eine Liste wie [1, 2].</translation>
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
    <name>AttachmentBar</name>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
</context>
<context>
    <name>Attachments</name>
    <message>
        <source>“{file}” is not a file.</source>
        <translation>„{file}“ ist keine Datei.</translation>
    </message>
    <message>
        <source>Attach the files in it one by one.</source>
        <translation>Hängen Sie die Dateien darin einzeln an.</translation>
    </message>
    <message>
        <source>“{file}” can&apos;t be read: {reason}.</source>
        <translation>„{file}“ ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>Check that it is there and yours.</source>
        <translation>Prüfen Sie, ob sie da ist und Ihnen gehört.</translation>
    </message>
    <message>
        <source>The picture on the clipboard can&apos;t be read.</source>
        <translation>Das Bild in der Zwischenablage ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Save it as PNG and attach the file.</source>
        <translation>Speichern Sie es als PNG und hängen Sie die Datei an.</translation>
    </message>
    <message>
        <source>“{file}” is a {kind} picture.</source>
        <translation>„{file}“ ist ein {kind}-Bild.</translation>
    </message>
    <message>
        <source>Save it as PNG, JPEG, WebP or GIF.</source>
        <translation>Speichern Sie es als PNG, JPEG, WebP oder GIF.</translation>
    </message>
    <message>
        <source>“{file}” has {width} × {height} pixels, which is too many.</source>
        <translation>„{file}“ hat {width} × {height} Bildpunkte; das sind zu viele.</translation>
    </message>
    <message>
        <source>Attach a smaller one.</source>
        <translation>Hängen Sie ein kleineres an.</translation>
    </message>
    <message>
        <source>“{file}” is damaged: {reason}.</source>
        <translation>„{file}“ ist beschädigt: {reason}.</translation>
    </message>
    <message>
        <source>Attach another copy of it.</source>
        <translation>Hängen Sie eine andere Kopie davon an.</translation>
    </message>
    <message>
        <source>“{file}” is empty.</source>
        <translation>„{file}“ ist leer.</translation>
    </message>
    <message>
        <source>“{file}” is larger than {size}.</source>
        <translation>„{file}“ ist größer als {size}.</translation>
    </message>
    <message>
        <source>Attach a smaller file, or ask Inara to read parts of it.</source>
        <translation>Hängen Sie eine kleinere Datei an, oder bitten Sie Inara, Teile davon zu lesen.</translation>
    </message>
    <message>
        <source>“{file}” is neither a picture nor text.</source>
        <translation>„{file}“ ist weder ein Bild noch Text.</translation>
    </message>
    <message>
        <source>PNG, JPEG, WebP, GIF and text files can be attached.</source>
        <translation>PNG, JPEG, WebP, GIF und Textdateien lassen sich anhängen.</translation>
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
    <name>Bridge</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Show me around.</source>
        <translation>Führ mich herum.</translation>
    </message>
    <message>
        <source>What you are typing can&apos;t be kept for the next start: {reason}. Make room on the disk.</source>
        <translation>Was Sie gerade schreiben, lässt sich nicht für den nächsten Start aufheben: {reason}. Schaffen Sie Platz auf dem Datenträger.</translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <source>Actions to decide</source>
        <translation>Zu entscheidende Aktionen</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>nicht entschieden</translation>
    </message>
    <message>
        <source>always allowed</source>
        <translation>immer erlaubt</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>abgelehnt</translation>
    </message>
</context>
<context>
    <name>CodeBlock</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy this code</source>
        <translation>Diesen Code kopieren</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
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
        <translation>Fragen Sie Inara etwas</translation>
    </message>
</context>
<context>
    <name>ComposerNote</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Abbrechen (Esc)</translation>
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
        <source>Who answers</source>
        <translation>Wer antwortet</translation>
    </message>
    <message>
        <source>What it can do</source>
        <translation>Was Inara kann</translation>
    </message>
    <message>
        <source>Web search</source>
        <translation>Websuche</translation>
    </message>
    <message>
        <source>Plugins</source>
        <translation>Plugins</translation>
    </message>
    <message>
        <source>What it may do</source>
        <translation>Was erlaubt ist</translation>
    </message>
    <message>
        <source>Rules and activity…</source>
        <translation>Regeln und Aktivität…</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Von selbst</translation>
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
        <source>This window</source>
        <translation>Dieses Fenster</translation>
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
        <source>This program</source>
        <translation>Dieses Programm</translation>
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
    <name>ConfirmDialog</name>
    <message>
        <source>Inara asks before it acts</source>
        <translation>Inara fragt, bevor es handelt</translation>
    </message>
    <message>
        <source>Inara asks</source>
        <translation>Inara fragt</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Allow once</source>
        <translation>Einmal erlauben</translation>
    </message>
    <message>
        <source>Deny all</source>
        <translation>Alle ablehnen</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Change what the tool is given</source>
        <translation>Ändern, was das Werkzeug bekommt</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Show what it would do</source>
        <translation>Zeigen, was es täte</translation>
    </message>
    <message>
        <source>Reason for denying, told to the model</source>
        <translation>Grund der Ablehnung, den das Modell erfährt</translation>
    </message>
    <message>
        <source>Reason for denying (optional)</source>
        <translation>Grund der Ablehnung (optional)</translation>
    </message>
    <message>
        <source>Deny these {count}</source>
        <translation>Diese {count} ablehnen</translation>
    </message>
    <message>
        <source>This can&apos;t be approved.</source>
        <translation>Das lässt sich nicht erlauben.</translation>
    </message>
    <message>
        <source>Read to the end first</source>
        <translation>Erst bis zum Ende lesen</translation>
    </message>
</context>
<context>
    <name>Connect</name>
    <message>
        <source>{model}, this machine</source>
        <translation>{model}, dieser Rechner</translation>
    </message>
</context>
<context>
    <name>ConnectionsDialog</name>
    <message>
        <source>asked as a model</source>
        <translation>als Modell gefragt</translation>
    </message>
    <message>
        <source>looked at, whether it answers</source>
        <translation>nachgesehen, ob es antwortet</translation>
    </message>
    <message>
        <source>a page was read</source>
        <translation>eine Seite gelesen</translation>
    </message>
    <message>
        <source>searched</source>
        <translation>gesucht</translation>
    </message>
    <message>
        <source>a tool server</source>
        <translation>ein Werkzeugserver</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Spoken to</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Spoken to since the start</source>
        <translation>Kontakte seit dem Start</translation>
    </message>
    <message>
        <source>Let other programs on this machine give tasks</source>
        <translation>Andere Programme auf diesem Rechner dürfen Aufgaben geben</translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation>Token kopieren</translation>
    </message>
    <message>
        <source>New token</source>
        <translation>Neues Token</translation>
    </message>
    <message>
        <source>Open at {address}, only for this machine and only with the token.</source>
        <translation>Offen unter {address}, nur für diesen Rechner und nur mit dem Token.</translation>
    </message>
    <message>
        <source>Closed. Other programs can&apos;t reach Inara over HTTP.</source>
        <translation>Geschlossen. Andere Programme erreichen Inara nicht über HTTP.</translation>
    </message>
    <message>
        <source>Nobody yet.</source>
        <translation>Noch niemand.</translation>
    </message>
    <message>
        <source>{count} more: `inara doctor --connections` prints them all.</source>
        <translation>{count} weitere: `inara doctor --connections` gibt alle aus.</translation>
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
        <source>once, {when}</source>
        <translation>einmal, {when}</translation>
    </message>
    <message>
        <source>{count} times, last {when}</source>
        <translation>{count}-mal, zuletzt {when}</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>Off the record</source>
        <translation>Vertraulich</translation>
    </message>
    <message>
        <source>This question is in memory only: it is gone when you close the conversation or Inara.</source>
        <translation>Diese Frage ist nur im Arbeitsspeicher: Sie ist weg, wenn Sie das Gespräch oder Inara schließen.</translation>
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
    <name>Decisions</name>
    <message>
        <source>Asked</source>
        <translation>Gefragt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Nobody answered</source>
        <translation>Niemand hat geantwortet</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Not taken back</source>
        <translation>Nicht zurückgenommen</translation>
    </message>
    <message>
        <source>Question answered</source>
        <translation>Frage beantwortet</translation>
    </message>
    <message>
        <source>Question refused</source>
        <translation>Frage abgelehnt</translation>
    </message>
    <message>
        <source>Question closed</source>
        <translation>Frage geschlossen</translation>
    </message>
    <message>
        <source>Rule made</source>
        <translation>Regel angelegt</translation>
    </message>
    <message>
        <source>Rule deleted</source>
        <translation>Regel gelöscht</translation>
    </message>
    <message>
        <source>Tool approved</source>
        <translation>Werkzeug freigegeben</translation>
    </message>
    <message>
        <source>Approval taken back</source>
        <translation>Freigabe zurückgenommen</translation>
    </message>
    <message>
        <source>Approval lapsed</source>
        <translation>Freigabe verfallen</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>the settings</source>
        <translation>die Einstellungen</translation>
    </message>
    <message>
        <source>its server changed it</source>
        <translation>sein Server hat es geändert</translation>
    </message>
    <message>
        <source>Decisions are missing at the end of the log, from number {number} on.</source>
        <translation>Am Ende des Protokolls fehlen Entscheidungen, von Nummer {number} an.</translation>
    </message>
    <message>
        <source>The log is broken at decision {number}: it was changed, or taken out.</source>
        <translation>Das Protokoll ist bei Entscheidung {number} gebrochen: Sie wurde geändert oder herausgenommen.</translation>
    </message>
    <message>
        <source>Something changed the database. Settings, Storage lists backups to compare with.</source>
        <translation>Etwas hat die Datenbank verändert. Unter Einstellungen, Speicher stehen Sicherungen zum Vergleichen.</translation>
    </message>
    <message>
        <source>Each decision follows from the one before it, so that no change goes unseen.</source>
        <translation>Jede Entscheidung folgt aus der vorigen, damit keine Änderung ungesehen bleibt.</translation>
    </message>
    <message>
        <source>Decision 1, of {date}, is as it was written.</source>
        <translation>Entscheidung 1, vom {date}, ist, wie sie geschrieben wurde.</translation>
    </message>
    <message>
        <source>Decisions 1 to {last}, since {date}, are as written: each follows from the last.</source>
        <translation>Die Entscheidungen 1 bis {last}, seit {date}, sind, wie sie geschrieben wurden: Jede folgt aus der vorigen.</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>Nr. {number}</translation>
    </message>
</context>
<context>
    <name>DecisionsPage</name>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Nothing has been decided yet.</source>
        <translation>Noch wurde nichts entschieden.</translation>
    </message>
    <message>
        <source>Checking whether the log is as it was written…</source>
        <translation>Es wird geprüft, ob das Protokoll ist, wie es geschrieben wurde …</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Demo, not an AI</source>
        <translation>Vorführung, keine KI</translation>
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
    <name>DoctorDialog</name>
    <message>
        <source>Connection doctor</source>
        <translation>Verbindungsprüfung</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>One thing needs attention.</source>
        <translation>Eines braucht Aufmerksamkeit.</translation>
    </message>
    <message>
        <source>{count} things need attention.</source>
        <translation>{count} Dinge brauchen Aufmerksamkeit.</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>Alles in Ordnung.</translation>
    </message>
    <message>
        <source>Still looking…</source>
        <translation>Die Suche läuft noch…</translation>
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
        <translation>Was kann ich für Sie tun?</translation>
    </message>
    <message>
        <source>I run on the model you choose, and ask before I change anything.</source>
        <translation>Ich laufe auf dem Modell, das Sie wählen, und frage, bevor ich etwas ändere.</translation>
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
    <name>Errands</name>
    <message>
        <source>Inara made a mistake of its own. The log file has the details; please report them.</source>
        <translation>Inara hat selbst einen Fehler gemacht. Die Einzelheiten stehen in der Logdatei; bitte melden Sie sie.</translation>
    </message>
</context>
<context>
    <name>ErrorItem</name>
    <message>
        <source>Error: {what}</source>
        <translation>Fehler: {what}</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>{calls} calls, {tokens} tokens in all</source>
        <translation>{calls} Aufrufe, insgesamt {tokens} Token</translation>
    </message>
    <message>
        <source>{calls} calls, {tokens} tokens, cost {cost} in all</source>
        <translation>{calls} Aufrufe, {tokens} Token, Kosten {cost} insgesamt</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count} Token</translation>
    </message>
    <message>
        <source>about {count} tokens</source>
        <translation>etwa {count} Token</translation>
    </message>
    <message>
        <source>{count} tokens/s</source>
        <translation>{count} Token/s</translation>
    </message>
    <message>
        <source>cost {cost}</source>
        <translation>Kosten {cost}</translation>
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
    <name>Finding</name>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Choose what answers you</source>
        <translation>Wählen Sie, was Ihnen antwortet</translation>
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
        <translation>Ihr Assistent, auf Ihrem eigenen Rechner. Wählen Sie, was Ihnen antwortet; ändern können Sie es jederzeit.</translation>
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
        <translation>Privat und kostenlos: Was Sie schreiben, verlässt diesen Rechner nie.</translation>
    </message>
    <message>
        <source>No model server answers here yet. Start Ollama or LM Studio and look again.</source>
        <translation>Hier antwortet noch kein Modellserver. Starten Sie Ollama oder LM Studio, und suchen Sie noch einmal.</translation>
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
    <name>FormDialog</name>
    <message>
        <source>{source} asks</source>
        <translation>{source} fragt</translation>
    </message>
    <message>
        <source>Inara does not open it.</source>
        <translation>Inara öffnet es nicht.</translation>
    </message>
    <message>
        <source>What you fill in goes to this server.</source>
        <translation>Was Sie ausfüllen, geht an diesen Server.</translation>
    </message>
    <message>
        <source>What it asks for</source>
        <translation>Wonach er fragt</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>I have been there</source>
        <translation>Ich war dort</translation>
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
    <name>Gathering</name>
    <message>
        <source>At most {count} files go with one message. Send these first.</source>
        <translation>Mit einer Nachricht gehen höchstens {count} Dateien. Senden Sie zuerst diese.</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>Eingefügter Text</translation>
    </message>
    <message>
        <source>“{file}” would be too much for one message. Send what is attached first.</source>
        <translation>„{file}“ wäre zu viel für eine Nachricht. Senden Sie zuerst, was angehängt ist.</translation>
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
        <translation>Wählen Sie andere Tasten, oder legen Sie „{command}“ in den Einstellungen des Desktops auf Tasten.</translation>
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
    <message>
        <source>There is no key “{key}” here.</source>
        <translation>Eine Taste „{key}“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>Another program has these keys already.</source>
        <translation>Ein anderes Programm hat diese Tasten schon.</translation>
    </message>
    <message>
        <source>“{keys}” is no shortcut.</source>
        <translation>„{keys}“ ist kein Tastenkürzel.</translation>
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
    <name>Heading</name>
    <message>
        <source>Allow this? ({number} of {of})</source>
        <translation>Das erlauben? ({number} von {of})</translation>
    </message>
    <message>
        <source>Allow this?</source>
        <translation>Das erlauben?</translation>
    </message>
    <message>
        <source>Tool: {tool}, as you changed it</source>
        <translation>Werkzeug: {tool}, von Ihnen geändert</translation>
    </message>
    <message>
        <source>Tool: {tool}</source>
        <translation>Werkzeug: {tool}</translation>
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
        <translation>Nichts gefunden. Versuchen Sie es mit weniger Wörtern.</translation>
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
    <name>InteractiveCanvas</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Quote in the message</source>
        <translation>In der Nachricht zitieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>JumpButton</name>
    <message>
        <source>Jump to the latest message</source>
        <translation>Zur neuesten Nachricht</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>Nothing off the record is kept, so it can&apos;t be pinned, put into a folder, duplicated or exported.</source>
        <translation>Vertrauliches wird nicht aufbewahrt; es lässt sich daher nicht anheften, einordnen, duplizieren oder exportieren.</translation>
    </message>
    <message>
        <source>Conversations (*.json *.zip)</source>
        <translation>Gespräche (*.json *.zip)</translation>
    </message>
    <message>
        <source>The conversation goes into it.</source>
        <translation>Das Gespräch kommt hinein.</translation>
    </message>
    <message>
        <source>The {count} conversations go into it.</source>
        <translation>Die {count} Gespräche kommen hinein.</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>The folder “{folder}” is gone. Its conversations are in the list.</source>
        <translation>Der Ordner „{folder}“ ist weg. Seine Gespräche stehen in der Liste.</translation>
    </message>
    <message>
        <source>“{title}” is in the trash.</source>
        <translation>„{title}“ ist im Papierkorb.</translation>
    </message>
    <message>
        <source>{count} conversations are in the trash.</source>
        <translation>{count} Gespräche sind im Papierkorb.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Close and forget?</source>
        <translation>Schließen und vergessen?</translation>
    </message>
    <message>
        <source>Close and forget</source>
        <translation>Schließen und vergessen</translation>
    </message>
    <message>
        <source>Delete for good?</source>
        <translation>Endgültig löschen?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>{title} will be deleted with everything in it. This can&apos;t be undone.</source>
        <translation>{title} wird mit allem darin gelöscht. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>{count} conversations will be deleted with everything in them. This can&apos;t be undone.</source>
        <translation>{count} Gespräche werden mit allem darin gelöscht. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>All conversations in the trash will be deleted with everything in them. This can&apos;t be undone.</source>
        <translation>Alle Gespräche im Papierkorb werden mit allem darin gelöscht. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Empty the trash?</source>
        <translation>Papierkorb leeren?</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Export conversation</source>
        <translation>Gespräch exportieren</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Inara session (*.json)</source>
        <translation>Inara-Gespräch (*.json)</translation>
    </message>
    <message>
        <source>The conversation could not be saved to {path}: {reason}. Choose another place.</source>
        <translation>Das Gespräch ließ sich nicht unter {path} speichern: {reason}. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Saved to {path}.</source>
        <translation>Gespeichert unter {path}.</translation>
    </message>
    <message>
        <source>Import conversations</source>
        <translation>Gespräche importieren</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Die Datei wird gelesen…</translation>
    </message>
    <message>
        <source>1 conversation was imported from {file}.</source>
        <translation>1 Gespräch wurde aus {file} importiert.</translation>
    </message>
    <message>
        <source>{count} conversations were imported from {file}.</source>
        <translation>{count} Gespräche wurden aus {file} importiert.</translation>
    </message>
    <message>
        <source>Importing… {done} of {total}</source>
        <translation>Importieren… {done} von {total}</translation>
    </message>
    <message>
        <source>A question in it waits for your answer; what it asks about is not done.</source>
        <translation>Eine Frage darin wartet auf Ihre Antwort; wonach sie fragt, geschieht nicht.</translation>
    </message>
    <message>
        <source>An answer is still being written; it stops.</source>
        <translation>Eine Antwort wird noch geschrieben; sie bricht ab.</translation>
    </message>
    <message>
        <source>Off the record nothing was written down, so this can&apos;t be undone.</source>
        <translation>Vertrauliches wurde nirgends festgehalten; das lässt sich nicht rückgängig machen.</translation>
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
    <name>Links</name>
    <message>
        <source>Inara does not open {address}.</source>
        <translation>Inara öffnet {address} nicht.</translation>
    </message>
    <message>
        <source>Open this link?</source>
        <translation>Diesen Link öffnen?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message>
        <source>Off the record, in memory only</source>
        <translation>Vertraulich, nur im Arbeitsspeicher</translation>
    </message>
    <message>
        <source>{source} asks: {question}</source>
        <translation>{source} fragt: {question}</translation>
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
    <name>Message</name>
    <message>
        <source>This message is not there any more.</source>
        <translation>Diese Nachricht ist nicht mehr da.</translation>
    </message>
</context>
<context>
    <name>MessageActions</name>
    <message>
        <source>Quote the whole message</source>
        <translation>Ganze Nachricht zitieren</translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <translation>Bearbeiten und erneut senden</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Neu beantworten</translation>
    </message>
    <message>
        <source>Answer again with</source>
        <translation>Neu beantworten mit</translation>
    </message>
    <message>
        <source>Go on from here on a new branch</source>
        <translation>Von hier auf einem neuen Zweig weiter</translation>
    </message>
    <message>
        <source>What the model was told…</source>
        <translation>Was das Modell bekam…</translation>
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
    <name>NameDialog</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>OffRecord</name>
    <message>
        <source>A question off the record waits for your answer. It waits in memory only: when Inara ends, it is gone, and what it asks about is not done.</source>
        <translation>Eine vertrauliche Frage wartet auf Ihre Antwort. Sie wartet nur im Arbeitsspeicher: Endet Inara, ist sie weg, und was sie vorhat, geschieht nicht.</translation>
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
        <translation>Was auf Ihre Zustimmung wartet, wartet auch nur im Arbeitsspeicher und verschwindet mit dem Gespräch.</translation>
    </message>
    <message>
        <source>The model still gets your words. One in the cloud may keep them; one on this machine is safer.</source>
        <translation>Das Modell bekommt Ihre Worte trotzdem. Eines in der Cloud kann sie behalten; eines auf diesem Rechner ist sicherer.</translation>
    </message>
    <message>
        <source>What a tool does with your consent stays done: a file that it writes stays written.</source>
        <translation>Was ein Werkzeug mit Ihrer Zustimmung tut, bleibt getan: Eine geschriebene Datei bleibt geschrieben.</translation>
    </message>
</context>
<context>
    <name>Overseeing</name>
    <message>
        <source>The token is on the clipboard. Who has it can give Inara tasks.</source>
        <translation>Das Token ist in der Zwischenablage. Wer es hat, kann Inara Aufgaben geben.</translation>
    </message>
    <message>
        <source>There is a new token; programs with the old one are refused from now on.</source>
        <translation>Es gibt ein neues Token; Programme mit dem alten werden von nun an abgewiesen.</translation>
    </message>
</context>
<context>
    <name>PendingListView</name>
    <message>
        <source>Waiting for you</source>
        <translation>Wartet auf Sie</translation>
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
        <source>Where it is answered</source>
        <translation>Wo geantwortet wird</translation>
    </message>
    <message>
        <source>Only by models on this machine</source>
        <translation>Nur von Modellen auf diesem Rechner</translation>
    </message>
    <message>
        <source>No other model answers or stands in, as long as this holds.</source>
        <translation>Kein anderes Modell antwortet oder springt ein, solange das gilt.</translation>
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
        <translation>… und was es von Ihnen weiß</translation>
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
        <translation>Etwa {number} Token gehen mit, ab Ihrer nächsten Nachricht.</translation>
    </message>
    <message>
        <source>about {number} tokens</source>
        <translation>etwa {number} Token</translation>
    </message>
    <message>
        <source>0 tokens</source>
        <translation>0 Token</translation>
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
    <message>
        <source>This picture is not there any more.</source>
        <translation>Dieses Bild ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Picture: {name}</source>
        <translation>Bild: {name}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
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
    <name>PluginsErrands</name>
    <message>
        <source>Its tools are offered no longer. Its code is gone at the next start.</source>
        <translation>Seine Werkzeuge werden nicht mehr angeboten. Sein Code ist beim nächsten Start verschwunden.</translation>
    </message>
    <message>
        <source>Switch on {plugin}?</source>
        <translation>{plugin} einschalten?</translation>
    </message>
    <message>
        <source>Its code then runs inside Inara, with all rights of the program: it can read your files and keys and reach the network, and Inara can&apos;t see what it does. Switch it on only if you trust who wrote it.</source>
        <translation>Sein Code läuft dann in Inara, mit allen Rechten des Programms: Er kann Ihre Dateien und Schlüssel lesen und das Netz erreichen, und Inara sieht nicht, was er tut. Schalten Sie es nur ein, wenn Sie dem vertrauen, der es geschrieben hat.</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
</context>
<context>
    <name>PluginsPage</name>
    <message>
        <source>Plugins</source>
        <translation>Plugins</translation>
    </message>
    <message>
        <source>Packages with more tools. A plugin that is on runs inside Inara and may do all that Inara may do; one that is off runs nothing, so what it would bring can&apos;t be seen before. Each call of its tools asks you.</source>
        <translation>Pakete mit weiteren Werkzeugen. Ein eingeschaltetes Plugin läuft in Inara und darf alles, was Inara darf; ein ausgeschaltetes führt nichts aus, deshalb ist vorher nicht zu sehen, was es mitbrächte. Jeder Aufruf seiner Werkzeuge fragt Sie.</translation>
    </message>
    <message>
        <source>None is installed. One comes as a Python package: install it where Inara is installed, with pipx as “pipx inject inara PACKAGE”, then open this page again. The README says how one is written.</source>
        <translation>Keines ist installiert. Eines kommt als Python-Paket: Installieren Sie es dort, wo Inara installiert ist, mit pipx als „pipx inject inara PAKET“, und öffnen Sie diese Seite dann erneut. Wie man eines schreibt, steht in der README.</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>It brings no tools.</source>
        <translation>Es bringt keine Werkzeuge mit.</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Switch on…</source>
        <translation>Einschalten…</translation>
    </message>
</context>
<context>
    <name>Portion</name>
    <message>
        <source>{shown} of {whole} characters are shown.</source>
        <translation>{shown} von {whole} Zeichen sind zu sehen.</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>Inara asks</source>
        <translation>Inara fragt</translation>
    </message>
    <message>
        <source>Inara has an answer</source>
        <translation>Inara hat eine Antwort</translation>
    </message>
</context>
<context>
    <name>Presenter</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop it now</source>
        <translation>Jetzt abbrechen</translation>
    </message>
    <message>
        <source>What can I do?</source>
        <translation>Was kann ich tun?</translation>
    </message>
    <message>
        <source>Nothing has come for {seconds} seconds. Inara goes on waiting.</source>
        <translation>Seit {seconds} Sekunden ist nichts gekommen. Inara wartet weiter.</translation>
    </message>
    <message>
        <source>Stopped. What is at work comes to its end.</source>
        <translation>Angehalten. Was noch arbeitet, kommt zu seinem Ende.</translation>
    </message>
    <message>
        <source>{model} is reading…</source>
        <translation>{model} liest…</translation>
    </message>
    <message>
        <source>Inara ended before an answer came.</source>
        <translation>Inara wurde beendet, bevor eine Antwort kam.</translation>
    </message>
    <message>
        <source>Inara ended in the middle of this answer.</source>
        <translation>Inara wurde mitten in dieser Antwort beendet.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
</context>
<context>
    <name>ProfilesErrands</name>
    <message>
        <source>Its rules go with it, those made from questions too. What was done stays in the list.</source>
        <translation>Seine Regeln verschwinden mit ihm, auch die aus Rückfragen. Was getan wurde, bleibt in der Liste.</translation>
    </message>
    <message>
        <source>Remove {profile}?</source>
        <translation>{profile} entfernen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Edit {profile}</source>
        <translation>{profile} bearbeiten</translation>
    </message>
    <message>
        <source>Add a profile</source>
        <translation>Ein Profil hinzufügen</translation>
    </message>
    <message>
        <source>There is a profile of that name already.</source>
        <translation>Ein Profil dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>What stands here holds for this profile, whatever the page Policy says.</source>
        <translation>Was hier steht, gilt für dieses Profil, was immer auf der Seite Regelwerk steht.</translation>
    </message>
</context>
<context>
    <name>ProfilesPage</name>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Whose rules hold: yours for every day, and others for a guest, a child or a kind of work, each with tools, folders and rules of its own. The one in use holds in this window; schedules, hooks and the terminal may name another.</source>
        <translation>Wessen Regeln gelten: Ihre für jeden Tag und andere für einen Gast, ein Kind oder eine Art von Arbeit, jedes mit eigenen Werkzeugen, Ordnern und Regeln. Das benutzte gilt in diesem Fenster; Zeitpläne, Hooks und das Terminal können ein anderes nennen.</translation>
    </message>
    <message>
        <source>Add a profile…</source>
        <translation>Profil hinzufügen…</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>Folders: {folders}</source>
        <translation>Ordner: {folders}</translation>
    </message>
    <message>
        <source>Persona: {persona}</source>
        <translation>Persona: {persona}</translation>
    </message>
    <message>
        <source>Its rules are those of the page Policy, its folders those of the page Folders.</source>
        <translation>Seine Regeln sind die der Seite Regelwerk, seine Ordner die der Seite Ordner.</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Benutzen</translation>
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
        <source>To remove it, use another one first.</source>
        <translation>Um es zu entfernen, benutzen Sie zuerst ein anderes.</translation>
    </message>
    <message>
        <source>Every tool is offered.</source>
        <translation>Jedes Werkzeug wird angeboten.</translation>
    </message>
    <message>
        <source>No tool is offered.</source>
        <translation>Kein Werkzeug wird angeboten.</translation>
    </message>
    <message>
        <source>{count} tools are offered. Left out: {names}.</source>
        <translation>{count} Werkzeuge werden angeboten. Nicht dabei: {names}.</translation>
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
        <translation>Zurückgehalten: Die Antwort davor wartet auf Sie.</translation>
    </message>
    <message>
        <source>Held back: the answer before it failed.</source>
        <translation>Zurückgehalten: Die Antwort davor ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Held back: you stopped the answer before it.</source>
        <translation>Zurückgehalten: Sie haben die Antwort davor angehalten.</translation>
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
    <name>QuickAsking</name>
    <message>
        <source>Inara asks for your consent. Review it in the window: Ctrl+O.</source>
        <translation>Inara bittet um Ihre Zustimmung. Prüfen Sie im Fenster: Strg+O.</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Only the first {count} characters go along.</source>
        <translation>Nur die ersten {count} Zeichen gehen mit.</translation>
    </message>
    <message>
        <source>The clipboard is empty.</source>
        <translation>Die Zwischenablage ist leer.</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>Nichts ist ausgewählt.</translation>
    </message>
    <message>
        <source>This desktop lets no program see the screen. Paste a picture instead.</source>
        <translation>Dieser Desktop zeigt keinem Programm den Bildschirm. Fügen Sie stattdessen ein Bild ein.</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Bildschirmfoto</translation>
    </message>
</context>
<context>
    <name>QuickPrompt</name>
    <message>
        <source>Quick prompt</source>
        <translation>Schnelleingabe</translation>
    </message>
    <message>
        <source>Inara – quick prompt</source>
        <translation>Inara – Schnelleingabe</translation>
    </message>
    <message>
        <source>Ask Inara</source>
        <translation>Inara fragen</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Bildschirmfoto</translation>
    </message>
    <message>
        <source>Send it along: {what}</source>
        <translation>Mitsenden: {what}</translation>
    </message>
    <message>
        <source>Open in window</source>
        <translation>Im Fenster öffnen</translation>
    </message>
    <message>
        <source>Ask something else</source>
        <translation>Etwas anderes fragen</translation>
    </message>
    <message>
        <source>Ask something else (Ctrl+N)</source>
        <translation>Etwas anderes fragen (Strg+N)</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>Reworking</name>
    <message>
        <source>Another version of your message: the first one and its answer stay on a branch of their own</source>
        <translation>Eine andere Fassung Ihrer Nachricht: Die erste und ihre Antwort bleiben auf einem eigenen Zweig</translation>
    </message>
    <message>
        <source>On a new branch from this answer: what came after it stays on its own</source>
        <translation>Auf einem neuen Zweig ab dieser Antwort: Was danach kam, bleibt auf seinem</translation>
    </message>
</context>
<context>
    <name>Risk</name>
    <message>
        <source>No effect</source>
        <translation>Ohne Wirkung</translation>
    </message>
    <message>
        <source>Only reads</source>
        <translation>Liest nur</translation>
    </message>
    <message>
        <source>Makes a change</source>
        <translation>Ändert etwas</translation>
    </message>
    <message>
        <source>Serious</source>
        <translation>Ernst</translation>
    </message>
    <message>
        <source>Forbidden</source>
        <translation>Verboten</translation>
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
    <name>RuleBox</name>
    <message>
        <source>Where the rule holds</source>
        <translation>Wo die Regel gilt</translation>
    </message>
    <message>
        <source>Always allow</source>
        <translation>Immer erlauben</translation>
    </message>
    <message>
        <source>For the profile {profile}, until you delete the rule.</source>
        <translation>Für das Profil {profile}, bis Sie die Regel löschen.</translation>
    </message>
    <message>
        <source>Always allow: {rule}</source>
        <translation>Immer erlauben: {rule}</translation>
    </message>
    <message>
        <source>In this folder</source>
        <translation>In diesem Ordner</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
</context>
<context>
    <name>RulesList</name>
    <message>
        <source>There are no rules. Where Inara asks before a change that can be taken back, “Always allow” makes one; it is then listed here.</source>
        <translation>Es gibt keine Regeln. Wo Inara vor einer Änderung fragt, die sich zurücknehmen lässt, legt „Immer erlauben“ eine an; sie steht dann hier.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>For the profile {profile}</source>
        <translation>Für das Profil {profile}</translation>
    </message>
    <message>
        <source>made {when}, in the window</source>
        <translation>angelegt {when}, im Fenster</translation>
    </message>
    <message>
        <source>made {when}, in the terminal</source>
        <translation>angelegt {when}, im Terminal</translation>
    </message>
    <message>
        <source>made {when}</source>
        <translation>angelegt {when}</translation>
    </message>
    <message>
        <source>used {count} times</source>
        <translation>{count}-mal benutzt</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>noch nicht benutzt</translation>
    </message>
    <message>
        <source>used once</source>
        <translation>einmal benutzt</translation>
    </message>
    <message>
        <source>{used}, last {when}</source>
        <translation>{used}, zuletzt {when}</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>vor {time}</translation>
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
    <name>Sending</name>
    <message>
        <source>Another conversation was opened before your message was sent, so it was not.</source>
        <translation>Ein anderes Gespräch wurde geöffnet, bevor Ihre Nachricht gesendet war; sie wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>Type it again where it belongs.</source>
        <translation>Schreiben Sie sie noch einmal, wo sie hingehört.</translation>
    </message>
</context>
<context>
    <name>ServersDialog</name>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Nicht gestartet</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>Funktioniert nicht</translation>
    </message>
    <message>
        <source>Wants you to sign in</source>
        <translation>Verlangt eine Anmeldung</translation>
    </message>
    <message>
        <source>Offered to models</source>
        <translation>Wird Modellen angeboten</translation>
    </message>
    <message>
        <source>New: look at it before models are offered it</source>
        <translation>Neu: Sehen Sie es an, bevor es Modellen angeboten wird</translation>
    </message>
    <message>
        <source>Changed since you approved it: look at it again</source>
        <translation>Seit Ihrer Freigabe geändert: Sehen Sie es noch einmal an</translation>
    </message>
    <message>
        <source>Was away, or is reached another way now: look at it again</source>
        <translation>War weg oder wird jetzt anders erreicht: Sehen Sie es noch einmal an</translation>
    </message>
    <message>
        <source>Can&apos;t be offered</source>
        <translation>Lässt sich nicht anbieten</translation>
    </message>
    <message>
        <source>A server may do what you may do. Models are offered what you approved, and each call asks.</source>
        <translation>Ein Server darf, was Sie dürfen. Modellen wird angeboten, was Sie freigegeben haben, und jeder Aufruf fragt.</translation>
    </message>
    <message>
        <source>There are no tool servers. They are programs that give models more tools, over the Model Context Protocol. Add one in the settings, or import the list of another assistant there.</source>
        <translation>Es gibt keine Werkzeugserver. Das sind Programme, die Modellen über das Model Context Protocol mehr Werkzeuge geben. Fügen Sie in den Einstellungen einen hinzu, oder importieren Sie dort die Liste eines anderen Assistenten.</translation>
    </message>
    <message>
        <source>Add or change…</source>
        <translation>Hinzufügen oder ändern…</translation>
    </message>
    <message>
        <source>Tool servers</source>
        <translation>Werkzeugserver</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
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
        <source>{what}, in {conversation}</source>
        <translation>{what}, in {conversation}</translation>
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
        <translation>wartet auf Sie</translation>
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
        <source>One a line, such as</source>
        <translation>Je Zeile eine, zum Beispiel</translation>
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
        <source>Allow</source>
        <translation>Erlauben</translation>
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
        <source>Deny</source>
        <translation>Verweigern</translation>
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
        <source>Folders its tools may read; none named: those that hold for all.</source>
        <translation>Ordner, die seine Werkzeuge lesen dürfen; keiner genannt: die für alle gelten.</translation>
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
        <source>Persona that answers this profile.</source>
        <translation>Persona, die diesem Profil antwortet.</translation>
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
        <source>Policy</source>
        <translation>Regelwerk</translation>
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
        <source>Refused without asking: a tool, or a tool within a folder.</source>
        <translation>Ohne Rückfrage verweigert: ein Werkzeug, oder ein Werkzeug in einem Ordner.</translation>
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
        <source>Run without asking, up to risk 2: a tool, or a tool within a folder.</source>
        <translation>Läuft ohne Rückfrage, bis Risiko 2: ein Werkzeug, oder ein Werkzeug in einem Ordner.</translation>
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
        <source>What differs from the table [policy].</source>
        <translation>Was von der Tabelle [policy] abweicht.</translation>
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
    <message>
        <source>as the system</source>
        <translation>wie das System</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>with tools</source>
        <translation>mit Werkzeugen</translation>
    </message>
    <message>
        <source>only talking</source>
        <translation>nur reden</translation>
    </message>
    <message>
        <source>owner: every tool up to the highest risk</source>
        <translation>Besitzer: jedes Werkzeug bis zum höchsten Risiko</translation>
    </message>
    <message>
        <source>guest: nothing that can&apos;t be undone, and only in the folders granted</source>
        <translation>Gast: nichts Unwiderrufliches, und nur in den freigegebenen Ordnern</translation>
    </message>
    <message>
        <source>0: only what computes</source>
        <translation>0: nur was rechnet</translation>
    </message>
    <message>
        <source>1: also what reads</source>
        <translation>1: auch was liest</translation>
    </message>
    <message>
        <source>2: also what can be undone</source>
        <translation>2: auch was rückgängig zu machen ist</translation>
    </message>
    <message>
        <source>3: also what can&apos;t be undone</source>
        <translation>3: auch was nicht rückgängig zu machen ist</translation>
    </message>
    <message>
        <source>4: as 3; what is forbidden stays so</source>
        <translation>4: wie 3; was verboten ist, bleibt es</translation>
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
        <translation>Hier werden Ihre Gespräche stehen.</translation>
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
Was Sie hineinlegen, bleibt 30 Tage.</translation>
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
        <translation>Wartet auf Sie</translation>
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
        <source>This conversation stays on this machine</source>
        <translation>Dieses Gespräch bleibt auf diesem Rechner</translation>
    </message>
    <message>
        <source>may leave this machine, for {models}</source>
        <translation>verlässt vielleicht diesen Rechner, für {models}</translation>
    </message>
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
    <name>Table</name>
    <message>
        <source>… {count} more columns</source>
        <translation>… {count} weitere Spalten</translation>
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
        <translation>Die Tabelle konnte nicht unter {path} gespeichert werden: {reason}. Wählen Sie einen anderen Ort.</translation>
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
        <translation>Ihre Vorlagen</translation>
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
        <translation>Ein Text, den Sie oft brauchen, mit Lücken zum Ausfüllen</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>… {count} more characters</source>
        <translation>… {count} weitere Zeichen</translation>
    </message>
</context>
<context>
    <name>ToldView</name>
    <message>
        <source>Instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>Tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Result of a tool</source>
        <translation>Ergebnis eines Werkzeugs</translation>
    </message>
    <message>
        <source>What the model was told</source>
        <translation>Was das Modell bekam</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>Parts of the request</source>
        <translation>Teile der Anfrage</translation>
    </message>
    <message>
        <source>Text of the part</source>
        <translation>Text des Teils</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{model}: about {tokens} of {window} tokens. Round {round} of {rounds}, asked as {role}.</source>
        <translation>{model}: etwa {tokens} von {window} Token. Runde {round} von {rounds}, gefragt als {role}.</translation>
    </message>
    <message>
        <source>{model}: about {tokens} tokens. Round {round} of {rounds}, asked as {role}.</source>
        <translation>{model}: etwa {tokens} Token. Runde {round} von {rounds}, gefragt als {role}.</translation>
    </message>
    <message>
        <source>Round {number}</source>
        <translation>Runde {number}</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 Bild</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count} Bilder</translation>
    </message>
</context>
<context>
    <name>ToolCards</name>
    <message>
        <source>What it would do</source>
        <translation>Was es täte</translation>
    </message>
    <message>
        <source>Allowed by {whom}</source>
        <translation>Erlaubt durch {whom}</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>Prüfen…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Asked because: {reason}</source>
        <translation>Gefragt, weil: {reason}</translation>
    </message>
</context>
<context>
    <name>ToolDetails</name>
    <message>
        <source>… {count} more lines</source>
        <translation>… {count} weitere Zeilen</translation>
    </message>
</context>
<context>
    <name>ToolItem</name>
    <message>
        <source>Waiting for you</source>
        <translation>Wartet auf Sie</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Ausgang unbekannt</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Risk: {words}</source>
        <translation>Risiko: {words}</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Einzelheiten ausblenden</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Einzelheiten anzeigen</translation>
    </message>
    <message>
        <source>Tool {name}: {state}</source>
        <translation>Werkzeug {name}: {state}</translation>
    </message>
</context>
<context>
    <name>ToolServers</name>
    <message>
        <source>1 tool waits for you to look at before models are offered it ({servers}).</source>
        <translation>1 Werkzeug wartet darauf, dass Sie es ansehen, bevor es Modellen angeboten wird ({servers}).</translation>
    </message>
    <message>
        <source>{count} tools wait for you to look at before models are offered them ({servers}).</source>
        <translation>{count} Werkzeuge warten darauf, dass Sie sie ansehen, bevor sie Modellen angeboten werden ({servers}).</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Turn on {server}?</source>
        <translation>{server} einschalten?</translation>
    </message>
    <message>
        <source>It runs, as you: {command}</source>
        <translation>Er führt in Ihrem Namen aus: {command}</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Einschalten</translation>
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
    <name>TranscriptView</name>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Nothing waits for you</source>
        <translation>Nichts wartet auf Sie</translation>
    </message>
    <message>
        <source>Open Inara</source>
        <translation>Inara öffnen</translation>
    </message>
    <message>
        <source>Quick prompt</source>
        <translation>Schnelleingabe</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>New conversation off the record</source>
        <translation>Neues vertrauliches Gespräch</translation>
    </message>
    <message>
        <source>Quit Inara</source>
        <translation>Inara beenden</translation>
    </message>
    <message>
        <source>1 question waits for you</source>
        <translation>1 Frage wartet auf Sie</translation>
    </message>
    <message>
        <source>{count} questions wait for you</source>
        <translation>{count} Fragen warten auf Sie</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Arbeitet</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
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
        <translation>Kein Modell, das hier genutzt wurde, hat einen Preis. Geben Sie ihm einen in config.toml: price = { input = 3, output = 15 }</translation>
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
    <name>UserItem</name>
    <message>
        <source>waits for the answer before it</source>
        <translation>wartet auf die Antwort davor</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Weniger anzeigen</translation>
    </message>
    <message>
        <source>Show all {count} characters</source>
        <translation>Alle {count} Zeichen anzeigen</translation>
    </message>
    <message>
        <source>The version before</source>
        <translation>Die Fassung davor</translation>
    </message>
    <message>
        <source>The next version</source>
        <translation>Die nächste Fassung</translation>
    </message>
    <message>
        <source>version {place} of {count}</source>
        <translation>Fassung {place} von {count}</translation>
    </message>
    <message>
        <source>You: {text}</source>
        <translation>Sie: {text}</translation>
    </message>
</context>
<context>
    <name>ViewAccessible</name>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
</context>
<context>
    <name>Visible</name>
    <message>
        <source>[and {count} more invisible characters]</source>
        <translation>[und {count} weitere unsichtbare Zeichen]</translation>
    </message>
</context>
<context>
    <name>WebSearchErrands</name>
    <message>
        <source>No key is kept yet.</source>
        <translation>Noch ist kein Schlüssel hinterlegt.</translation>
    </message>
</context>
<context>
    <name>WebSearchPage</name>
    <message>
        <source>Web search</source>
        <translation>Websuche</translation>
    </message>
    <message>
        <source>The service that the tool web_search asks. A SearXNG server can be your own and wants no key; Brave and Tavily want one. What is looked for goes to the service; each search that may carry something private out asks you first.</source>
        <translation>Der Dienst, den das Werkzeug web_search fragt. Ein SearXNG-Server kann Ihr eigener sein und will keinen Schlüssel; Brave und Tavily wollen einen. Wonach gesucht wird, geht an den Dienst; jede Suche, die etwas Privates hinaustragen kann, fragt Sie zuerst.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>It goes into the keyring of your system. SearXNG needs none.</source>
        <translation>Er kommt in den Schlüsselbund Ihres Systems. SearXNG braucht keinen.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Searches for one harmless word</source>
        <translation>Sucht nach einem harmlosen Wort</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>On: models may search.</source>
        <translation>An: Modelle dürfen suchen.</translation>
    </message>
    <message>
        <source>Off: no service is set up, so models can&apos;t search.</source>
        <translation>Aus: Kein Dienst ist eingerichtet, Modelle können nicht suchen.</translation>
    </message>
    <message>
        <source>Searching for a word…</source>
        <translation>Sucht nach einem Wort…</translation>
    </message>
</context>
<context>
    <name>WhyBox</name>
    <message>
        <source>Because of what came before</source>
        <translation>Wegen dem, was vorausging</translation>
    </message>
    <message>
        <source>Why Inara asks</source>
        <translation>Warum Inara fragt</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>The question stands until {until}; then it counts as unanswered.</source>
        <translation>Die Frage gilt bis {until}; danach gilt sie als unbeantwortet.</translation>
    </message>
</context>
<context>
    <name>_Banner</name>
    <message>
        <source>Close this notice</source>
        <translation>Hinweis schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>_Bar</name>
    <message>
        <source>Of this message</source>
        <translation>Zu dieser Nachricht</translation>
    </message>
    <message>
        <source>Edit and send again</source>
        <translation>Bearbeiten und erneut senden</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>Neu beantworten</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>All that can be done</source>
        <translation>Alles, was möglich ist</translation>
    </message>
</context>
<context>
    <name>_CheckCard</name>
    <message>
        <source>Looking…</source>
        <translation>Wird geprüft…</translation>
    </message>
</context>
<context>
    <name>_Chip</name>
    <message>
        <source>Reading {file}</source>
        <translation>{file} wird gelesen</translation>
    </message>
    <message>
        <source>Reading {file} …</source>
        <translation>{file} wird gelesen …</translation>
    </message>
    <message>
        <source>Remove {file}</source>
        <translation>{file} entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Attached: {file}</source>
        <translation>Angehängt: {file}</translation>
    </message>
</context>
<context>
    <name>_FindingRow</name>
    <message>
        <source>well</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>braucht Aufmerksamkeit</translation>
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
        <translation>Geben Sie die Adresse des Servers ein, zum Beispiel http://127.0.0.1:11434/v1.</translation>
    </message>
    <message>
        <source>The address must begin with http:// or https://.</source>
        <translation>Die Adresse muss mit http:// oder https:// beginnen.</translation>
    </message>
    <message>
        <source>Type the model&apos;s name as the server knows it.</source>
        <translation>Geben Sie den Namen des Modells so ein, wie der Server ihn kennt.</translation>
    </message>
</context>
<context>
    <name>_Picker</name>
    <message>
        <source>No answer</source>
        <translation>Keine Angabe</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
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
    <message>
        <source>Never: {rule}</source>
        <translation>Nie: {rule}</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the rule {rule}</source>
        <translation>Die Regel {rule} löschen</translation>
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
<context>
    <name>_ServerCard</name>
    <message>
        <source>Also behind the paper clip of the message: prompts {prompts}, resources {resources}.</source>
        <translation>Auch hinter der Büroklammer der Nachricht: {prompts} Vorlagen, {resources} Ressourcen.</translation>
    </message>
    <message>
        <source>Turn on…</source>
        <translation>Einschalten…</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Offer nothing</source>
        <translation>Nichts anbieten</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Offer 1 tool</source>
        <translation>1 Werkzeug anbieten</translation>
    </message>
    <message>
        <source>Offer {count} tools</source>
        <translation>{count} Werkzeuge anbieten</translation>
    </message>
</context>
</TS>
