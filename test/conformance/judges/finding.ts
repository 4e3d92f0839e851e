/** One thing that a judge has to say. */
export interface JudgeFinding {
  readonly judge: string;

  /** Name of its check. */
  readonly check: string;

  /** `Deployment/mlflow-dev/mlflow`. */
  readonly object: string;
  readonly text: string;
}
