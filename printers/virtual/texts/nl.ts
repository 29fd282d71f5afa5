/** The words of the virtual printer's page. */
export const page = {
  title: 'Proefprinter',
  explanation: 'Deze printer bestaat niet echt. Hij toont het papier zoals het uit een echte printer komt.',
  standing: {
    ok: 'Klaar om te printen.',
    low: 'Het papier is bijna op.',
    out: 'Het papier is op.',
    cover: 'De klep staat open.',
    jam: 'Het mes zit vast.',
    hangs: 'De printer reageert niet.',
  },
  acts: {
    'paper-low': 'Papier bijna op',
    'paper-out': 'Papier op',
    'cover-open': 'Klep open',
    'cutter-jam': 'Mes vast',
    hang: 'Vastlopen',
    mend: 'Alles weer goed',
  },
  paper: (n: number) => `Papier ${n}`,
  none: 'Er is nog niets geprint.',
  notUnderstood: 'Niet begrepen:',
}
export type PageTexts = typeof page
