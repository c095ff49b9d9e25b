/** Converts an hour of the clock with AM or PM; hour 12 precedes hour 1. */
export const toHour24 = (hour: number, half: string): string =>
  twoDigits((hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0));

export const twoDigits = (number: number): string => String(number).padStart(2, '0');
