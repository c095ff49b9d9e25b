import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';

import type { GraphqlContext } from '../../graphql/context.ts';

import { stringifyCapped } from './stringifyCapped.ts';

/** Writes answers, none over a size. */
export type ResponseCap = {
  readonly plugin: ApolloServerPlugin<GraphqlContext>;
  readonly stringifyResult: (result: object) => string;
};

/**
 * Apollo sends an answer as one text, after its status is fixed. So the data is written before, while that can still become a refusal,
 * and put in place later: an answer is whole or is none. Those of mutations have no cap.
 */
export const capResponse = (maxBytes: number): ResponseCap => {
  const written = new WeakMap<object, string>();
  return {
    plugin: {
      requestDidStart: async () => ({
        willSendResponse: async ({ response, operation }) => {
          // What was stored must be told; the body bounds how much that is.
          if (operation?.operation === OperationTypeNode.MUTATION) return;
          if (response.body.kind !== 'single') return;
          const { data } = response.body.singleResult;
          if (data === undefined || data === null) return;
          const text = await stringifyCapped(data, maxBytes);
          if (text !== null) {
            written.set(data, text);
            return;
          }
          const { extensions } = response.body.singleResult;
          response.http.status = 400;
          response.body.singleResult = {
            errors: [
              {
                message: `The answer is over ${maxBytes} bytes. Ask for a smaller first and page on with after, or for fewer fields.`,
                extensions: { code: 'RESPONSE_TOO_LARGE' },
              },
            ],
            ...(extensions && { extensions }),
          };
        },
      }),
    },
    stringifyResult: (result) => {
      const { data, ...others } = result as { readonly data?: unknown };
      const text = typeof data === 'object' && data !== null ? written.get(data) : undefined;
      if (text === undefined) return `${JSON.stringify(result)}\n`;
      const rest = JSON.stringify(others).slice(1, -1);
      return `{"data":${text}${rest === '' ? '' : `,${rest}`}}\n`;
    },
  };
};
