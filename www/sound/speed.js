/** The speeds of tones that can be chosen; 1 is usual. */
export const speeds = [0.5, 0.75, 1, 1.5, 2, 3];
