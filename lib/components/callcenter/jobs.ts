/** Jobs that read the services which answer tickets: each has the name of its service. */
export const jobs = ['agent-service', 'tfidf-service', 'transformer-service'] as const;
