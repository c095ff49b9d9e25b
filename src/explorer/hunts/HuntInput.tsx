import { ObjectsInput } from './ObjectsInput.tsx';
import { ValueInput } from './ValueInput.tsx';
import type { ValueInputProps } from './ValueInput.tsx';

/** The input of an argument: of objects a row of fields for each, of values one input. */
export const HuntInput = (props: ValueInputProps) =>
  props.argument.kind === 'OBJECTS' ? <ObjectsInput {...props} /> : <ValueInput {...props} />;
