import { describe, expect, it } from '@jest/globals';
import { importKey, seal, unseal, type Unsaved } from './sealing';

const [ANN, BEN] = ['ann', 'ben'];
const keyOf = (byte: number) =>
  importKey(
    btoa(String.fromCharCode(...new Uint8Array(32).fill(byte)))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replace('=', ''),
  );
const UNSAVED: Unsaved = { studies: [{ attempt: '1', title: 'ML lifecycle' }], items: [['daymark-form ann log', 'Élodie’s note']] };
const LOCKED = { id: '1', at: 0 };

describe('work that is locked when a session ends', () => {
  it('opens with the key of its owner, letter by letter', async () => {
    const key = await keyOf(255);
    expect(await unseal(key, await seal(key, ANN, UNSAVED, LOCKED))).toEqual(UNSAVED);
  });

  it('holds nothing that can be read', async () => {
    const { bytes } = await seal(await keyOf(1), ANN, UNSAVED, LOCKED);
    expect(new TextDecoder().decode(bytes)).not.toMatch(/ML|note|attempt/);
  });

  it('opens with nobody else’s key, and not as another account’s work', async () => {
    const sealed = await seal(await keyOf(1), ANN, UNSAVED, LOCKED);
    expect(await unseal(await keyOf(2), sealed)).toBeNull();
    expect(await unseal(await keyOf(1), { ...sealed, accountId: BEN })).toBeNull();
  });

  it('is locked with a key that no script can read', async () => {
    expect((await keyOf(1)).extractable).toBe(false);
  });
});
