/**
 * What the time of a synthesis goes into, in this order: the program itself loaded; tables judged; constructs run; asks
 * answered; overlays derived, with all other folders; patches proved; rules applied; files written.
 */
export const stages = ['startUp', 'input', 'render', 'answer', 'derive', 'prove', 'check', 'write'] as const;

export type Stage = (typeof stages)[number];

/** Whole milliseconds of each stage. */
export type StageTimes = Readonly<Record<Stage, number>>;

/** Is told which stage begins, by who goes from one to the next. */
export type TurnTo = (stage: Stage) => void;
