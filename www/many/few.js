/** Up to so many rows a chart is drawn as it is; of more the first picture is a draft. */
export const few = 2000;
