import type { Component } from '../../model/component.ts';
import { withRunbooks } from '../../model/runbook-pages.ts';
import { service } from '../../model/service.ts';
import { Agent } from './agent/agent.ts';
import { agentAlerts } from './agent/alerts.ts';
import { agentMetrics } from './agent/metrics.ts';
import { agentRunbooks } from './agent/runbooks.ts';
import { agentSymptoms } from './agent/symptoms.ts';
import { ticketAlerts } from './classifiers/alerts.ts';
import { ticketMetrics } from './classifiers/metrics.ts';
import { ticketRunbooks } from './classifiers/runbooks.ts';
import { ticketSymptoms } from './classifiers/symptoms.ts';
import { Tfidf } from './classifiers/tfidf.ts';
import { Transformer } from './classifiers/transformer.ts';
import { healthAlerts, healthRunbooks } from './health-alerts.ts';
import { healthPage } from './pages/health.ts';
import { modelsPage } from './pages/models.ts';
import { performancePage } from './pages/performance.ts';
import { resourcesPage } from './pages/resources.ts';
import { mlflow, postgres, redis } from './stores/index.ts';

const agent = service({
  construct: Agent,
  image: 'ghcr.io/example-org/callcenter-agent:1.0.0',
  offers: {
    'agent': { port: 8000 },
    'agent-metrics': { port: 8003, portName: 'metrics', metrics: { replicated: true } },
  },
  emits: agentMetrics,
  alerts: withRunbooks(agentAlerts, agentRunbooks),
  symptoms: agentSymptoms,
  contracts: [
    { listens: 'agent', always: 8000 },
    { listens: 'agent-metrics', always: 8003 },
  ],
});

const tfidf = service({
  construct: Tfidf,
  image: 'ghcr.io/example-org/callcenter-tfidf:1.0.0',
  offers: { 'tfidf-service': { port: 8001, metrics: { replicated: true } } },
  emits: ticketMetrics,
  symptoms: ticketSymptoms('tfidf'),
  contracts: [{ listens: 'tfidf-service', always: 8001 }],
});

const transformer = service({
  construct: Transformer,
  image: 'ghcr.io/example-org/callcenter-transformer:1.0.0',
  offers: { 'transformer-service': { port: 8002, metrics: { replicated: true } } },
  emits: ticketMetrics,
  symptoms: ticketSymptoms('transformer'),
  contracts: [{ listens: 'transformer-service', always: 8002 }],
});

/** Tickets of a call center: an agent masks personal data in them and asks one of two models for their class. */
export const callcenter = {
  stateful: true,
  services: {
    'agent-service': agent,
    'tfidf-service': tfidf,
    'transformer-service': transformer,
    mlflow,
    postgres,
    redis,
  },
  alerts: {
    ...withRunbooks(ticketAlerts, ticketRunbooks),
    ...withRunbooks(healthAlerts, healthRunbooks),
  },
  dashboard: [performancePage, resourcesPage, modelsPage, healthPage],
} satisfies Component;
