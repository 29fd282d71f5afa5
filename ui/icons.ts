interface Pictogram {
  /** SVG path on a field of 24 by 24, drawn with a round pen of 1.8. */
  path: string
  /** Follows the direction of the text; a real direction (the arrow to a counter) does not. */
  mirrors?: true
}

const pictograms = {
  passport: { path: 'M7 3h10a2 2 0 012 2v14a2 2 0 01-2 2H7a2 2 0 01-2-2V5a2 2 0 012-2zM12 13a3 3 0 100-6 3 3 0 000 6zM8.5 17h7' },
  licence: { path: 'M5 6h14a2 2 0 012 2v8a2 2 0 01-2 2H5a2 2 0 01-2-2V8a2 2 0 012-2zM8 14a2 2 0 100-4 2 2 0 000 4zM13 10h5M13 14h5' },
  moving: { path: 'M3 11l9-7 9 7M6 9.5V20h12V9.5M10 20v-5h4v5' },
  document: { path: 'M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5' },
  pickUp: { path: 'M6 4h12a2 2 0 012 2v12a2 2 0 01-2 2H6a2 2 0 01-2-2V6a2 2 0 012-2zM4 12h16M12 4v16M9 8h.01M17 8h.01M9 16h.01M17 16h.01' },
  digitalHelp: { path: 'M5 5h14v10H9l-4 4zM9 9h6M9 12h3' },
  family: { path: 'M12 20.5s-8-4.8-8-10.6A4.4 4.4 0 0112 7.4a4.4 4.4 0 018 2.5c0 5.8-8 10.6-8 10.6z' },
  money: { path: 'M5 6h14a2 2 0 012 2v8a2 2 0 01-2 2H5a2 2 0 01-2-2V8a2 2 0 012-2zM12 15a3 3 0 100-6 3 3 0 000 6zM6.5 12h.01M17.5 12h.01' },
  seats: { path: 'M3 5h18v11H3zM12 16v5M8 21h8M7 9h10M7 12h6' },
  baby: {
    path: 'M4 11h15a7.5 7.5 0 01-15 0zM11.5 11V3.5A7.5 7.5 0 0119 11M4 11L2 7M8 21.5a1.4 1.4 0 100-2.8 1.4 1.4 0 000 2.8zM15 21.5a1.4 1.4 0 100-2.8 1.4 1.4 0 000 2.8z',
  },
  ball: {
    path: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 8l4 3-1.5 4.5h-5L8 11zM12 3v5M20.5 9.5L16 11M17.5 19l-3-3.5M6.5 19l3-3.5M3.5 9.5L8 11',
  },
  bin: { path: 'M5 7h14M10 7V4h4v3M7 7l1 14h8l1-14M10.5 11v6M13.5 11v6' },
  boat: { path: 'M3 15h18l-3 5H6zM12 15V3l6 9h-6' },
  bolt: { path: 'M13 3L5 14h6l-1 7 8-11h-6z' },
  book: { path: 'M12 6c-2-1.5-5-2-8-2v14c3 0 6 .5 8 2 2-1.5 5-2 8-2V4c-3 0-6 .5-8 2zM12 6v14' },
  bus: { path: 'M6 4h12a2 2 0 012 2v11H4V6a2 2 0 012-2zM4 12h16M7 17v3M17 17v3M7.5 14.5h.01M16.5 14.5h.01' },
  candle: { path: 'M9 21h6V12H9zM12 12V9.5M12 9.5c-1.7-1.3-1.7-3.2 0-6 1.7 2.8 1.7 4.7 0 6z' },
  car: { path: 'M4 12l2-5h12l2 5M3 12h18v5H3zM6.5 17v2M17.5 17v2M7 14.5h.01M17 14.5h.01' },
  drop: { path: 'M12 3c4 5 6.5 8.2 6.5 11.5a6.5 6.5 0 01-13 0C5.5 11.2 8 8 12 3z' },
  fingerprint: {
    path: 'M4.5 16c1.3-1.5 1.5-3.3 1.5-5a6 6 0 0112 0c0 3-.2 5-.9 7.5M7.5 19c1.6-2.3 2-5 2-8a2.5 2.5 0 015 0c0 4-.6 7-2 10M5 6a9 9 0 0114 .3',
  },
  flag: { path: 'M5 21V4M5 5h13l-3 4.5 3 4.5H5' },
  health: { path: 'M9 4h6v5h5v6h-5v5H9v-5H4V9h5z' },
  key: { path: 'M8 15a4.5 4.5 0 100-9 4.5 4.5 0 000 9zM12.5 10.5H21V14M17 10.5v3' },
  parking: { path: 'M6 3h12a3 3 0 013 3v12a3 3 0 01-3 3H6a3 3 0 01-3-3V6a3 3 0 013-3zM9.5 17V7.5h3.5a3 3 0 010 6H9.5' },
  paw: {
    path: 'M12 20.5c-3.5 0-5.5-1.3-5.5-3.3s3-4.7 5.5-4.7 5.5 2.7 5.5 4.7-2 3.3-5.5 3.3zM5 12.3a1.5 1.5 0 100-3 1.5 1.5 0 000 3zM9.3 8a1.5 1.5 0 100-3 1.5 1.5 0 000 3zM14.7 8a1.5 1.5 0 100-3 1.5 1.5 0 000 3zM19 12.3a1.5 1.5 0 100-3 1.5 1.5 0 000 3z',
  },
  plane: { path: 'M12 3a1.5 1.5 0 011.5 1.5V9l7 4.5v2l-7-2v4l2 1.5V21L12 20l-3.5 1v-2l2-1.5v-4l-7 2v-2l7-4.5V4.5A1.5 1.5 0 0112 3z' },
  rings: { path: 'M9 20a5 5 0 100-10 5 5 0 000 10zM15 20a5 5 0 100-10 5 5 0 000 10zM6.5 4h5L9 7z' },
  scales: { path: 'M12 3v18M8 21h8M5 6h14M5 6l-3 8h6zM19 6l-3 8h6z' },
  school: { path: 'M12 5L2 10l10 5 10-5zM6 12v5c3 2.5 9 2.5 12 0v-5M22 10v5' },
  shield: { path: 'M12 3l8 3v6c0 5-3.5 8-8 9.5C7.5 20 4 17 4 12V6zM8.5 12l2.5 2.5 4.5-5' },
  shop: { path: 'M4 10l1.5-6h13L20 10M4 10a2.7 2.7 0 005.3 0 2.7 2.7 0 005.4 0 2.7 2.7 0 005.3 0M5 12.5V20h14v-7.5M10 20v-4h4v4' },
  stamp: { path: 'M9 3h6l-1.5 8H19v4H5v-4h5.5zM5 20h14' },
  star: { path: 'M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9-4.3-4.1 5.9-.8z' },
  tax: { path: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9.5 14l5-6M9.5 8.5h.01M14.5 13.5h.01' },
  tree: { path: 'M12 3l6 8h-3l4 6H5l4-6H6zM12 17v4' },
  umbrella: { path: 'M3 13a9 9 0 0118 0zM12 13v5.5a2 2 0 004 0M12 4V2.5' },
  work: { path: 'M4 8h16v11H4zM9 8V5h6v3M4 13h16' },
  ticket: { path: 'M4 7a2 2 0 012-2h12a2 2 0 012 2v2a3 3 0 000 6v2a2 2 0 01-2 2H6a2 2 0 01-2-2v-2a3 3 0 000-6z' },
  qr: { path: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM19 14h1M14 19v1M18 18h2v2' },
  arrow: { path: 'M4 12h15M13 6l6 6-6 6' },
  chevron: { path: 'M9 5l7 7-7 7', mirrors: true },
  back: { path: 'M20 12H5M11 6l-6 6 6 6', mirrors: true },
  down: { path: 'M5 9l7 7 7-7' },
  close: { path: 'M6 6l12 12M18 6L6 18' },
  plus: { path: 'M12 5v14M5 12h14' },
  check: { path: 'M5 12.5l4.5 4.5L19 7.5' },
  undo: { path: 'M8 5L4 9l4 4M4 9h10a5.5 5.5 0 010 11H9', mirrors: true },
  help: { path: 'M12 21a9 9 0 100-18 9 9 0 000 18zM9.5 9.5a2.5 2.5 0 113.5 2.3c-.7.3-1 .9-1 1.7M12 17h.01' },
  larger: { path: 'M3 19L8 5l5 14M4.8 14.5h6.4M14.5 19l3-8 3 8M15.5 16.5h4' },
  speak: { path: 'M12 4v16l-4-4H4V8h4zM16 9a4 4 0 010 6M18.5 6.5a8 8 0 010 11', mirrors: true },
  mute: { path: 'M12 4v16l-4-4H4V8h4zM16 10l4 4M20 10l-4 4', mirrors: true },
  lower: { path: 'M12.6 4.5a1.6 1.6 0 11-3.2 0 1.6 1.6 0 013.2 0zM11 8v5.5h5l2.5 5M11 10.5h4M8.5 11.2a5 5 0 106.3 6.3' },
  calendar: { path: 'M6 5h12a2 2 0 012 2v11a2 2 0 01-2 2H6a2 2 0 01-2-2V7a2 2 0 012-2zM4 10h16M8 3v4M16 3v4' },
  clock: { path: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 7v5l3.5 2' },
  people: { path: 'M9 11a3.5 3.5 0 100-7 3.5 3.5 0 000 7zM2.5 20a6.5 6.5 0 0113 0M16 4.5a3.5 3.5 0 010 6M18 14.5a6.5 6.5 0 013.5 5.5' },
  phone: { path: 'M8 2.5h8a2 2 0 012 2v15a2 2 0 01-2 2H8a2 2 0 01-2-2v-15a2 2 0 012-2zM11 18.5h2' },
  call: { path: 'M6 3h3l2 5-2.5 1.8a11 11 0 005.7 5.7L16 13l5 2v3a2.5 2.5 0 01-2.8 2.5A16 16 0 013.5 5.8 2.5 2.5 0 016 3z' },
  printer: { path: 'M7 8V3h10v5M7 17H5a2 2 0 01-2-2v-5a2 2 0 012-2h14a2 2 0 012 2v5a2 2 0 01-2 2h-2M7 14h10v7H7zM17.5 11h.01' },
  warn: { path: 'M12 4L2.5 20h19zM12 10v5M12 17.5h.01' },
  pin: { path: 'M12 21.5s7-6.3 7-11.5a7 7 0 10-14 0c0 5.2 7 11.5 7 11.5zM12 12.5a2.5 2.5 0 100-5 2.5 2.5 0 000 5z' },
  connected: { path: 'M2.5 9a14 14 0 0119 0M5.8 12.6a9.2 9.2 0 0112.4 0M9 16a4.6 4.6 0 016 0M12 19.5h.01' },
  noConnection: {
    path: 'M3 3l18 18M2.5 9a14 14 0 014-2.6M10.5 5.1a14 14 0 0111 3.9M5.8 12.6a9.2 9.2 0 014-2.2M15 10.9a9.2 9.2 0 013.2 1.7M9 16a4.6 4.6 0 016 0M12 19.5h.01',
  },
  language: { path: 'M12 21a9 9 0 100-18 9 9 0 000 18zM3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18' },
  search: { path: 'M10.5 17a6.5 6.5 0 100-13 6.5 6.5 0 000 13zM15.5 15.5L20.5 20.5' },
} satisfies Record<string, Pictogram>

export type IconName = keyof typeof pictograms
export const iconNames = Object.keys(pictograms) as IconName[]
export const icons: Record<IconName, Pictogram> = pictograms
