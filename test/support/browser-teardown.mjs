import tearDownDatabase from './global-teardown.mjs';

export default async function tearDown() {
  await globalThis.closeChromium();
  await tearDownDatabase();
}
