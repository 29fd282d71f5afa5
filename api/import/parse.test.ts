import { expect, test } from 'vitest'
import { crooked } from './crooked.test-support.ts'
import { csvTable } from './csv.ts'
import { decode } from './decode.ts'
import { knowsPlaces, parse } from './parse.ts'

const header = 'name,address,postal_code,district,latitude,longitude,phone,time_zone'
const read = (text: string | Uint8Array) => parse(csvTable(text, knowsPlaces), undefined)
const one = (row: string, first = header) => read(`${first}\n${row}`).places[0]
const fault = (row: string, first = header) => read(`${first}\n${row}`).faults[0]

test('a file as crooked as real files are gives every good row', () => {
  const { places, missing, notes } = read(crooked())
  expect(missing).toEqual([])
  expect(places.map(({ line, name }) => [line, name])).toEqual([
    [2, 'Stadhuis Kruibeke'],
    [4, 'Loket "De Ster"'],
    [5, 'Loket "De Zon"'],
    [20, 'Kruibeke nog eens'],
    [21, 'Balcão do Funchal'],
    [22, "O'Brien's Østre Straße"],
    [23, 'مكتب الاستقبال'],
  ])
  expect(places[0]).toMatchObject({
    externalId: 'KR-1',
    address: 'Markt 1, bus 2',
    position: [51.1712, 4.313],
    zone: null,
    zoneFound: 'Europe/Brussels',
  })
  expect(places[4]!.zoneFound).toBe('Atlantic/Madeira')
  expect(notes).toEqual(['not used: E-mail', expect.stringContaining('were read as Mo-Fr 09:00-12:30,13:30-16:30')])
})

test('and every bad row with its line, its column as the file calls it, and the reason', () => {
  const { faults } = read(crooked())
  expect(faults.map(({ line, column }) => [line, column])).toEqual([
    [7, 'Telefoon'],
    [8, 'Tijdzone'],
    [9, 'Breedtegraad'],
    [10, 'Lengtegraad'],
    [11, 'Tijdzone'],
    [12, 'Openingsuren'],
    [13, 'Openingsuren'],
    [14, 'Openingsuren'],
    [15, 'Openingsuren'],
    [16, 'Tijdzone'],
    [17, 'Naam loket'],
    [18, 'Breedtegraad'],
    [19, 'Openingsuren'],
    [24, null],
  ])
  const said = new Map(faults.map(({ line, reason }) => [line, reason]))
  expect(said.get(7)).toContain('a spreadsheet shortened')
  expect(said.get(12)).toContain('holidays')
  expect(said.get(13)).toContain('season')
  expect(said.get(14)).toContain('past midnight')
  expect(said.get(24)).toBe('has 13 cells where the first line has 11: put text with a separator in it in quotes')
})

test('the mark, the separator and the order of columns make no difference', () => {
  const plain = one('Loket,"Straat 1, bus 2",9000,Gent,51.05,3.72,+32 9 000,Europe/Brussels')
  const tab = '\t'
  const turned = ['Tijdzone', 'Tel.', 'Lengtegraad', 'Breedtegraad', 'Provincie', 'Postcode', 'Adres', 'Naam']
  const cells = ['europe/brussels', '+32 9 000', '3,72', '51,05', 'Gent', '9000', 'Straat 1, bus 2', 'Loket']
  for (const separator of [';', tab, '|']) expect(one(cells.join(separator), `\ufeff${turned.join(separator)}`)).toEqual(plain)
  const quoted = (all: string[]) => all.map((cell) => `"${cell}"`).join(',')
  expect(one(quoted(cells), quoted(turned))).toEqual(plain)
  expect(read(`sep=;\r\n${turned.join(';')}\r\n${cells.join(';')}`).places[0]).toEqual({ ...plain, line: 3 })
})

test.each([
  ['pt', 'Designação;Morada;Código Postal;Distrito;Latitude;Longitude;Telefone;Fuso horário;Horário'],
  ['fr', 'Nom;Adresse;Code postal;Département;Latitude;Longitude;Téléphone;Fuseau horaire;Horaires d’ouverture'],
  ['de', 'Bezeichnung;Straße;PLZ;Kreis;Breitengrad;Längengrad;Telefon;Zeitzone;Öffnungszeiten'],
  ['es', 'Nombre;Dirección;CP;Provincia;Latitud;Longitud;Teléfono;Zona horaria;Horario'],
  ['ar', 'الاسم;العنوان;الرمز البريدي;المنطقة;خط العرض;خط الطول;الهاتف;المنطقة الزمنية;ساعات العمل'],
  ['en', 'NAME;Street_Address;ZIP;County;LAT;LNG;Phone Number;tz;opening_hours'],
])('columns called in %s are known', (_, first) => {
  const place = one('Loket;Straat 1;9000;Gent;51,05;3,72;+32 9 000;Europe/Brussels;Mo 09:00-12:00', first)
  expect(place).toMatchObject({
    name: 'Loket',
    address: 'Straat 1',
    postalCode: '9000',
    district: 'Gent',
    position: [51.05, 3.72],
    zone: 'Europe/Brussels',
  })
  expect(place!.hours!.week).toHaveLength(1)
  expect(read(first).notes).toEqual([])
})

