import type { FastifyInstance } from 'fastify';

import { readSchemaText, withoutDescriptions } from '../../graphql/schemaText.ts';

import { INTROSPECTION_DISABLED } from '../errors/describeDocumentMistake.ts';
import { sendError } from '../errors/sendError.ts';
import { makeStaticFile, sendRevalidated } from '../static/staticFile.ts';
import type { StaticFile } from '../static/staticFile.ts';

export const SCHEMA_URL = '/schema.graphql';

/**
 * Adds the schema as text, for the callers that may read it by introspection. Introspection says nothing about `@oneOf` unless it is asked with
 * arguments that most tools do not send. Without descriptions the text has less than a third of its length.
 */
export const addSchemaFile = (
  app: FastifyInstance,
  { introspection }: { readonly introspection: boolean },
): void => {
  const files = new Map<string, StaticFile>();
  app.get(SCHEMA_URL, async (request, reply) => {
    if (!introspection) {
      return sendError(reply, {
        status: 404,
        code: 'INTROSPECTION_DISABLED',
        message: INTROSPECTION_DISABLED,
      });
    }
    const { descriptions = 'true', ...others } = request.query as Readonly<Record<string, unknown>>;
    const print = PRINT.get(descriptions);
    if (print === undefined || Object.keys(others).length > 0) {
      return sendError(reply, { status: 400, code: 'BAD_USER_INPUT', message: BAD_QUERY });
    }
    const file = files.get(String(descriptions)) ?? makeSchemaFile(print(readSchemaText()));
    files.set(String(descriptions), file);
    return sendRevalidated(request, reply, file);
  });
};

const PRINT: ReadonlyMap<unknown, (text: string) => string> = new Map([
  ['true', (text: string) => text],
  ['false', withoutDescriptions],
]);

const BAD_QUERY =
  'The only query parameter of /schema.graphql is descriptions, which is true or false: /schema.graphql?descriptions=false';

const makeSchemaFile = (text: string): StaticFile =>
  makeStaticFile({ type: 'text/plain; charset=utf-8', vary: 'accept-encoding', bytes: Buffer.from(text) });
