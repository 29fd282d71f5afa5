export const nl = {
  link: 'Apparaten',
  title: (name: string) => `Apparaten van ${name}`,
  toHall: 'Terug naar de zaal',
  toStaff: 'Terug naar de mensen',
  places: (zone: string) => `Alle tijden zijn die van de plek zelf (${zone}).`,
  failed: 'De lijst komt niet binnen. We proberen het opnieuw.',
  kinds: { kiosk: 'Kiosken', display: 'Schermen' },
  none: { kiosk: 'Hier is nog geen kiosk.', display: 'Hier is nog geen scherm.' },
  add: { kiosk: 'Kiosk toevoegen', display: 'Scherm toevoegen' },
  codeFor: (device: string) => `Code voor ${device}`,
  codeUntil: (time: string) => `De code werkt één keer, tot ${time}.`,
  codeOver: 'De code werkt niet meer. Voeg het apparaat nog eens toe.',
  enter: {
    kiosk: 'Vul deze code in bij de instellingen van de kiosk, en start de kiosk.',
    display: 'Open de pagina voor schermen op het nieuwe scherm, en typ daar deze code.',
  },
  joined: (device: string) => `Het is gelukt: ${device} doet mee.`,
  states: { well: 'werkt', announced: 'wacht op de code' },
  announced: (time: string) =>
    `De code is nog niet ingevuld. De code werkt tot ${time}. Is de code weg? Haal dit apparaat dan weg en voeg het opnieuw toe.`,
  well: {
    kiosk: { ok: 'Er is papier genoeg.', unknown: 'Of er papier is, weten we niet.' },
    display: 'Dit scherm laat zien wie aan de beurt is.',
  },
  wrong: {
    'paper-low': 'Leg alvast een nieuwe rol papier klaar.',
    'paper-out': 'Nummers staan nu alleen op het scherm van de kiosk. Leg er een nieuwe rol papier in.',
    'stray-numbers':
      'Deze kiosk gaf nummers die niet in de rij staan. Vraag in de zaal wie zo’n nummer heeft (het begint met een N), en zet die persoon in de rij.',
    'not-seen': {
      kiosk: 'Kijk of de kiosk aan staat, en of hij netwerk heeft. Zonder netwerk geeft hij nummers met een N ervoor.',
      display: 'Kijk of het scherm aan staat, of het netwerk heeft, en of de pagina nog open is.',
    },
  },
  heard: (time: string) => `Laatste bericht: ${time}`,
  neverHeard: 'Nog geen bericht',
  takeOut: 'Weghalen',
  takeOutOne: (device: string) => `${device} weghalen`,
  confirm: {
    title: (device: string) => `Wilt u ${device} weghalen?`,
    kiosk: [
      'Deze kiosk geeft dan geen nummers meer. Nummers die al gegeven zijn, blijven gelden.',
      'Gaf de kiosk nummers zonder netwerk? Die komen dan nog niet in de rij.',
      'Wilt u de kiosk later terug? Voeg hem dan toe met een nieuwe code. Binnen een dag krijgt hij zijn oude nummer terug en komen die nummers alsnog in de rij.',
    ],
    display: [
      'Dit scherm laat dan niet meer zien wie aan de beurt is. Dat duurt hoogstens een minuut.',
      'Daarna vraagt het om een nieuwe code. Voeg het scherm toe als u het terug wilt.',
    ],
    announced: ['De code werkt dan niet meer.'],
    keep: 'Laten staan',
    yes: 'Weghalen',
  },
  takenOut: (device: string) => `Weggehaald: ${device}.`,
}

export type Texts = typeof nl
