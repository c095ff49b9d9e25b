/** Why an export ended before its end. `WRONG_USAGE` is what another command line would put right. */
export class ExportError extends Error {
  readonly kind: 'WRONG_USAGE' | 'FAILED';

  constructor(kind: ExportError['kind'], message: string) {
    super(message);
    this.name = 'ExportError';
    this.kind = kind;
  }
}
