import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter({ pages: 'build', assets: 'build', strict: true, precompress: false }),
    // The hashes land in a meta tag; src/cli/finish-build.ts lifts them into the HTTP header,
    // because only a header reaches the workers.
    csp: {
      mode: 'hash',
      directives: {
        'script-src': ['self', 'wasm-unsafe-eval'],
      },
    },
    alias: { $rules: 'rules', $data: 'data' },
    version: { pollInterval: 0 },
    // Every page is named, in both languages. Links are not followed: they lead to thousands of projects, which one
    // page answers (src/cli/site-file.ts).
    prerender: {
      crawl: false,
      entries: [
        '/',
        '/quota',
        '/targets',
        '/deadlines',
        '/compare',
        '/projects',
        '/projects/any',
        '/centres',
        '/platforms',
        '/policy',
        '/data',
        '/en',
        '/en/quota',
        '/en/targets',
        '/en/deadlines',
        '/en/compare',
        '/en/projects',
        '/en/projects/any',
        '/en/centres',
        '/en/platforms',
        '/en/policy',
        '/en/data',
      ],
    },
    typescript: {
      config: (config) => ({
        ...config,
        include: [
          ...config.include,
          '../data/**/*.ts',
          '../tests/**/*.ts',
          '../svelte.config.js',
          '../eslint.config.js',
        ],
      }),
    },
  },
};
