import type { FieldTexts, ProblemTexts } from '../nl/problems.ts'

export const problems: ProblemTexts = {
  'service-not-here': {
    title: 'Nicht an diesem Ort',
    say: 'Dieses Anliegen gibt es hier nicht. Wählen Sie ein anderes Anliegen oder einen anderen Ort.',
  },
  'too-many-people': {
    title: 'Zu viele Personen',
    say: 'Sie kommen mit zu vielen Personen auf einmal. Wählen Sie eine kleinere Zahl.',
    exactly: 'Hier können höchstens {peopleMax} Personen auf einmal kommen. Wählen Sie eine kleinere Zahl.',
  },
  'point-closed': {
    title: 'Geschlossen',
    say: 'Hier ist jetzt geschlossen. Schauen Sie, wann wir wieder öffnen.',
    exactly: 'Hier ist jetzt geschlossen. Kommen Sie wieder ab {opensAt}.',
  },
  'day-closed': { title: 'Der Tag ist vorbei', say: 'Hier ist der Tag schon zu Ende. Kommen Sie an einem anderen Tag wieder.' },
  'slot-taken': { title: 'Zeit schon vergeben', say: 'Jemand hat diese Zeit gerade gewählt. Wählen Sie eine andere Zeit.' },
  'slot-not-offered': { title: 'Zeit nicht frei', say: 'Diese Zeit können Sie nicht wählen. Wählen Sie eine Zeit aus der Liste.' },
  'in-the-past': { title: 'Zeit ist vorbei', say: 'Diese Zeit ist vorbei oder zu bald. Wählen Sie eine spätere Zeit.' },
  'hold-expired': {
    title: 'Zu lange gewartet',
    say: 'Wir haben die Zeit für Sie freigehalten. Das ist jetzt vorbei. Wählen Sie noch einmal eine Zeit.',
  },
  'appointment-unknown': {
    title: 'Termin nicht gefunden',
    say: 'Wir finden diesen Termin nicht. Prüfen Sie den Code und versuchen Sie es noch einmal.',
  },
  'wrong-appointment-state': {
    title: 'Geht nicht mehr',
    say: 'Das geht mit diesem Termin nicht mehr. Schauen Sie, was mit dem Termin ist.',
  },
  'wrong-point': { title: 'Anderer Ort', say: 'Ihr Termin ist an einem anderen Ort. Den Ort finden Sie in Ihrer Bestätigung.' },
  'wrong-day': {
    title: 'Anderer Tag',
    say: 'Ihr Termin ist an einem anderen Tag. Den Tag finden Sie in Ihrer Bestätigung.',
    exactly: 'Ihr Termin ist am {startsAt}. Kommen Sie dann wieder, oder ziehen Sie jetzt eine Nummer.',
  },
  'too-early': {
    title: 'Zu früh',
    say: 'Es ist noch zu früh. Versuchen Sie es später noch einmal.',
    exactly: 'Es ist noch zu früh. Es geht ab {fromAt}.',
  },
  'too-late': {
    title: 'Zu spät',
    say: 'Für diesen Termin ist es zu spät. Ziehen Sie eine Nummer oder machen Sie einen neuen Termin.',
    exactly: 'Für Ihren Termin am {startsAt} ist es zu spät. Ziehen Sie eine Nummer oder machen Sie einen neuen Termin.',
  },
  'already-arrived': {
    title: 'Schon angemeldet',
    say: 'Sie sind schon angemeldet. Warten Sie, bis Ihre Nummer auf dem Bildschirm steht.',
    exactly: 'Sie sind schon angemeldet mit der Nummer {label}. Warten Sie, bis diese Nummer auf dem Bildschirm steht.',
  },
  'ticket-unknown': {
    title: 'Nummer nicht gefunden',
    say: 'Wir finden diese Nummer nicht. Ziehen Sie eine neue Nummer oder fragen Sie am Schalter.',
  },
  'wrong-ticket-state': {
    title: 'Geht jetzt nicht',
    say: 'Das geht jetzt nicht mit dieser Nummer. Schauen Sie in der Liste, was mit ihr ist.',
    exactly: 'Das geht jetzt nicht mit der Nummer {label}. Schauen Sie in der Liste, was mit ihr ist.',
  },
  'nobody-waiting': { title: 'Niemand wartet', say: 'Für diesen Schalter wartet niemand. Versuchen Sie es gleich noch einmal.' },
  'counter-unknown': {
    title: 'Schalter nicht gefunden',
    say: 'Diesen Schalter gibt es hier nicht. Wählen Sie einen Schalter aus der Liste.',
    exactly: 'Schalter {counterId} gibt es hier nicht. Wählen Sie einen Schalter aus der Liste.',
  },
  'counter-closed': {
    title: 'Schalter nicht geöffnet',
    say: 'Dieser Schalter ist nicht geöffnet. Öffnen Sie ihn und versuchen Sie es noch einmal.',
  },
  'counter-busy': { title: 'Schalter besetzt', say: 'An diesem Schalter ist schon jemand. Schließen Sie das zuerst ab.' },
  'counter-taken': { title: 'Schalter von anderen', say: 'An diesem Schalter arbeitet schon jemand. Wählen Sie einen anderen Schalter.' },
  'not-at-this-counter': {
    title: 'Anderer Schalter',
    say: 'Diese Nummer ist nicht an diesem Schalter. Wählen Sie eine Nummer von Ihrem Schalter.',
  },
  'nothing-to-undo': {
    title: 'Nichts rückgängig zu machen',
    say: 'Der letzte Schritt lässt sich nicht mehr rückgängig machen. Schauen Sie in die Liste und machen Sie weiter.',
  },
  'called-too-often': {
    title: 'Oft genug aufgerufen',
    say: 'Diese Nummer wurde oft genug aufgerufen. Setzen Sie sie auf verpasst und rufen Sie die nächste auf.',
    exactly: 'Diese Nummer wurde schon {calls} Mal aufgerufen. Setzen Sie sie auf verpasst und rufen Sie die nächste auf.',
  },
  'number-used': {
    title: 'Nummer schon vergeben',
    say: 'Diese Nummer wurde heute schon vergeben. Ziehen Sie eine neue Nummer.',
    exactly: 'Die Nummer {label} wurde heute schon vergeben. Ziehen Sie eine neue Nummer.',
  },
  'no-transfer-target': {
    title: 'Geht dort nicht',
    say: 'Diese Nummer kann nicht dorthin. Wählen Sie ein anderes Anliegen, einen anderen Schalter oder Ort.',
  },
  'limit-reached': {
    title: 'Grenze erreicht',
    say: 'Das gibt es schon, oder es sind zu viele. Nehmen Sie, was da ist, oder fragen Sie am Schalter.',
  },
  'last-admin': {
    title: 'Letzte Verwaltung',
    say: 'Das ist das letzte Konto mit Verwaltung für das ganze Netz. Geben Sie zuerst jemand anderem diese Rolle.',
  },
  'plan-invalid': {
    title: 'Plan stimmt nicht',
    say: 'Im Plan stimmt etwas nicht. Prüfen Sie die Zeiten und Tage.',
    exactly: 'Im Plan stimmt etwas nicht, bei {place}. Prüfen Sie die Zeiten und Tage.',
  },
  'plan-changed': {
    title: 'Plan wurde geändert',
    say: 'Jemand anderes hat diesen Plan gerade geändert. Sehen Sie nach, was jetzt darin steht, und machen Sie Ihre Änderung noch einmal.',
  },
  'invalid-input': {
    title: 'Etwas stimmt noch nicht',
    say: 'Nicht alles ist richtig ausgefüllt. Lesen Sie den Hinweis am Feld und ändern Sie es.',
  },
  'not-json': {
    title: 'Nicht lesbar',
    say: 'Wir konnten diese Nachricht nicht lesen. Senden Sie sie als JSON und versuchen Sie es noch einmal.',
  },
  'body-too-large': {
    title: 'Zu groß',
    say: 'Diese Nachricht ist zu groß. Senden Sie weniger auf einmal.',
    exactly: 'Diese Nachricht ist zu groß. Senden Sie höchstens {bytesMax} Bytes.',
  },
  'body-too-slow': {
    title: 'Zu langsam',
    say: 'Diese Nachricht kam zu langsam an. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  },
  'not-found': { title: 'Nicht gefunden', say: 'Das gibt es nicht oder nicht mehr. Prüfen Sie die Adresse.' },
  'method-not-allowed': {
    title: 'So geht es nicht',
    say: 'Diese Adresse kennt diese Methode nicht. Nehmen Sie eine andere Methode.',
    exactly: 'Diese Adresse kennt diese Methode nicht. Nehmen Sie {allow}.',
  },
  'sign-in-needed': {
    title: 'Bitte zuerst anmelden',
    say: 'Sie sind nicht angemeldet. Melden Sie sich an und versuchen Sie es noch einmal.',
  },
  'sign-in-failed': {
    title: 'Anmelden geht nicht',
    say: 'Der Name oder das Passwort stimmt nicht. Versuchen Sie es noch einmal.',
  },
  'not-allowed': { title: 'Nicht erlaubt', say: 'Das dürfen Sie hier nicht. Fragen Sie jemanden, der es darf.' },
  'idempotency-key-required': {
    title: 'Schlüssel fehlt',
    say: 'Diese Anfrage braucht einen Schlüssel. Senden Sie eine neue UUIDv7 als Idempotency-Key mit.',
  },
  'idempotency-key-reused': {
    title: 'Schlüssel schon benutzt',
    say: 'Dieser Schlüssel gehört zu einer anderen Anfrage. Senden Sie einen neuen Schlüssel mit.',
  },
  'too-many-requests': {
    title: 'Zu oft versucht',
    say: 'Sie versuchen es zu oft in kurzer Zeit. Warten Sie kurz und versuchen Sie es noch einmal.',
  },
  'link-not-valid': {
    title: 'Link geht nicht',
    say: 'Dieser Link geht nicht oder nicht mehr. Nehmen Sie den Link aus Ihrer letzten Nachricht.',
  },
  'code-not-valid': {
    title: 'Code geht nicht',
    say: 'Dieser Code geht nicht oder nicht mehr. Prüfen Sie den Code oder fragen Sie nach einem neuen.',
  },
  unavailable: { title: 'Gerade nicht erreichbar', say: 'Das geht gerade nicht. Versuchen Sie es in einer Minute noch einmal.' },
  unexpected: {
    title: 'Etwas ist schiefgegangen',
    say: 'Bei uns ist etwas schiefgegangen. Versuchen Sie es noch einmal oder fragen Sie am Schalter.',
  },
}

export const fields: FieldTexts = {
  'wrong-type': 'Diese Art von Angabe gehört nicht hierher. Füllen Sie das Feld anders aus.',
  missing: 'Das fehlt noch. Füllen Sie es aus.',
  'unknown-field': 'Dieses Feld kennen wir hier nicht. Lassen Sie es weg.',
  choice: 'Das steht nicht in der Liste. Wählen Sie etwas aus der Liste.',
  empty: 'Hier steht noch nichts. Füllen Sie es aus.',
  'too-long': 'Das ist zu lang. Schreiben Sie weniger.',
  'wrong-password': 'Das ist nicht Ihr jetziges Passwort. Versuchen Sie es noch einmal.',
  'too-short': 'Das ist zu kurz. Schreiben Sie mehr.',
  'too-small': 'Diese Zahl ist zu klein. Wählen Sie eine größere Zahl.',
  'too-large': 'Diese Zahl ist zu groß. Wählen Sie eine kleinere Zahl.',
  'too-many': 'Das sind zu viele. Lassen Sie ein paar weg.',
  twice: 'Etwas steht zweimal da. Nennen Sie alles nur einmal.',
  'control-characters': 'Hier stehen Zeichen, die nicht erlaubt sind. Nehmen Sie nur normale Buchstaben und Zeichen.',
  'too-many-marks': 'Auf einem Buchstaben sind zu viele Zeichen. Nehmen Sie ein paar weg.',
  uuid: 'Das ist keine gültige Kennung. Nehmen Sie eine UUIDv7 in kleinen Buchstaben.',
  'wall-time': 'Das ist keine Uhrzeit in Schritten von fünf Minuten. Schreiben Sie sie so: 09:30.',
  day: 'Das ist kein Datum. Schreiben Sie es so: 2026-11-24.',
  instant: 'Das ist kein Zeitpunkt. Schreiben Sie ihn so: 2026-11-24T10:42:00Z.',
  integer: 'Das ist keine ganze Zahl. Geben Sie eine ganze Zahl ein.',
  number: 'Das ist keine Zahl. Geben Sie eine Zahl ein.',
  language: 'Diese Sprache haben wir nicht. Wählen Sie nl, en, fr, de, pt oder ar.',
  email: 'Das ist keine E-Mail-Adresse. Schreiben Sie sie so: name@beispiel.de.',
  phone: 'Das ist keine Telefonnummer. Nehmen Sie 6 bis 15 Ziffern.',
  latitude: 'Das ist kein Breitengrad. Wählen Sie eine Zahl von -90 bis 90.',
  longitude: 'Das ist kein Längengrad. Wählen Sie eine Zahl von -180 bis 180.',
  'short-name': 'Das ist kein kurzer Name. Nehmen Sie kleine Buchstaben, Ziffern und Striche.',
  'not-after': 'Das Ende liegt nicht nach dem Anfang. Wählen Sie einen späteren Tag.',
  'too-many-days': 'Das sind zu viele Tage. Wählen Sie höchstens 400.',
}
