import { CAR_ANALYTICS } from '../../../src/domain/hunts/registry.ts';
import type { HuntName } from '../../../src/domain/hunts/registry.ts';

/** The field of Query that a hunt is under. */
export const rootOf = (name: HuntName): 'car' | 'hunts' => (name in CAR_ANALYTICS ? 'car' : 'hunts');
