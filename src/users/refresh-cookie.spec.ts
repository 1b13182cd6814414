import { refreshCookie } from './refresh-cookie.js';

describe('the refresh cookie', () => {
  it('goes to the address of sessions alone, for thirty days, out of reach of scripts and other sites', () => {
    expect(refreshCookie('https://daymark.example.org')).toEqual({
      httpOnly: true,
      sameSite: 'strict',
      path: '/api/v1/sessions',
      secure: true,
      maxAge: 2_592_000,
    });
  });

  it('travels without TLS only where Daymark is served without', () => {
    expect(refreshCookie('http://localhost:3000').secure).toBe(false);
  });
});
