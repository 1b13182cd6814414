import sharp from 'sharp';
import { pngThatUnfolds } from '../../../test/support/png-that-unfolds.js';
import { kindOf } from './file-kind.js';
import { copyImage } from './image-copy.js';

const canvas = (width = 40, height = 20) => sharp({ create: { width, height, channels: 3, background: 'teal' } });

describe('the copy of an image', () => {
  it.each(['png', 'jpeg', 'webp'] as const)('of a %s is a picture of the same kind and size', async (kind) => {
    const copy = await copyImage(await canvas()[kind]().toBuffer(), kind);
    expect(await kindOf(copy.bytes)).toBe(kind);
    expect(await sharp(copy.bytes).metadata()).toMatchObject({ format: kind, width: 40, height: 20 });
  });

  it('of a GIF is a WebP, with its frames', async () => {
    const frames = await sharp([await canvas().png().toBuffer(), await canvas().negate().png().toBuffer()], { join: { animated: true } })
      .gif({ delay: [100, 100] })
      .toBuffer();
    const copy = await copyImage(frames, 'gif');
    expect(copy.kind).toBe('webp');
    expect(await sharp(copy.bytes).metadata()).toMatchObject({ format: 'webp', pages: 2 });
  });

  it('says nothing of where and by whom it was taken, and stands upright', async () => {
    const taken = await canvas()
      .jpeg()
      .withExif({ IFD0: { Copyright: 'Wren Harbour' }, IFD3: { GPSLatitude: '51/1 30/1 3230/100' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { exif, orientation, width, height } = await sharp((await copyImage(taken, 'jpeg')).bytes).metadata();
    expect({ exif, orientation, width, height }).toEqual({ exif: undefined, orientation: undefined, width: 20, height: 40 });
  });

  it('holds nothing that was hidden behind the picture', async () => {
    const behind = Buffer.from('<script>alert(document.cookie)</script>PK\u0003\u0004');
    const { bytes } = await copyImage(Buffer.concat([await canvas().png().toBuffer(), behind]), 'png');
    expect(Buffer.from(bytes).includes('script')).toBe(false);
  });

  it('is at most 4,096 pixels on a side', async () => {
    const { bytes } = await copyImage(await canvas(5_000, 10).png().toBuffer(), 'png');
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 4_096 });
  });

  it('is not made of a picture that would unfold beyond all memory', async () => {
    const small = pngThatUnfolds(60_000);
    expect(small.length).toBeLessThan(1_000_000);
    await expect(copyImage(small, 'png')).rejects.toThrow('pixel limit');
  });

  it.each([
    ['a broken one', async () => (await canvas(200, 200).jpeg().toBuffer()).subarray(0, 400)],
    ['one that only begins like a GIF', async () => Buffer.from('GIF89a/*<svg onload=alert(1)>*/=1')],
    ['an SVG', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ])('is not made of %s', async (_, make) => {
    await expect(copyImage(await make(), 'jpeg')).rejects.toThrow();
  });
});
