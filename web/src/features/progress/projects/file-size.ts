/** 17 bytes, 340 kB, 9.8 MB */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`;
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}
