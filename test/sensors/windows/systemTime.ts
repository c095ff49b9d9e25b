/** Writes a time as a SYSTEMTIME in hexadecimal: eight numbers of 16 bits, the third of which is the day of the week. */
export const systemTime = (time: string): string => {
  const date = new Date(time);
  const bytes = Buffer.alloc(16);
  [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDay(),
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
    date.getUTCMilliseconds(),
  ].forEach((number, index) => bytes.writeUInt16LE(number, 2 * index));
  return bytes.toString('hex').toUpperCase();
};
