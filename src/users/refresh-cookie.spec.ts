import { refreshCookie, refreshTokenOf, sessionsOnly } from './refresh-cookie.js';

const HOST = 'https://daymark.example.org';
const jar = (cookies: Record<string, string>) => ({ get: (name: string) => cookies[name] });

describe('the refresh cookie', () => {
  it('belongs to this host alone over TLS, for thirty days, out of reach of scripts and other sites', () => {
    expect(refreshCookie(HOST)).toEqual({
      name: '__Host-daymark_refresh',
      options: { httpOnly: true, sameSite: 'strict', path: '/', secure: true, maxAge: 2_592_000 },
    });
  });

  it('stays below the path where Daymark shares its host with other programs', () => {
    expect(refreshCookie(`${HOST}/school/daymark`)).toMatchObject({
      name: '__Secure-daymark_refresh',
      options: { path: '/school/daymark/api/v1/sessions', secure: true },
    });
  });

  it.each(['http://localhost:3000', 'http://localhost:3000/'])('has no prefix without TLS, which browsers would refuse: %s', (url) => {
    expect(refreshCookie(url)).toMatchObject({ name: 'daymark_refresh', options: { path: '/api/v1/sessions', secure: false } });
  });

  it('is read under its old name only where the new one is missing', () => {
    expect(refreshTokenOf(jar({ daymark_refresh: 'old' }), HOST)).toEqual({ refreshToken: 'old', isOldCookie: true });
    expect(refreshTokenOf(jar({ daymark_refresh: 'planted', '__Host-daymark_refresh': 'own' }), HOST)).toEqual({ refreshToken: 'own', isOldCookie: false });
    expect(refreshTokenOf(jar({}), HOST)).toEqual({ refreshToken: undefined, isOldCookie: false });
  });

  it('has its only name without TLS', () => {
    expect(refreshTokenOf(jar({ daymark_refresh: 'own' }), 'http://localhost:3000')).toEqual({ refreshToken: 'own', isOldCookie: false });
  });

  it('leaves other cookies at the address of the sessions', () => {
    expect(sessionsOnly(HOST).path).toBe('/api/v1/sessions');
    expect(sessionsOnly(`${HOST}/daymark`).path).toBe('/daymark/api/v1/sessions');
  });
});
