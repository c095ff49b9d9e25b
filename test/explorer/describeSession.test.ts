import { expect, test } from '@jest/globals';

import { describeSources } from '../../src/explorer/views/describeSession.ts';

test.each([
  ['none', null, [], '–'],
  ['one', '10.0.0.1', ['10.0.0.1'], '10.0.0.1'],
  ['the first one is not the lowest', '10.0.0.9', ['10.0.0.1', '10.0.0.9'], '10.0.0.9, 10.0.0.1'],
  [
    'many',
    '10.0.0.5',
    ['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4', '10.0.0.5'],
    '10.0.0.5, 10.0.0.1, 10.0.0.2 and 2 more',
  ],
])('sources of a session: %s', (_, srcIp, srcIps, text) => {
  expect(describeSources({ srcIp, srcIps })).toBe(text);
});
