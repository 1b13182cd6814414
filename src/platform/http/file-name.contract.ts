/** The file name in a `Content-Disposition` header, as our server writes it; 'file' where there is none. */
export function nameOf(disposition: string | null): string {
  const full = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1];
  return full === undefined ? 'file' : decodeURIComponent(full);
}
