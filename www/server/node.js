// What `import "indicator-chart"` gives where there is no page: nothing is registered, so that code which runs on both sides
// need not ask where it is. Charts are drawn there by `indicator-chart/server`.

/** Stands for the element's class. */
export class IndicatorChart {}
