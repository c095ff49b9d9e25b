type Times = { readonly from?: string; readonly until?: string };

/** A range with its times in order: the API refuses one that ends before it begins. All times have the same format. */
export const inOrder = ({ from, until }: Times): Times =>
  from !== undefined && until !== undefined && from > until
    ? { from: until, until: from }
    : { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
