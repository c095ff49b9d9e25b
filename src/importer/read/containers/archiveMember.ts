import type { Buffers } from './peek.ts';

/** A file in an archive, with its content or the reason why it cannot be read. */
export type ArchiveMember = { readonly name: string } & (
  | { readonly kind: 'CONTENT'; readonly content: Buffers }
  | { readonly kind: 'UNREADABLE'; readonly reason: string }
);
