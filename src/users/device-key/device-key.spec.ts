import { deviceKeyOf } from './device-key.js';

const SECRET = 'a secret that only the tests know, and long';
const [ANN, BEN] = ['0190c2a4-0000-7000-8000-000000000001', '0190c2a4-0000-7000-8000-000000000002'];

describe('the key of a device', () => {
  it('is the same for an account each time, and 256 bits long', () => {
    expect(deviceKeyOf(SECRET, ANN)).toBe(deviceKeyOf(SECRET, ANN));
    expect(Buffer.from(deviceKeyOf(SECRET, ANN), 'base64url')).toHaveLength(32);
  });

  it('differs between accounts and between installations', () => {
    expect(new Set([deviceKeyOf(SECRET, ANN), deviceKeyOf(SECRET, BEN), deviceKeyOf(`${SECRET}!`, ANN)]).size).toBe(3);
  });
});
