import { LIST_CASES, SPLUNK_CASES, WINDOWS_TEXT_CASES } from './exportCases.ts';
import { LINE_CASES } from './lineCases.ts';
import { OPEN_SSH_CASES } from './openSshCases.ts';
import { STORE_CASES } from './storeCases.ts';
import { WINDOWS_CASES } from './windowsCases.ts';
import type { Cases } from './wrapperCase.ts';

export const CASES: Cases = {
  ...STORE_CASES,
  ...WINDOWS_CASES,
  ...OPEN_SSH_CASES,
  ...LINE_CASES,
  ...SPLUNK_CASES,
  ...LIST_CASES,
  ...WINDOWS_TEXT_CASES,
};
