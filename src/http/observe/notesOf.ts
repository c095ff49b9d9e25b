import type { FastifyRequest } from 'fastify';

import { makeRequestNotes } from '../../graphql/requestNotes.ts';
import type { RequestNotes } from '../../graphql/requestNotes.ts';

const NOTES = new WeakMap<FastifyRequest, RequestNotes>();

/** The notes on a request, the same for everyone who has a part in its answer. */
export const notesOf = (request: FastifyRequest): RequestNotes => {
  const known = NOTES.get(request);
  if (known !== undefined) return known;
  const notes = makeRequestNotes({ requestId: request.id, address: addressOf(request) });
  NOTES.set(request, notes);
  return notes;
};

/** Without the zone of a link-local address, which is this machine's own business; null when the client is gone. */
const addressOf = ({ ip }: FastifyRequest): string | null =>
  (ip as string | undefined)?.replace(/%.*$/, '') ?? null;
