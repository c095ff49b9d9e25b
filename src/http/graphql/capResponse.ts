import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';

import type { GraphqlContext } from '../../graphql/context.ts';

import { stringifyCapped } from './stringifyCapped.ts';

/** Writes answers up to a maximum size. */
export type ResponseCap = {
  readonly plugin: ApolloServerPlugin<GraphqlContext>;
  readonly stringifyResult: (result: object) => string;
};

/** Data that is already written as JSON. */
class WrittenData {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/**
 * Apollo writes an answer as one text, after its status is fixed. So this plugin writes the data earlier, while it can still be replaced by a
 * refusal, and replaces it by its text: an answer is complete or refused. Answers of mutations have no limit.
 */
export const capResponse = (maxBytes: number): ResponseCap => ({
  plugin: {
    requestDidStart: async () => ({
      willSendResponse: async ({ response, operation }) => {
        // The results of a mutation must be reported; the size of the body limits them.
        if (operation?.operation === OperationTypeNode.MUTATION) return;
        if (response.body.kind !== 'single') return;
        const { data } = response.body.singleResult;
        if (data === undefined || data === null) return;
        const text = await stringifyCapped(data, maxBytes);
        if (text !== null) {
          Object.assign(response.body.singleResult, { data: new WrittenData(text) });
          return;
        }
        const { extensions } = response.body.singleResult;
        response.http.status = 400;
        response.body.singleResult = {
          errors: [
            {
              message: `The answer is over ${maxBytes} bytes. Request a smaller first and continue with after, or request fewer fields.`,
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
    if (!(data instanceof WrittenData)) return `${JSON.stringify(result)}\n`;
    const rest = JSON.stringify(others).slice(1, -1);
    return `{"data":${data.text}${rest === '' ? '' : `,${rest}`}}\n`;
  },
});
