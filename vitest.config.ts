import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

const never = ['**/node_modules/**', '.data/**', '**/dist/**']

// The order keeps the two cores for one kind of test at a time: quick ones side by side, then slow ones and then the browser, one file after another.
export default defineConfig({
  test: {
    globalSetup: ['proof/setup/cluster.ts'],
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['**/*.test.ts'],
          exclude: [...never, 'proof/e2e/**', '**/*.slow.test.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [solid()],
        test: { name: 'ui', environment: 'happy-dom', include: ['**/*.test.tsx'], exclude: never, testTimeout: 20_000 },
      },
      {
        test: {
          name: 'slow',
          environment: 'node',
          include: ['**/*.slow.test.ts'],
          exclude: [...never, 'proof/e2e/**'],
          testTimeout: 900_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          // A browser on a machine that others use may be late once; what is wrong is wrong twice.
          retry: 1,
          environment: 'node',
          include: ['proof/e2e/**/*.test.ts'],
          exclude: never,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
