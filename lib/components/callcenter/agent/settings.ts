import type { Construct } from 'constructs';
import { connectInternet } from '../../../constructs/connections.ts';
import { holdsForm } from '../../../constructs/refuse.ts';
import { choice } from '../../../model/input/collections.ts';
import { formOf, whole } from '../../../model/input/form.ts';
import { forms } from '../../../model/input/forms.ts';
import { logLevels } from '../log-level.ts';
import type { LogLevel } from '../log-level.ts';

/** What the agent's program is told besides where the others are. */
export interface AgentSettings {
  /** Language model at Groq that weighs how complex a ticket is. @default 'llama-3.1-8b-instant' */
  readonly groqModel?: string;

  /** How freely it speaks, from 0 to 2. @default 0.1 */
  readonly groqTemperature?: number;

  /** The longest answer of it, in tokens. @default 1000 */
  readonly groqMaxTokens?: number;

  /** How often the agent may think again about one ticket. @default 5 */
  readonly maxIterations?: number;

  /** Seconds after which it answers with what it has. @default 30 */
  readonly timeoutSeconds?: number;

  /** @default 'INFO' */
  readonly logLevel?: LogLevel;
}

/** The host of Groq's interface: the one way out of the cluster. https://console.groq.com/docs/openai */
export const groqHost = 'api.groq.com';

const temperature = formOf('must be a number from 0 to 2', value => {
  if (typeof value !== 'number') return 'wrong-type';
  return value >= 0 && value <= 2 ? undefined : 'out-of-range';
});

/** The variables that say it. */
export function agentSettings(scope: Construct, settings: AgentSettings): Record<string, string> {
  const {
    groqModel = 'llama-3.1-8b-instant',
    groqTemperature = 0.1,
    groqMaxTokens = 1000,
    maxIterations = 5,
    timeoutSeconds = 30,
    logLevel = 'INFO',
  } = settings;
  holdsForm(scope, 'groqModel', groqModel, forms.text);
  holdsForm(scope, 'groqTemperature', groqTemperature, temperature);
  holdsForm(scope, 'groqMaxTokens', groqMaxTokens, whole(1, 131_072));
  holdsForm(scope, 'maxIterations', maxIterations, whole(1, 100));
  holdsForm(scope, 'timeoutSeconds', timeoutSeconds, whole(1, 3600));
  holdsForm(scope, 'logLevel', logLevel, choice(logLevels));
  return {
    GROQ_URL: connectInternet(scope, groqHost),
    GROQ_MODEL: groqModel,
    GROQ_TEMPERATURE: String(groqTemperature),
    GROQ_MAX_TOKENS: String(groqMaxTokens),
    MAX_AGENT_ITERATIONS: String(maxIterations),
    AGENT_TIMEOUT: String(timeoutSeconds),
    LOG_LEVEL: logLevel,
  };
}
