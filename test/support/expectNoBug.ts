import { expect } from '@jest/globals';

import type { Answer, Api } from './api.ts';

/** Checks the answer to any request: each error has a code and a message, and the server reports no internal error. */
export const expectNoBug = async ({ log }: Api, send: () => Promise<Answer>): Promise<Answer> => {
  const before = log().length;
  const answer = await send();
  expect(answer.status).toBeLessThan(500);
  expect(answer.text).not.toMatch(/INTERNAL_SERVER_ERROR|call stack|errorId|node_modules/);
  for (const { message, extensions } of answer.errors ?? []) {
    expect([message, extensions.code]).toEqual([
      expect.stringMatching(/\w/),
      expect.stringMatching(/^[A-Z_]+$/),
    ]);
  }
  const problems = log()
    .slice(before)
    .filter((line) => JSON.parse(line).level >= 50);
  expect(problems).toEqual([]);
  return answer;
};
