/** How much the programs of this component write into their logs. */
export const logLevels = ['DEBUG', 'INFO', 'WARNING', 'ERROR'] as const;

/** One of these. */
export type LogLevel = (typeof logLevels)[number];
