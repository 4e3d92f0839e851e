/** Files of a tree: texts by path. */
export type Tree = Readonly<Record<string, string>>;

const kustomization = (lines: string): string =>
  `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n${lines}`;

/** A bank in the style of many demonstrations: two namespaces, a component, and overlays that patch, add and drop. */
export const bank: Tree = {
  'base/kustomization.yaml': kustomization('resources:\n- front.yaml\n- ledger.yaml\n'),
  'base/front.yaml': `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: front
  namespace: bank
  creationTimestamp: null
spec:
  selector:
    matchLabels: {app: front}
  template:
    metadata:
      labels: {app: front}
      creationTimestamp: null
      annotations:
        proxy.istio.io/config: '{ "holdApplicationUntilProxyStarts": true }'
    spec:
      serviceAccountName: bank
      containers:
      - name: front
        image: registry.example.com/front:v1.0.0
        env:
        - {name: PORT, value: "8080"}
        - {name: ENABLE_TRACING, value: 'yes'}
        ports: [{containerPort: 8080}]
        resources:
          requests: {cpu: 100m, memory: 64M}
          limits: {cpu: "0.25", memory: 128e6}
status: {}
---
apiVersion: v1
kind: Service
metadata: {name: front, namespace: bank}
spec:
  type: LoadBalancer
  selector: {app: front}
  ports: [{name: http, port: 80, targetPort: 8080}]
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: bank, namespace: bank}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: bank}
data: {LEDGER: "ledger.bank-ledger:8080", "on": "off", VERSION: "1.10"}
`,
  'base/ledger.yaml': `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: ledger, namespace: bank-ledger}
spec:
  serviceName: ledger
  replicas: 1
  selector: {matchLabels: {app: ledger}}
  template:
    metadata: {labels: {app: ledger}}
    spec:
      containers:
      - name: ledger
        image: registry.example.com/ledger@sha256:${'0'.repeat(64)}
        args: ["--retention", "30d"]
        ports: [{containerPort: 8080, protocol: TCP}]
        volumeMounts: [{name: data, mountPath: /data}]
  volumeClaimTemplates:
  - metadata: {name: data}
    spec:
      accessModes: [ReadWriteOnce]
      resources: {requests: {storage: 10G}}
---
apiVersion: v1
kind: Service
metadata: {name: ledger, namespace: bank-ledger}
spec:
  clusterIP: None
  selector: {app: ledger}
  ports: [{port: 8080}]
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: ledger, namespace: bank-ledger}
spec: {minAvailable: 50%, selector: {matchLabels: {app: ledger}}}
---
apiVersion: v1
kind: Namespace
metadata:
  name: bank-ledger
  labels: {istio-injection: enabled}
  annotations: {owner: ledger-team}
`,
  'components/small/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
patches:
- target: {kind: Deployment}
  patch: |-
    - {op: add, path: /spec/replicas, value: 1}
`,
  'overlays/dev/kustomization.yaml': kustomization(`resources: [../../base]
components: [../../components/small]
images: [{name: registry.example.com/front, newTag: v1.1.0-rc.1}]
patches:
- patch: |-
    apiVersion: policy/v1
    kind: PodDisruptionBudget
    metadata: {name: ledger, namespace: bank-ledger}
    $patch: delete
- patch: |-
    apiVersion: apps/v1
    kind: StatefulSet
    metadata: {name: ledger, namespace: bank-ledger}
    spec: {template: {spec: {containers: [{name: ledger, args: null}]}}}
`),
  'overlays/prod/kustomization.yaml': kustomization(`resources: [../../base, extra.yaml]
configMapGenerator:
- name: limits
  namespace: bank
  literals: [DAILY=10000]
patches:
- target: {kind: Deployment, name: front}
  patch: |-
    - {op: replace, path: /spec/template/spec/containers/0/resources, value: {requests: {cpu: 1, memory: 1Gi}}}
    - {op: add, path: /spec/template/spec/nodeSelector, value: {pool: front}}
`),
  'overlays/prod/extra.yaml': `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: front, namespace: bank}
spec: {podSelector: {matchLabels: {app: front}}, policyTypes: [Ingress], ingress: [{}]}
`,
};

/** What `helm template` prints: one file, no namespace, and more than one environment has. */
export const chart: Tree = {
  'rendered.yaml': `---
