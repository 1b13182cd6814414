import { describe, expect, it } from '@jest/globals';
import { base64Of } from './base64';

describe('a file as base64', () => {
  it('holds the bytes as they are, however many', async () => {
    const bytes = Uint8Array.from({ length: 100_001 }, (_, i) => (i * 7) % 256);
    const back = Uint8Array.from(atob(await base64Of(new Blob([bytes]))), (character) => character.charCodeAt(0));
    expect(back).toEqual(bytes);
    expect(await base64Of(new Blob([]))).toBe('');
  });
});
