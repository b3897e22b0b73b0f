// Lets an older C library load a file that was linked against a newer one: the needs for these versions of symbols are marked as
// weak in the file's table of needed versions, whereupon the loader warns in place of refusing (64-bit little-endian ELF).
const NEEDED_VERSIONS = 0x6ffffffe;
const WEAK = 2;

/** A copy of the file in which needs for the named versions, such as GLIBC_2.38, are weak. */
export function weakenVersions(file, versions) {
  const elf = Buffer.from(file);
  const sections = sectionsOf(elf);
  for (const { type, offset, link, count } of sections) {
    if (type !== NEEDED_VERSIONS) continue;
    const names = sections[link].offset;
    for (const entry of neededVersions(elf, offset, count)) {
      const name = textAt(elf, names + elf.readUInt32LE(entry + 8));
      if (versions.includes(name)) elf.writeUInt16LE(WEAK, entry + 4);
    }
  }
  return elf;
}

function sectionsOf(elf) {
  const table = Number(elf.readBigUInt64LE(40));
  const [size, count] = [elf.readUInt16LE(58), elf.readUInt16LE(60)];
  return Array.from({ length: count }, (_, i) => {
    const at = table + i * size;
    return {
      type: elf.readUInt32LE(at + 4),
      offset: Number(elf.readBigUInt64LE(at + 24)),
      link: elf.readUInt32LE(at + 40),
      count: elf.readUInt32LE(at + 44),
    };
  });
}

/** Addresses of all entries: for each library a record, and behind it a chain of the versions that are wanted of it. */
function* neededVersions(elf, start, libraries) {
  let library = start;
  for (let i = 0; i < libraries; i++) {
    let entry = library + elf.readUInt32LE(library + 8);
    const versions = elf.readUInt16LE(library + 2);
    for (let j = 0; j < versions; j++) {
      yield entry;
      entry += elf.readUInt32LE(entry + 12);
    }
    library += elf.readUInt32LE(library + 12);
  }
}

function textAt(elf, at) {
  return elf.toString('latin1', at, elf.indexOf(0, at));
}
