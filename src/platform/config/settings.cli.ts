import { readFileSync, writeFileSync } from 'node:fs';
import { environmentExample, withSettings } from './settings-table.js';

/** `npm run settings`: writes .env.example and the table in README.md anew, after a setting was changed in config.ts. */
writeFileSync('.env.example', environmentExample());
writeFileSync('README.md', withSettings(readFileSync('README.md', 'utf8')));
