import { sveltekit } from '@sveltejs/kit/vite';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { defineConfig } from 'vitest/config';
import { rulesPlugin } from './src/lib/policy/rules-plugin.ts';

// Builds and tests use the messages that `npm run messages` compiled; only the dev server watches them.
const watchMessages = process.argv.includes('dev')
  ? [
      paraglideVitePlugin({
        project: './src/lib/i18n/project.inlang',
        outdir: './src/lib/i18n/paraglide',
        strategy: ['url', 'baseLocale'],
      }),
    ]
  : [];

export default defineConfig({
  plugins: [...watchMessages, rulesPlugin(), sveltekit()],
  worker: { format: 'es', plugins: () => [rulesPlugin()] },
  build: { target: 'es2022', assetsInlineLimit: 0 },
  test: {
    env: { TZ: 'Asia/Shanghai' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // Files of one worker share its modules: tests that replace something global put it back.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: ['src/**/*.test.ts', 'data/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['tests/pages/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          environment: 'node',
          include: ['tests/pages/**/*.test.ts'],
          testTimeout: 90_000,
          expect: { poll: { timeout: 20_000 } },
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
