import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = fileURLToPath(new URL('.', import.meta.url))

/** What runs in a browser, and where each is served. The kiosk's is served by its agent, from the root of a port of its own; the stage is shown at `/`. */
export const screens = {
  kiosk: '/',
  display: '/display/',
  counter: '/counter/',
  'control-room': '/control-room/',
  'demonstration/stage': '/stage/',
} as const
export type Screen = keyof typeof screens

/** How long each part of a build took says nothing to who starts. */
const quiet = { checks: { bundlerTimings: false } }
const shared = ['ui', 'contract', 'domain', 'bun.lockb', 'build.ts']

/** Builds what is not built yet from the sources as they are: a second start finds everything ready. Answers what was built. */
export async function buildAll(say: (line: string) => void = () => {}): Promise<string[]> {
  const built: string[] = []
  for (const screen of Object.keys(screens) as Screen[])
    if (existsSync(join(home, screen, 'index.html')) && (await whenChanged(screen, () => buildScreen(screen)))) built.push(screen)
  if (existsSync(join(home, 'booking-web', 'answer.tsx')) && (await whenChanged('booking-web', () => buildBooking())))
    built.push('booking-web')
  if (built.length) say(`built ${built.join(', ')}`)
  return built
}

async function whenChanged(name: string, build: () => Promise<void>): Promise<boolean> {
  const stamp = join(home, 'dist', name, '.sources')
  const seal = sealOf([...shared, name])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === seal) return false
  await build()
  writeFileSync(stamp, seal)
  return true
}

/** Builds one screen that runs in a browser. */
export async function buildScreen(screen: Screen, outDir = join(home, 'dist', screen)): Promise<void> {
  const { build } = await import('vite')
  const { default: solid } = await import('vite-plugin-solid')
  await build({
    configFile: false,
    root: join(home, screen),
    base: screens[screen],
    logLevel: 'warn',
    plugins: [solid()],
    build: { outDir, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, rolldownOptions: quiet },
  })
}

/** Two builds: what the browser gets (small, and not needed to book), and the module that answers requests and knows the names of those files. */
export async function buildBooking(outDir = join(home, 'dist', 'booking-web')): Promise<void> {
  const { build } = await import('vite')
  const { default: solid } = await import('vite-plugin-solid')
  const root = join(home, 'booking-web')
  const common = { configFile: false as const, root, base: '/book/', logLevel: 'warn' as const }
  await build({
    ...common,
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2018',
      // Lower, and logical properties become lists of languages; a phone of 2020 knows them.
      cssTarget: ['chrome87', 'firefox78', 'safari14.1'],
      manifest: true,
      modulePreload: false,
      assetsInlineLimit: 0,
      rolldownOptions: { ...quiet, input: join(root, 'browser.ts') },
    },
  })
  const manifest = JSON.parse(readFileSync(join(outDir, '.vite', 'manifest.json'), 'utf8'))
  const { file, css } = manifest['browser.ts'] as { file: string; css: string[] }
  await build({
    ...common,
    plugins: [solid({ ssr: true, solid: { hydratable: false } })],
    define: { BOOKING_ASSETS: JSON.stringify({ style: `/book/${css[0]}`, script: `/book/${file}` }) },
    ssr: { noExternal: true },
    build: { outDir: join(outDir, 'server'), emptyOutDir: true, ssr: join(root, 'answer.tsx'), target: 'es2022', rolldownOptions: quiet },
  })
}

function sealOf(names: readonly string[]): string {
  const hash = createHash('sha256')
  const visit = (path: string): void => {
    if (!existsSync(path)) return
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) visit(join(path, name))
    else if (!/\.test\.tsx?$/.test(path)) hash.update(path.slice(home.length)).update(readFileSync(path))
  }
  for (const name of names) visit(join(home, name))
  return hash.digest('hex')
}

if (import.meta.main) await buildAll((line) => process.stdout.write(`${line}\n`))
