import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { MAX_USER_AGENT } from '../session.entity.js';
import { browserName } from './browser-name.js';

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const PHONE_WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';

describe('the name of a browser', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox', 'Windows'],
    ['Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox', 'Linux'],
    ['Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0', 'Firefox', 'Android'],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/126.0.0.0 Safari/537.36`, 'Chrome', 'Windows'],
    [`Mozilla/5.0 (Linux; Android 10; K) ${WEBKIT} Chrome/126.0.0.0 Mobile Safari/537.36`, 'Chrome', 'Android'],
    [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${WEBKIT} Chrome/126.0.0.0 Safari/537.36`, 'Chrome', 'ChromeOS'],
    [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0`, 'Edge', 'Windows'],
    [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT} Chrome/126.0.0.0 Safari/537.36 OPR/112.0.0.0`, 'Opera', 'macOS'],
    [`Mozilla/5.0 (Linux; Android 13; SM-S901B) ${WEBKIT} SamsungBrowser/24.0 Chrome/117.0.0.0 Mobile Safari/537.36`, 'Samsung Internet', 'Android'],
    [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${PHONE_WEBKIT} Version/17.5 Safari/605.1.15`, 'Safari', 'macOS'],
    [`Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${PHONE_WEBKIT} Version/17.5 Mobile/15E148 Safari/604.1`, 'Safari', 'iPhone'],
    [`Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${PHONE_WEBKIT} CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1`, 'Chrome', 'iPhone'],
    [`Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) ${PHONE_WEBKIT} FxiOS/128.0 Mobile/15E148 Safari/605.1.15`, 'Firefox', 'iPad'],
    [`Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} HeadlessChrome/126.0.0.0 Safari/537.36`, 'Chrome', 'Linux'],
    ['curl/8.5.0', null, null],
    ['', null, null],
  ])('in %s', (userAgent, browser, system) => {
    expect(browserName(userAgent.slice(0, MAX_USER_AGENT))).toEqual({ browser, system });
  });

  it('is one of a few or nothing, whatever a header says', () => {
    const parts = fc.constantFrom('Firefox/1', 'Chrome/1', 'Android', 'Windows', '(', ';', '<b>', '\u0000', 'Version/1', ' Safari/1', 'é');
    assertProperty(
      fc.property(fc.array(fc.oneof(parts, fc.string())), (words) => {
        const { browser, system } = browserName(words.join(' '));
        for (const name of [browser, system]) expect(name ?? 'Unknown').toMatch(/^[A-Za-z ]+$/);
      }),
    );
  });
});
