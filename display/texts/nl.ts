export const nl = {
  counter: 'balie',
  earlier: 'eerder',
  title: 'Wie is er aan de beurt?',
  yourNumber: 'Uw nummer komt op dit scherm.',
  lost: 'Dit scherm heeft geen verbinding. Luister naar onze medewerkers.',
  connecting: 'Dit scherm maakt verbinding. Een moment.',
  soundOn: 'Geluid aan',
  unknownPoint: 'Deze plek kennen wij niet. Kijk het adres van dit scherm na.',
  enrol: {
    title: 'Dit scherm aanmelden',
    code: 'Code van dit scherm',
    codeHint: 'U krijgt de code als u een scherm toevoegt. De code werkt één keer.',
    ready: 'Aanmelden',
    wrong: 'Deze code werkt niet. Kijk de code na of vraag een nieuwe.',
    kiosk: 'Deze code is van een kiosk. Vraag een code voor een scherm.',
    without: 'Zonder code bekijken',
    place: 'Plek',
    choosePlace: 'Kies een plek',
    show: 'Laat zien',
  },
}

export type Texts = typeof nl