test.each(['id', 'Point ID', 'point_id', 'punt-id', 'Identifiant', 'Kennung', 'Identificador', 'المعرف'])(
  '%s is the id of the point',
  (name) => {
    expect(one('loket-gent,A,51,3', `${name},name,lat,lon`)).toMatchObject({ id: 'loket-gent', externalId: null })
    expect(one('KR/1,A,51,3', `${name},name,lat,lon`)).toMatchObject({ id: null, externalId: 'KR/1' })
  },
)

test('a needed column that is missing is said once, with what the first line has', () => {
  const { missing, faults } = read('Straat;Postcode\nMarkt 1;9000\nMarkt 2;9000')
  expect(faults).toEqual([])
  expect(missing).toEqual([
    expect.stringContaining('no column for the name'),
    expect.stringContaining('neither a position'),
    'the first line has: Straat | Postcode',
  ])
  expect(read('name;lat\nA;1').missing[0]).toContain('none for the longitude')
  expect(read('').missing.at(-1)).toBe('the first line has: nothing')
})

test('lines are those of the file, also after line breaks in quotes and empty lines', () => {
  const text = `${header}\r\n"A\r\nB","x\r\ny",1,G,51,3,,\r\n\r\n,,,,,,,\r\nC,,1,G,north,3,,`
  const { places, faults } = read(text)
  expect(places.map(({ line, name, address }) => [line, name, address])).toEqual([[2, 'A B', 'x, y']])
  expect(faults).toEqual([{ line: 7, column: 'latitude', reason: expect.stringContaining('"north" is no latitude') }])
})

test('a quotation mark that is never closed is a bad row', () => {
  expect(fault('"A,,1,G,51,3,,')).toMatchObject({ line: 2, reason: expect.stringContaining('quotation mark') })
})

test('a position may stand in one cell', () => {
  expect(one('A;38.7223, -9.1393', 'name;coordinates')!.position).toEqual([38.7223, -9.1393])
  expect(one('A,"38,7223; -9,1393"', 'name,position')!.position).toEqual([38.7223, -9.1393])
  expect(fault('A;38.7223', 'name;coordinates')!.reason).toContain('is no position')
})

test.each([
  ['38.5348', '-28.6299', 'Atlantic/Azores'],
  ['32.6470', '-16.9124', 'Atlantic/Madeira'],
  ['38.7223', '-9.1393', 'Europe/Lisbon'],
  ['-23.5505', '-46.6333', 'America/Sao_Paulo'],
])('at %s, %s the clocks are those of %s', (latitude, longitude, zone) => {
  expect(one(`A,,1,G,${latitude},${longitude},,`)).toMatchObject({ zone: null, zoneFound: zone })
})

test('a place at sea has to say its zone', () => {
  expect(fault('A,,1,G,45,-35,,')!.reason).toContain('give its time zone')
  expect(one('A,,1,G,45,-35,,Atlantic/Azores')!.zone).toBe('Atlantic/Azores')
})

test.each(['UTC', 'CET', 'GMT+1', 'Etc/GMT+5', 'Lissabon', 'Europe/Nowhere'])('%s is no zone of a place', (zone) => {
  expect(fault(`A,,1,G,51,3,,${zone}`)).toMatchObject({ column: 'time_zone', reason: expect.stringContaining('names no place') })
})

test('what would turn a screen around or hide in a name is refused', () => {
  expect(fault('A\u202eB,,1,G,51,3,,')).toMatchObject({ column: 'name' })
  expect(fault(`${'x'.repeat(161)},,1,G,51,3,,`)).toMatchObject({ column: 'name' })
  expect(fault('A\u0007B,,1,G,51,3,,')).toMatchObject({ column: 'name' })
})

test('files of other spreadsheets keep their letters', () => {
  const bytes = (text: string) => Uint8Array.from([...text].map((c) => c.charCodeAt(0)))
  expect(decode(bytes('Balc\u00e3o'))).toBe('Balcão')
  expect(decode(Uint8Array.from([0xff, 0xfe, 0xe3, 0, 0x6f, 0]))).toBe('ão')
  expect(fault('Balc\ufffdo,,1,G,51,3,,')!.reason).toContain('save the file as UTF-8')
})
