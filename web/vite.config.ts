import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { assetFileNames, chunkFileNames, chunkGroups } from './chunks.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = 'http://localhost:3000';

export default defineConfig({
  root: here('.'),
  // One build for every address: files name each other relative to themselves, and the server writes its path into index.html.
  base: './',
  plugins: [
    react(),
    VitePWA({
      // Pages register it themselves (register-worker.ts): an inline script is not allowed here.
      injectRegister: false,
      filename: 'service-worker.js',
      manifest: {
        name: 'Daymark',
        short_name: 'Daymark',
        description: 'Prepare for a professional certification and know, on any day, how ready you are.',
        start_url: './today',
        scope: './',
        display: 'standalone',
        background_color: '#f5f7f9',
        theme_color: '#f5f7f9',
        icons: [
          { src: './icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: './icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: './icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: './favicon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
        shortcuts: [
          { name: 'Log study', url: './today?log=true' },
          { name: 'Start the timer', url: './today?timer=true' },
        ],
      },
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,woff2,png}'],
        navigateFallback: 'index.html',
        // The API, health checks and metrics are never answered from the cache.
        navigateFallbackDenylist: [/\/api\/(v1|docs|openapi)/, /\/health\//, /\/metrics$/],
        // True would also delete the files of other Daymarks below a path of the same host, because it matches addresses by their beginning.
        // It only helps with caches of old Workbox versions. Files that a new version no longer has are deleted anyway.
        cleanupOutdatedCaches: false,
        sourcemap: false,
      },
    }),
  ],
  resolve: {
    // Only for the server's contracts. dependency-cruiser forbids other imports.
    alias: { '@server': here('../src') },
  },
  server: { proxy: { '/api': server, '/health': server } },
  preview: { proxy: { '/api': server, '/health': server } },
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // Nothing as a data: address; the content security policy lets fonts come from here only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: { output: { codeSplitting: { groups: chunkGroups(here('..')) }, chunkFileNames, assetFileNames } },
  },
});
