import { crc32, deflateRawSync } from 'node:zlib';

/** A member of a ZIP archive; the fields after the content describe unusual ones. */
export type ZipMember = {
  readonly name: string;
  readonly content: string | Buffer;
  readonly method?: 'STORED' | 'DEFLATED' | number;
  readonly flags?: number;
  /** Unix mode, such as 0o120777 of a link. */
  readonly mode?: number;
  readonly crc?: number;
};

const METHODS = { STORED: 0, DEFLATED: 8 } as const;

/** Makes a ZIP archive as in https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16. */
export const makeZip = (members: readonly ZipMember[]): Buffer => {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, method = 'DEFLATED', flags = 0, mode = 0o100_644, crc } of members) {
    const plain = Buffer.from(content as string);
    const number = typeof method === 'number' ? method : METHODS[method];
    const packed = number === METHODS.DEFLATED ? deflateRawSync(plain) : plain;
    const fields = Buffer.alloc(24);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags | 0x800, 2);
    fields.writeUInt16LE(number, 4);
    fields.writeUInt32LE(crc ?? crc32(plain), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(plain.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = [Buffer.from('PK\u0003\u0004'), fields, Buffer.alloc(2), Buffer.from(name), packed];
    const rest = Buffer.alloc(16);
    rest.writeUInt32LE(mode * 65_536, 8);
    rest.writeUInt32LE(offset, 12);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0003'), fields, rest, Buffer.from(name)]),
    );
    pieces.push(...local);
    offset += Buffer.concat(local).length;
  }
  const whole = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(whole.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...pieces, whole, Buffer.from('PK\u0005\u0006'), end]);
};
