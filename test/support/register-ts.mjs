/** Given to Node by `--import`: from then on it imports our TypeScript as it stands. */
import { register } from 'node:module';

register('./ts-loader.mjs', import.meta.url);
