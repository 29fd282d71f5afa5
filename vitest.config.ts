import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'node', environment: 'node', include: ['**/*.test.ts'], exclude: ['node_modules/**', '.data/**', 'dist/**', 'proof/e2e/**'] } },
      {
        plugins: [solid()],
        test: { name: 'ui', environment: 'happy-dom', include: ['**/*.test.tsx'], exclude: ['node_modules/**', '.data/**', 'dist/**'] },
      },
    ],
  },
})