# Source: web/templates/serviceaccount.yaml
apiVersion: v1
kind: ServiceAccount
metadata:
  name: release-web
  labels:
    helm.sh/chart: web-1.2.3
    app.kubernetes.io/managed-by: Helm
automountServiceAccountToken: true
---
# Source: web/templates/role.yaml
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: release-web}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: release-web}
subjects: [{kind: ServiceAccount, name: release-web}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: release-web}
rules: [{apiGroups: [""], resources: [configmaps], verbs: [get]}]
---
# Source: web/templates/empty.yaml
---
# Source: web/templates/service.yaml
apiVersion: v1
kind: Service
metadata: {name: release-web, labels: {app.kubernetes.io/version: "1.16"}}
spec:
  ports: [{port: 80, targetPort: http, protocol: TCP, name: http}]
  selector: {app.kubernetes.io/name: web, app.kubernetes.io/instance: release}
---
# Source: web/templates/deployment.yaml
apiVersion: apps/v1
kind: Deployment
metadata: {name: release-web}
spec:
  replicas: 1
  selector: {matchLabels: {app.kubernetes.io/name: web, app.kubernetes.io/instance: release}}
  template:
    metadata:
      labels: {app.kubernetes.io/name: web, app.kubernetes.io/instance: release}
    spec:
      serviceAccountName: release-web
      securityContext: {}
      containers:
        - name: web
          securityContext: {}
          image: "nginx:1.16.0"
          imagePullPolicy: IfNotPresent
          env: []
          ports: [{name: http, containerPort: 80, protocol: TCP}]
          livenessProbe: {httpGet: {path: /, port: http}}
          resources: {}
---
# Source: web/templates/tests/test-connection.yaml
apiVersion: v1
kind: Pod
metadata:
  name: release-web-test
  annotations: {"helm.sh/hook": test}
spec:
  containers: [{name: wget, image: busybox, command: [wget], args: ['release-web:80']}]
  restartPolicy: Never
`,
};

/** An operator in the style of the large distributions: definitions, roles, webhooks, and something in `kube-system`. */
export const operator: Tree = {
  'manifests/crd.yaml': `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: gardens.example.com}
spec:
  group: example.com
  names: {kind: Garden, listKind: GardenList, plural: gardens, singular: garden}
  scope: Cluster
  versions:
  - name: v1
    served: true
    storage: true
    schema:
      openAPIV3Schema:
        type: object
        properties:
          spec:
            type: object
            properties: {size: {type: integer, default: 3, minimum: 1.5}, on: {type: boolean}}
            x-kubernetes-preserve-unknown-fields: true
status:
  acceptedNames: {kind: "", plural: ""}
  conditions: []
  storedVersions: []
---
apiVersion: example.com/v1
kind: Garden
metadata: {name: default}
spec: {size: 4}
`,
  'manifests/rbac.yaml': `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: gardener}
rules: [{apiGroups: [example.com], resources: [gardens], verbs: ['*']}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: gardener}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: gardener}
subjects: [{kind: ServiceAccount, name: gardener, namespace: garden-system}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: gardener-auth-reader, namespace: kube-system}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: extension-apiserver-authentication-reader}
subjects: [{kind: ServiceAccount, name: gardener, namespace: garden-system}]
---
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: soil}
provisioner: example.com/soil
---
apiVersion: v1
kind: Namespace
metadata:
  name: garden-system
  labels: {pod-security.kubernetes.io/enforce: privileged, control-plane: gardener}
---
apiVersion: v1
kind: Namespace
metadata: {name: empty}
`,
  'manifests/operator.yml': `
apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: ServiceAccount
  metadata: {name: gardener, namespace: garden-system}
- apiVersion: apps/v1
  kind: DaemonSet
  metadata: {name: gardener, namespace: garden-system}
  spec:
    selector: {matchLabels: {app: gardener}}
    template:
      metadata: {labels: {app: gardener}}
      spec:
        hostNetwork: true
        serviceAccountName: gardener
        containers:
        - name: gardener
          image: example.com/gardener:v3
          securityContext: {privileged: true}
          volumeMounts: [{name: node, mountPath: /node}]
        volumes: [{name: node, hostPath: {path: /}}]
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: gardener}
webhooks:
- name: gardens.example.com
  admissionReviewVersions: [v1]
  sideEffects: None
  clientConfig: {service: {name: gardener, namespace: garden-system, path: /validate}}
  rules: [{apiGroups: [example.com], apiVersions: [v1], operations: [CREATE], resources: [gardens]}]
`,
};
