/** The reason why an export is incomplete. `WRONG_USAGE`: another command line would fix it. */
export class ExportError extends Error {
  readonly kind: 'WRONG_USAGE' | 'FAILED';

  constructor(kind: ExportError['kind'], message: string) {
    super(message);
    this.name = 'ExportError';
    this.kind = kind;
  }
}
