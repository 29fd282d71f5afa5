import type { ProblemCode } from '../../problems.ts'

/** `say` always holds; `exactly` is said where every `{detail}` in it is known. */
type Said = { title: string; say: string; exactly?: string }

/** What stands in the way, and what to do about it. */
export const problems = {
  'service-not-here': { title: 'Niet op deze plek', say: 'Deze dienst is hier niet. Kies een andere dienst of een andere plek.' },
  'too-many-people': {
    title: 'Te veel mensen',
    say: 'U komt met te veel mensen tegelijk. Kies een kleiner aantal.',
    exactly: 'U kunt hier met niet meer dan {peopleMax} mensen tegelijk komen. Kies een kleiner aantal.',
  },
  'point-closed': {
    title: 'Gesloten',
    say: 'Het is hier nu gesloten. Kijk wanneer wij weer open zijn.',
    exactly: 'Het is hier nu gesloten. Kom terug vanaf {opensAt}.',
  },
  'day-closed': { title: 'De dag is voorbij', say: 'De dag is hier al afgesloten. Kom op een andere dag terug.' },
  'slot-taken': { title: 'Tijd al bezet', say: 'Iemand anders heeft deze tijd net gekozen. Kies een andere tijd.' },
  'slot-not-offered': { title: 'Tijd niet vrij', say: 'Deze tijd kunt u niet kiezen. Kies een tijd uit de lijst.' },
  'in-the-past': { title: 'Tijd is voorbij', say: 'Deze tijd is al voorbij of komt te snel. Kies een latere tijd.' },
  'hold-expired': { title: 'Te lang gewacht', say: 'Wij hielden de tijd voor u vrij, maar dat is voorbij. Kies opnieuw een tijd.' },
  'appointment-unknown': { title: 'Afspraak niet gevonden', say: 'Wij vinden deze afspraak niet. Kijk de code na en probeer het opnieuw.' },
  'wrong-appointment-state': {
    title: 'Kan niet meer',
    say: 'Dit kan niet meer met deze afspraak. Kijk wat er met de afspraak is gebeurd.',
  },
  'wrong-point': { title: 'Andere plek', say: 'Uw afspraak is op een andere plek. Kijk in uw bevestiging waar u moet zijn.' },
  'wrong-day': {
    title: 'Andere dag',
    say: 'Uw afspraak is op een andere dag. Kijk in uw bevestiging wanneer u moet komen.',
    exactly: 'Uw afspraak is op {startsAt}. Kom dan terug, of neem nu een nummer.',
  },
  'too-early': {
    title: 'Te vroeg',
    say: 'Het is nog te vroeg. Probeer het later opnieuw.',
    exactly: 'Het is nog te vroeg. Dit kan vanaf {fromAt}.',
  },
  'too-late': {
    title: 'Te laat',
    say: 'Het is te laat voor deze afspraak. Neem een nummer of maak een nieuwe afspraak.',
    exactly: 'U bent te laat voor uw afspraak van {startsAt}. Neem een nummer of maak een nieuwe afspraak.',
  },
  'already-arrived': {
    title: 'Al aangemeld',
    say: 'U bent al aangemeld. Wacht tot uw nummer op het scherm staat.',
    exactly: 'U bent al aangemeld met nummer {label}. Wacht tot dat nummer op het scherm staat.',
  },
  'ticket-unknown': { title: 'Nummer niet gevonden', say: 'Wij vinden dit nummer niet. Neem een nieuw nummer of vraag het aan de balie.' },
  'wrong-ticket-state': {
    title: 'Kan nu niet',
    say: 'Dit kan nu niet met dit nummer. Kijk op de lijst hoe het ermee staat.',
    exactly: 'Dit kan nu niet met nummer {label}. Kijk op de lijst hoe het ermee staat.',
  },
  'nobody-waiting': { title: 'Niemand wacht', say: 'Er wacht niemand voor deze balie. Probeer het straks opnieuw.' },
  'counter-unknown': {
    title: 'Balie niet gevonden',
    say: 'Deze balie is hier niet. Kies een balie uit de lijst.',
    exactly: 'Balie {counterId} is hier niet. Kies een balie uit de lijst.',
  },
  'counter-closed': { title: 'Balie niet open', say: 'Deze balie is niet open. Open de balie en probeer het opnieuw.' },
  'counter-busy': { title: 'Balie bezet', say: 'Er is al iemand aan deze balie. Rond dat eerst af.' },
  'counter-taken': { title: 'Balie van een collega', say: 'Een collega werkt aan deze balie. Kies een andere balie.' },
  'not-at-this-counter': { title: 'Andere balie', say: 'Dit nummer is niet aan deze balie. Kies een nummer van uw eigen balie.' },
  'nothing-to-undo': {
    title: 'Niets ongedaan te maken',
    say: 'U kunt de laatste stap niet meer ongedaan maken. Kijk op de lijst en ga verder.',
  },
  'called-too-often': {
    title: 'Vaak genoeg geroepen',
    say: 'Dit nummer is vaak genoeg geroepen. Zet het bij gemist en roep het volgende.',
    exactly: 'Dit nummer is al {calls} keer geroepen. Zet het bij gemist en roep het volgende.',
  },
  'number-used': {
    title: 'Nummer al gebruikt',
    say: 'Dit nummer is vandaag al gegeven. Neem een nieuw nummer.',
    exactly: 'Nummer {label} is vandaag al gegeven. Neem een nieuw nummer.',
  },
  'no-transfer-target': { title: 'Kan daar niet heen', say: 'Dit nummer kan daar niet heen. Kies een andere dienst, balie of plek.' },
  'limit-reached': { title: 'Grens bereikt', say: 'Dit bestaat al, of er zijn er te veel. Gebruik wat er is of vraag hulp aan de balie.' },
  'last-admin': {
    title: 'De laatste beheerder',
    say: 'Dit is de laatste beheerder van het hele netwerk. Maak eerst iemand anders beheerder.',
  },
  'plan-invalid': {
    title: 'Plan klopt niet',
    say: 'Er klopt iets niet in het plan. Kijk de tijden en dagen na.',
    exactly: 'Er klopt iets niet in het plan, bij {place}. Kijk de tijden en dagen na.',
  },
  'plan-changed': {
    title: 'Plan is al veranderd',
    say: 'Iemand anders heeft dit plan net veranderd. Kijk wat er nu staat, en doe uw wijziging opnieuw.',
  },
  'invalid-input': { title: 'Er klopt nog iets niet', say: 'Niet alles is goed ingevuld. Kijk wat erbij staat en verbeter het.' },
  'not-json': { title: 'Niet te lezen', say: 'Wij konden dit bericht niet lezen. Stuur het als JSON en probeer het opnieuw.' },
  'body-too-large': {
    title: 'Te groot',
    say: 'Dit bericht is te groot. Stuur minder tegelijk.',
    exactly: 'Dit bericht is te groot. Stuur niet meer dan {bytesMax} bytes.',
  },
  'body-too-slow': { title: 'Te langzaam', say: 'Dit bericht kwam te langzaam aan. Kijk uw verbinding na en probeer het opnieuw.' },
  'not-found': { title: 'Niet gevonden', say: 'Dit bestaat niet, of niet meer. Kijk het adres na.' },
  'method-not-allowed': {
    title: 'Zo kan het niet',
    say: 'Dit adres kent deze methode niet. Gebruik een andere methode.',
    exactly: 'Dit adres kent deze methode niet. Gebruik {allow}.',
  },
  'sign-in-needed': { title: 'Eerst inloggen', say: 'U bent niet ingelogd. Log in en probeer het opnieuw.' },
  'sign-in-failed': { title: 'Inloggen lukt niet', say: 'De naam of het wachtwoord klopt niet. Probeer het opnieuw.' },
  'not-allowed': { title: 'Mag niet', say: 'U mag dit hier niet doen. Vraag iemand die dat wel mag.' },
  'idempotency-key-required': {
    title: 'Sleutel ontbreekt',
    say: 'Bij deze vraag hoort een sleutel. Stuur een nieuwe UUIDv7 mee als Idempotency-Key.',
  },
  'idempotency-key-reused': {
    title: 'Sleutel al gebruikt',
    say: 'Deze sleutel hoort bij een andere vraag. Stuur een nieuwe sleutel mee.',
  },
  'too-many-requests': { title: 'Te vaak geprobeerd', say: 'U probeert het te vaak achter elkaar. Wacht even en probeer het opnieuw.' },
  'link-not-valid': { title: 'Link werkt niet', say: 'Deze link werkt niet of niet meer. Gebruik de link uit uw laatste bericht.' },
  'code-not-valid': { title: 'Code werkt niet', say: 'Deze code werkt niet of niet meer. Kijk de code na of vraag een nieuwe.' },
  unavailable: { title: 'Even niet bereikbaar', say: 'Het lukt ons nu even niet. Probeer het over een minuut opnieuw.' },
  unexpected: { title: 'Er ging iets mis', say: 'Er ging bij ons iets mis. Probeer het opnieuw of vraag hulp aan de balie.' },
} as const satisfies Record<ProblemCode, Said>

