import { type Language, languages } from '../contract/language.ts'

/** What GeoNames calls some large towns, and what the languages do, where they differ: nl, en, fr, de, pt, ar. */
const table: Record<string, readonly [string, string, string, string, string, string]> = {
  'PT Lisbon': ['Lissabon', 'Lisbon', 'Lisbonne', 'Lissabon', 'Lisboa', 'لشبونة'],
  'PT Porto': ['Porto', 'Porto', 'Porto', 'Porto', 'Porto', 'بورتو'],
  'PT Braga': ['Braga', 'Braga', 'Braga', 'Braga', 'Braga', 'براغا'],
  'PT Coimbra': ['Coimbra', 'Coimbra', 'Coimbra', 'Coimbra', 'Coimbra', 'كويمبرا'],
  'PT Faro': ['Faro', 'Faro', 'Faro', 'Faro', 'Faro', 'فارو'],
  'PT Évora': ['Évora', 'Évora', 'Évora', 'Évora', 'Évora', 'إيفورا'],
  'PT Setúbal': ['Setúbal', 'Setúbal', 'Setúbal', 'Setúbal', 'Setúbal', 'سيتوبال'],
  'PT Sintra': ['Sintra', 'Sintra', 'Sintra', 'Sintra', 'Sintra', 'سينترا'],
  'PT Funchal': ['Funchal', 'Funchal', 'Funchal', 'Funchal', 'Funchal', 'فونشال'],
  'BE Brussels': ['Brussel', 'Brussels', 'Bruxelles', 'Brüssel', 'Bruxelas', 'بروكسل'],
  'BE Antwerpen': ['Antwerpen', 'Antwerp', 'Anvers', 'Antwerpen', 'Antuérpia', 'أنتويرب'],
  'BE Gent': ['Gent', 'Ghent', 'Gand', 'Gent', 'Gante', 'غنت'],
  'BE Brugge': ['Brugge', 'Bruges', 'Bruges', 'Brügge', 'Bruges', 'بروج'],
  'BE Liège': ['Luik', 'Liège', 'Liège', 'Lüttich', 'Liège', 'لييج'],
  'NL Amsterdam': ['Amsterdam', 'Amsterdam', 'Amsterdam', 'Amsterdam', 'Amesterdão', 'أمستردام'],
  'NL Rotterdam': ['Rotterdam', 'Rotterdam', 'Rotterdam', 'Rotterdam', 'Roterdão', 'روتردام'],
  'NL The Hague': ['Den Haag', 'The Hague', 'La Haye', 'Den Haag', 'Haia', 'لاهاي'],
  'NL Utrecht': ['Utrecht', 'Utrecht', 'Utrecht', 'Utrecht', 'Utreque', 'أوتريخت'],
  'FR Paris': ['Parijs', 'Paris', 'Paris', 'Paris', 'Paris', 'باريس'],
  'FR Lille': ['Rijsel', 'Lille', 'Lille', 'Lille', 'Lille', 'ليل'],
  'GB London': ['Londen', 'London', 'Londres', 'London', 'Londres', 'لندن'],
  'BR São Paulo': ['São Paulo', 'São Paulo', 'São Paulo', 'São Paulo', 'São Paulo', 'ساو باولو'],
  'BR Rio de Janeiro': ['Rio de Janeiro', 'Rio de Janeiro', 'Rio de Janeiro', 'Rio de Janeiro', 'Rio de Janeiro', 'ريو دي جانيرو'],
  'ES Sevilla': ['Sevilla', 'Seville', 'Séville', 'Sevilla', 'Sevilha', 'إشبيلية'],
  'ES Madrid': ['Madrid', 'Madrid', 'Madrid', 'Madrid', 'Madrid', 'مدريد'],
  'DE Munich': ['München', 'Munich', 'Munich', 'München', 'Munique', 'ميونخ'],
  'DE Köln': ['Keulen', 'Cologne', 'Cologne', 'Köln', 'Colónia', 'كولونيا'],
}
const order: readonly Language[] = ['nl', 'en', 'fr', 'de', 'pt', 'ar']

/** The names of a town in all languages, where they are known. */
export const namesOf = (country: string, name: string): readonly string[] => table[`${country} ${name}`] ?? []

/** What a town is called in a language. */
export const nameIn = (language: Language, country: string, name: string): string =>
  (languages.includes(language) ? table[`${country} ${name}`]?.[order.indexOf(language)] : undefined) ?? name
