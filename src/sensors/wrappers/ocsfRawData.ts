import { asFields } from '../fields.ts';
import { isRawText } from './rawText.ts';
import type { Wrapper } from './wrapper.ts';

/** The raw line or event XML that an event of OCSF was made from. https://schema.ocsf.io */
export const OCSF_RAW_DATA: Wrapper = {
  name: 'OCSF with raw_data',
  of: 'OBJECT',
  marks: ['class_uid', 'raw_data'],
  open: ({ class_uid: type, raw_data: raw, device, time_dt: time }) => {
    // Raw JSON may be of a format that only OCSF's source reads.
    if (Number(type) !== 3002 || !isRawText(raw) || raw.startsWith('{')) return null;
    const { hostname } = asFields(device);
    const known = {
      hostname: typeof hostname === 'string' ? hostname : undefined,
      time: typeof time === 'string' ? time : undefined,
    };
    return [{ value: raw, known }];
  },
};
