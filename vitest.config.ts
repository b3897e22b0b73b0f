import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    setupFiles: ['test/random-seed.ts'],
    testTimeout: 30_000,
    // The tests of the real program wait for it most of the time.
    maxWorkers: '100%',
  },
});
