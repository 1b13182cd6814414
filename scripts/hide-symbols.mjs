/** Changes a shared library so that it no longer replaces some functions of the system. Layout: the specification of ELF, for 64 bits. */

/** 64 bits, the low byte first. */
const START = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1]);
const DYNAMIC_SYMBOLS = 11;
const SYMBOL_BYTES = 24;

/** A copy of the library in which these symbols are local: the loader finds those of the system instead. Another format stays as it is. */
export function hideSymbols(library, names) {
  const elf = Buffer.from(library);
  if (!elf.subarray(0, START.length).equals(START)) return elf;
  const sections = sectionsOf(elf);
  for (const table of sections.filter(({ type }) => type === DYNAMIC_SYMBOLS)) {
    const strings = sections[table.link].offset;
    for (let at = table.offset; at < table.offset + table.size; at += SYMBOL_BYTES) {
      const start = strings + elf.readUInt32LE(at);
      const name = elf.toString('latin1', start, elf.indexOf(0, start));
      // The upper half of this byte is the binding; zero is local.
      if (names.includes(name)) elf[at + 4] &= 0x0f;
    }
  }
  return elf;
}

function sectionsOf(elf) {
  const number = (at) => Number(elf.readBigUInt64LE(at));
  const [first, bytes, count] = [number(0x28), elf.readUInt16LE(0x3a), elf.readUInt16LE(0x3c)];
  return Array.from({ length: count }, (_, index) => {
    const at = first + index * bytes;
    return { type: elf.readUInt32LE(at + 4), offset: number(at + 0x18), size: number(at + 0x20), link: elf.readUInt32LE(at + 0x28) };
  });
}
