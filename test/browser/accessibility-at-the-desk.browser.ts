import { noPageShutsAnybodyOut } from './accessible-pages.js';

describe('at the desk, in the light, no page shuts anybody out', () => noPageShutsAnybodyOut(1280, 900, 'light'));