/** What does not do in a field. */
export const fields = {
  'wrong-type': 'Dit is niet het soort gegeven dat hier hoort. Vul het anders in.',
  missing: 'Dit ontbreekt. Vul het in.',
  'unknown-field': 'Dit veld kennen wij hier niet. Laat het weg.',
  choice: 'Dit is geen keuze uit de lijst. Kies iets uit de lijst.',
  empty: 'Hier staat nog niets. Vul iets in.',
  'too-long': 'Dit is te lang. Maak het korter.',
  'wrong-password': 'Dit is niet uw wachtwoord van nu. Probeer het opnieuw.',
  'too-short': 'Dit is te kort. Maak het langer.',
  'too-small': 'Dit getal is te klein. Kies een groter getal.',
  'too-large': 'Dit getal is te groot. Kies een kleiner getal.',
  'too-many': 'Dit zijn er te veel. Laat er een paar weg.',
  twice: 'Iets staat er twee keer in. Noem alles één keer.',
  'control-characters': 'Hier staan tekens in die niet mogen. Gebruik alleen gewone letters en tekens.',
  'too-many-marks': 'Er staan te veel tekens op één letter. Haal er een paar weg.',
  uuid: 'Dit is geen geldig nummer van iets. Gebruik een UUIDv7 in kleine letters.',
  'wall-time': 'Dit is geen kloktijd op vijf minuten. Schrijf haar als 09:30.',
  day: 'Dit is geen datum. Schrijf haar als 2026-11-24.',
  instant: 'Dit is geen tijdstip. Schrijf het als 2026-11-24T10:42:00Z.',
  integer: 'Dit is geen heel getal. Vul een heel getal in.',
  number: 'Dit is geen getal. Vul een getal in.',
  language: 'Deze taal hebben wij niet. Kies nl, en, fr, de, pt of ar.',
  email: 'Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.nl.',
  phone: 'Dit is geen telefoonnummer. Gebruik 6 tot 15 cijfers.',
  latitude: 'Dit is geen breedtegraad. Kies een getal van -90 tot 90.',
  longitude: 'Dit is geen lengtegraad. Kies een getal van -180 tot 180.',
  'short-name': 'Dit is geen korte naam. Gebruik kleine letters, cijfers en streepjes.',
  'not-after': 'Het einde ligt niet na het begin. Kies een latere dag.',
  'too-many-days': 'Dit zijn te veel dagen. Kies er ten hoogste 400.',
} as const

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> }
export type ProblemTexts = Words<typeof problems>
export type FieldTexts = Words<typeof fields>
/** The code of a field's fault. */
export type FieldCode = keyof FieldTexts
