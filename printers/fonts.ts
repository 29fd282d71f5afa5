import { type Face, readFace, startDrawing } from './drawing.ts'

const latinFirst = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese', 'devanagari', 'cyrillic-ext', 'greek-ext']

/** The faces of the paper: the number's own, and for text the scripts in the order in which they are tried. */
export type Fonts = { number: Face; text: Face[]; boldText: Face[] }

let fonts: Fonts | undefined

/** Starts the drawing program and reads the faces, once; some 60 ms the first time. */
export async function loadFonts(): Promise<Fonts> {
  await startDrawing()
  fonts ??= {
    number: readFace(
      '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-800-normal.woff',
      'Atkinson Hyperlegible Next',
      800,
    ),
    text: textFaces(400),
    boldText: textFaces(700),
  }
  return fonts
}

function textFaces(weight: number): Face[] {
  const noto = latinFirst.map((subset) =>
    readFace(`@fontsource/noto-sans/files/noto-sans-${subset}-${weight}-normal.woff`, 'Noto Sans', weight),
  )
  const arabic = readFace(`@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-${weight}-normal.woff`, 'Noto Sans Arabic', weight)
  return [...noto.slice(0, 2), arabic, ...noto.slice(2)]
}
