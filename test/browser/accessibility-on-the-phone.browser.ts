import { noPageShutsAnybodyOut } from './accessible-pages.js';

describe('on the phone, in the dark, no page shuts anybody out', () => noPageShutsAnybodyOut(390, 844, 'dark'));
