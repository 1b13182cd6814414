import fc from 'fast-check';
import { zipSync } from 'fflate';
import sharp from 'sharp';
import { assertProperty } from '../../../test/support/property.js';
import { isText, keptAs, kindOf } from './file-kind.js';

const text = (words: string) => new TextEncoder().encode(words);
const WORD = '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const png = () =>
  sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } })
    .png()
    .toBuffer();

describe('the kind of a file', () => {
  it('is what is in it', async () => {
    expect(await kindOf(await png())).toBe('png');
    expect(await kindOf(zipSync({ 'a.txt': text('a') }))).toBe('zip');
    expect(await kindOf(text('%PDF-1.7\n1 0 obj'))).toBe('pdf');
    expect(await kindOf(text('# What I built\n\nकुछ'))).toBe('text');
  });

  it.each([
    ['nothing', text('')],
    ['a program', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0])],
    ['a Windows program', Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])],
    ['a text in another encoding', Uint8Array.from([0xff, 0xfe, 0x41, 0x00])],
    ['half a character', Uint8Array.from([0x41, 0xc3])],
    ['zeros', new Uint8Array(64)],
    ['a document of an office program', zipSync({ '[Content_Types].xml': text(WORD), 'word/document.xml': text('<w:document/>') })],
  ])('%s is not taken', async (_, bytes) => {
    expect(await kindOf(bytes)).toBeUndefined();
  });

  it('of HTML, SVG and scripts is text, which nothing runs', async () => {
    for (const words of ['<!doctype html><script>alert(1)</script>', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', '#!/bin/sh\nrm -rf /'])
      expect(await kindOf(text(words))).toBe('text');
  });

  it('of any text in UTF-8 is text', () => {
    assertProperty(fc.property(fc.string({ unit: 'grapheme' }), (words) => isText(text(words.replaceAll(/\p{Cc}/gu, '')))));
  });
});

describe('a file is kept', () => {
  it.each([
    ['notes.md', 'text', 'notes.md', 'text/markdown; charset=utf-8'],
    ['model.ipynb', 'text', 'model.ipynb', 'application/x-ipynb+json'],
    ['page.html', 'text', 'page.html.txt', 'text/plain; charset=utf-8'],
    ['drawing.svg', 'text', 'drawing.svg.txt', 'text/plain; charset=utf-8'],
    ['run.bat', 'text', 'run.bat.txt', 'text/plain; charset=utf-8'],
    ['Dockerfile', 'text', 'Dockerfile.txt', 'text/plain; charset=utf-8'],
    ['shot.jpeg', 'jpeg', 'shot.jpeg', 'image/jpeg'],
    ['shot', 'png', 'shot.png', 'image/png'],
    ['slides.exe', 'pdf', 'slides.exe.pdf', 'application/pdf'],
  ] as const)('%s that is %s as %s, %s', (given, kind, name, type) => {
    expect(keptAs(given, kind)).toEqual({ name, type });
  });

  it.each([
    ['photo.png', 'text'],
    ['photo.png', 'jpeg'],
    ['notes.md', 'zip'],
    ['report.pdf', 'text'],
  ] as const)('not at all where %s is %s', (given, kind) => {
    expect(keptAs(given, kind)).toBeNull();
  });

  it('under a name that ends as its type says, always', () => {
    assertProperty(
      fc.property(fc.string(), fc.constantFrom('png', 'pdf', 'zip', 'text' as const), (given, kind) => {
        const kept = keptAs(given, kind as 'png');
        if (kept) expect(kept.name).toMatch(/\.(png|pdf|zip|txt|log|toml|tsv|md|markdown|csv|json|ipynb|ya?ml)$/i);
      }),
    );
  });
});
