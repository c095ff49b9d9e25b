import { expect, test } from '@jest/globals';

import { formatValue } from '../../../../src/sensors/windows/evtx/formatValue.ts';
import { Unreadable } from '../../../../src/sensors/windows/evtx/cursor.ts';
import { utf16 } from '../../../support/binaryXml.ts';

const format = (type: number, bytes: Buffer): string =>
  formatValue(Buffer.concat([Buffer.from('??'), bytes, Buffer.from('??')]), {
    type,
    start: 2,
    end: 2 + bytes.length,
  });

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
const SID = hex('01 05 000000000005 15000000 01000000 02000000 03000000 50040000');

// The forms of [MS-EVEN6], 2.2.12 and 3.1.4.7.3.
test.each([
  ['nothing', 0x00, hex(''), ''],
  ['deleted', 0x00, hex('0102'), ''],
  ['text', 0x01, utf16('Zoë 😀 <&>'), 'Zoë 😀 <&>'],
  ['an empty text', 0x01, hex(''), ''],
  ['text that ends with zero', 0x01, utf16('ana\0'), 'ana'],
  ['text with a zero, which the server refuses', 0x01, utf16('a\0b'), 'a\0b'],
  ['half of a surrogate pair', 0x01, hex('6100 3dd8'), 'a\ud83d'],
  ['ANSI text', 0x02, hex('5a6feb 00'), 'Zoë'],
  ['int8', 0x03, hex('fe'), '-2'],
  ['uint8', 0x04, hex('fe'), '254'],
  ['int16', 0x05, hex('feff'), '-2'],
  ['uint16', 0x06, hex('1012'), '4624'],
  ['int32', 0x07, hex('feffffff'), '-2'],
  ['uint32', 0x08, hex('feffffff'), '4294967294'],
  ['int64', 0x09, hex('feffffffffffffff'), '-2'],
  ['uint64', 0x0a, hex('feffffffffffffff'), '18446744073709551614'],
  ['float', 0x0b, hex('0000c03f'), '1.5'],
  ['double', 0x0c, hex('000000000000f83f'), '1.5'],
  ['true', 0x0d, hex('01000000'), 'true'],
  ['true in one byte', 0x0d, hex('01'), 'true'],
  ['false', 0x0d, hex('00000000'), 'false'],
  ['binary', 0x0e, hex('00abff'), '00ABFF'],
  ['GUID', 0x0f, hex('2596845478549449a5ba3e3b0328c30d'), '{54849625-5478-4994-A5BA-3E3B0328C30D}'],
  ['size of 32 bits', 0x10, hex('ff000000'), '0xff'],
  ['size of 64 bits', 0x10, hex('ff00000000000000'), '0xff'],
  // The first seconds of 1970 and the last ones that a date can have.
  ['FILETIME', 0x11, hex('01803ed5deb19d01'), '1970-01-01T00:00:00.0000001Z'],
  ['FILETIME of zero', 0x11, hex('0000000000000000'), '1601-01-01T00:00:00.0000000Z'],
  ['FILETIME that is not a date', 0x11, hex('ffffffffffffffff'), '18446744073709551615'],
  ['SYSTEMTIME', 0x12, hex('ea07 0b00 0100 1000 0900 0500 0700 0300'), '2026-11-16T09:05:07.003Z'],
  ['SID', 0x13, SID, 'S-1-5-21-1-2-3-1104'],
  ['SID of an authority above 32 bits', 0x13, hex('01 00 010000000000'), 'S-1-1099511627776'],
  ['hex of 32 bits', 0x14, hex('e7030000'), '0x3e7'],
  ['hex of 64 bits', 0x15, hex('f0a1080000000080'), '0x800000000008a1f0'],
  ['texts', 0x81, utf16('a\0\0b'), 'a,,b'],
  ['ANSI texts', 0x82, Buffer.from('a\0b\0'), 'a,b'],
  ['uint16s', 0x86, hex('0100 0200'), '1,2'],
  ['SIDs', 0x93, Buffer.concat([SID, SID]), 'S-1-5-21-1-2-3-1104,S-1-5-21-1-2-3-1104'],
  ['an empty array', 0x88, hex(''), ''],
])('%s', (_, type, bytes, text) => {
  expect(format(type, bytes)).toBe(text);
});

test.each([
  ['half a character', 0x01, hex('61')],
  ['uint16 of 4 bytes', 0x06, hex('10120000')],
  ['FILETIME of 4 bytes', 0x11, hex('00000000')],
  ['SID with more parts than bytes', 0x13, SID.subarray(0, -4)],
  ['SID with fewer bytes than its header', 0x13, hex('0105')],
  ['GUID of 15 bytes', 0x0f, Buffer.alloc(15)],
  ['handle', 0x20, hex('01')],
  ['XML', 0x23, hex('01')],
  ['binaries', 0x8e, hex('01')],
  ['binary XMLs', 0xa1, hex('01')],
  ['uint32s of 6 bytes', 0x88, Buffer.alloc(6)],
  ['SIDs, the last of which is cut off', 0x93, Buffer.concat([SID, SID.subarray(0, 20)])],
])('%s is unreadable', (_, type, bytes) => {
  expect(() => format(type, bytes)).toThrow(Unreadable);
});
