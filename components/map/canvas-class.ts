/** As high as the screen leaves room for, below the header and the filters. */
export const canvasClass = "h-[calc(100dvh-17.5rem)] min-h-96 w-full rounded-lg";
