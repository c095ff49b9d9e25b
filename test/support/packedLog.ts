import { packTar } from 'modern-tar';

/** Two lines of a log. */
export const LOG = `Nov 16 10:00:00 web01 sshd[1]: Accepted password for ana from 10.0.0.1 port 50000 ssh2
Nov 16 10:00:05 web01 sshd[2]: Failed password for eve from 10.0.0.2 port 50001 ssh2
`;

const fromBase64 = (text: string): Buffer => Buffer.from(text, 'base64');

/** LOG as packed by `xz` 5.4. */
export const XZ = fromBase64(
  '/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4ACrAGZdACcbysIBFM7ewrsKCsipTeeFw0G8v7ACqf2fHGt1fJdrcXYsUljHX3KO1PAdbIa4xeHsB93Nn3/arDSXQLiEv7pvPvj6vv9Ec25P0C412bVgjMza+NAZQFSq8JVx6Kij4Lq8It0iAAAAAPecuqD2kq+6AAGCAawBAAA0hDKrscRn+wIAAAAABFla',
);
/** By `xz --x86 --lzma2`: with a filter for programs. */
export const XZ_WITH_FILTER = fromBase64(
  '/Td6WFoAAATm1rRGAgEEACEBFgANhjUf4ACrAGZdACcbysIBFM7ewrsKCsipTeeFw0G8v7ACqf2fHGt1fJdrcXYsUljHX3KO1PAdbIa4xeHsB93Nn3/arDSXQLiEv7pvPvj6vv9Ec25P0C412bVgjMza+NAZQFSq8JVx6Kij4Lq8It0iAAAAAPecuqD2kq+6AAGCAawBAAA0hDKrscRn+wIAAAAABFla',
);
/** The letter x by `xz --lzma2=dict=256MiB`. */
export const XZ_WITH_LARGE_DICTIONARY = fromBase64(
  '/Td6WFoAAATm1rRGAgAhASAAAAAJiKV2AQAAeAAAAABFru+D+O4WCgABGQGlLIHMH7bzfQEAAAAABFla',
);
/** By `tar cJf` of GNU tar 1.34: it has the file XZ as `a.log.xz`, and a link to that. */
export const TAR_XZ = fromBase64(
  '/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4Cf/ASBdADCLiYczwuRfVPh8jtlkQ8iGUfdUZI9+kVMJaca/T1uz2/SjNTqa1h/1H3sGhNCATgXFyYlHjwSem0enCgF2jtOx01fJjxK73O/PBDs3NPCFmoM4YeRBpErfBmUOMVEgH1sMY69AQJ8/TmQiGJTOy9cSguYCUbP0v7VjpW4JNbEk1+lcdzhILACTyW3O0Sgc7OOl0epMJjJsQUfxuoC50k6gPB0rnhvZoB9Cish6BezVPT9S4f6P6qv9VKGmPGE3FjEVUudzqB+M2/O2pfmOKwJoYZoFIoK1zra43nnnhGzdWp3QW4qOZolIk/f94Y3llGLpYgRGnysmzrTap2zYmxFFaewdCvcTF0DquOt/ACbK3sn9OG213aotQB9xuwiWAACTZi61uQNuLQABvAKAUAAAOMx4VbHEZ/sCAAAAAARZWg==',
);
/** By `zstd -19` 1.5, with a checksum. */
export const ZSTD = fromBase64(
  'KLUv/SSsPQMAcsUSF4BNGwAoh/3iaqKTiWWCqLbENrWwO2UBKnOldRotMlB5dxc8amZH4PAP93KF9M3LV/PUmrKvjdgqCvEBwWMxrR0v2ek3HF7AS2wECgBdDQDFhWNgASEAHHBMC9K+Yiq53a5uDoW1IGY=',
);
/** By `zstd --no-check`. */
export const ZSTD_WITHOUT_CHECKSUM = fromBase64(
  'KLUv/SCsTQMA8kUUGYA5bQ0NEUogGtqlfTouhQfNoe8ZHCddOwvnlF3bJZMHAwqMjjPO/b/hZamyFTcjdCXGBHpp4rS02UXllItKBAkYHUZIyq7thWx8dDPAzOggCABgE3AMLCAMHNOCtK+YSm63q5sD',
);
/** By `zstd --long=30` from a pipe. */
export const ZSTD_WITH_LARGE_WINDOW = fromBase64(
  'KLUv/QSgTQMAssYVGYC5OQ0aCUogLjZZ6zpwpOXMYS/l6wu70REG164PU8mDIQmMDCwMrl3/f+GkKfOdn5+fEdoQp0RyU8Sq6bKbmFUmLI8jYGQcQa1d3wu5+Ec/+hlwVnQQBQBgE3AMLCAMHLs0OUQBhbUgZg==',
);
/** By `bzip2`. */
export const BZIP2 = fromBase64(
  'QlpoOTFBWSZTWRriOkoAACvfgEAQQAFzECEBAAo/Z92AIACVQlQNIDQ0NNBoAVVT2qaabKeoyBpoDal17RNq1Vfmbt4hjSVZK5SEMiKSuShLNDEFotURUuBzHOEJjQaakBIUm/wib8yGmRP5p+302LHrWyKrKMVkzHAvSULiaE2G4qeIfi7kinChIDXEdJQ=',
);

/** Makes a tar archive of files. */
export const makeTar = async (files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> =>
  Buffer.from(
    await packTar(
      Object.entries(files).map(([name, body]) => ({
        header: { name, size: Buffer.byteLength(body), type: 'file' as const },
        body,
      })),
    ),
  );
