import type { FileAnswer } from '@server/platform/http/endpoint.contract';

/** Offers a file that the server answered with to be saved, under its name. */
export function saveFile({ name, type, bytes }: FileAnswer): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has begun to read it by the next turn of the page.
  setTimeout(() => URL.revokeObjectURL(url));
}
