import fc from 'fast-check';
import { assertProperty } from '../../../test/support/property.js';
import { extensionOf, safeName, withExtension } from './file-name.js';

describe('the name of a file', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\plan.md', 'plan.md'],
    ['.bashrc', 'bashrc'],
    ['..', 'file'],
    ['', 'file'],
    ['a\u0000b\r\nc.txt', 'abc.txt'],
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['a<b>:"c|d?e*.txt', 'a_b___c_d_e_.txt'],
    ['con.txt', '_con.txt'],
    ['Bericht über März.pdf', 'Bericht über März.pdf'],
    ['रिपोर्ट.pdf', 'रिपोर्ट.pdf'],
    ['trailing. ', 'trailing'],
  ])('%j is kept as %j', (given, kept) => {
    expect(safeName(given)).toBe(kept);
  });

  it('is never a way out of a folder, never hidden, never long, and stays what it is', () => {
    assertProperty(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = safeName(given);
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}]/u);
        expect(name).not.toMatch(/^\.|[. ]$/);
        expect([...name].length).toBeGreaterThan(0);
        expect([...name].length).toBeLessThanOrEqual(121);
        expect(safeName(name)).toBe(name);
      }),
    );
  });

  it('keeps its extension when it is shortened', () => {
    expect(safeName(`${'x'.repeat(300)}.ipynb`)).toMatch(/^x{114}\.ipynb$/);
  });

  it('gets an extension behind or in place of its own', () => {
    expect(withExtension('page.html', 'txt')).toBe('page.html.txt');
    expect(withExtension('dance.gif', 'webp', true)).toBe('dance.webp');
    expect(withExtension('Dockerfile', 'txt', true)).toBe('Dockerfile.txt');
    expect(extensionOf('archive.tar.GZ')).toBe('gz');
    expect(extensionOf('.env')).toBe('');
  });
});
