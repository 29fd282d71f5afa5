import { expect, test } from 'vitest'
import { addressesFrom } from './addresses.ts'

const parts = {
  kiosk: { port: 3001, path: '/' },
  paper: { port: 3003, path: '/' },
  counter: { port: 3006, path: '/counter/?point=aalter&counter=3' },
  display: { port: null, path: '/display/?point=aalter' },
  book: { port: null, path: '/book/aalter' },
  mailbox: { port: 3004, path: '/' },
}

test.each(['http://localhost:3000', 'http://192.0.2.7:3000', 'http://[fd00::2]:3000', 'http://balie-pc:3000'])(
  'from %s every part has the same name, whatever stands behind it in the address',
  (origin) => {
    const at = (port: number) => origin.replace('3000', String(port))
    expect(addressesFrom(`${origin}/?language=nl#here`, parts)).toEqual({
      kiosk: `${at(3001)}/`,
      paper: `${at(3003)}/`,
      counter: `${at(3006)}/counter/?point=aalter&counter=3`,
      display: `${origin}/display/?point=aalter`,
      book: `${origin}/book/aalter`,
      mailbox: `${at(3004)}/`,
    })
  },
)
