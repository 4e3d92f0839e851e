/** Labels of the pods in samples. */
export const labels = { 'app.kubernetes.io/name': 'api' };

const restricted = { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } };

/** A pod template of the house: what `lib/constructs/pod.ts` makes. */
export const podTemplate = {
  metadata: { labels },
  spec: {
    serviceAccountName: 'api',
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    priorityClassName: 'serving',
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 10001,
      runAsGroup: 10001,
      fsGroup: 10001,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    initContainers: [
      {
        name: 'wait',
        image: 'registry.example/wait:1.4.2',
        command: ['wait'],
        resources: {
          requests: { 'cpu': '10m', 'memory': '16Mi', 'ephemeral-storage': '16Mi' },
          limits: { 'memory': '16Mi', 'ephemeral-storage': '16Mi' },
        },
        securityContext: restricted,
      },
    ],
    containers: [
      {
        name: 'api',
        image: 'registry.example/api:1.4.2',
        args: ['--port=8080', '--data=http://api.data-prod.svc.cluster.local:8080'],
        ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
        env: [
          { name: 'LEVEL', value: 'info' },
          { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'api', key: 'password' } } },
        ],
        resources: {
          requests: { 'cpu': '100m', 'memory': '256Mi', 'ephemeral-storage': '64Mi' },
          limits: { 'cpu': 1, 'memory': '512Mi', 'ephemeral-storage': '64Mi' },
        },
        livenessProbe: { httpGet: { path: '/health', port: 'http' }, periodSeconds: 10 },
        readinessProbe: { tcpSocket: { port: 8080 }, periodSeconds: 5 },
        securityContext: restricted,
        volumeMounts: [
          { name: 'tmp', mountPath: '/tmp' },
          { name: 'files', mountPath: '/etc/api', readOnly: true },
        ],
      },
    ],
    volumes: [
      { name: 'tmp', emptyDir: { sizeLimit: '64Mi' } },
      { name: 'files', configMap: { name: 'api-files' } },
    ],
  },
};
