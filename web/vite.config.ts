import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = 'http://localhost:3000';

export default defineConfig({
  root: here('.'),
  plugins: [react()],
  resolve: {
    // The server's contracts, and nothing else of it (dependency-cruiser holds that wall).
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
  },
});
