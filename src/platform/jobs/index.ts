export type { Failing } from './alerts.ts'
export { registerTasks } from './register.ts'
export { type Runner, type RunnerOptions, startRunner } from './runner.ts'
export { type JobRun, jobActor, type Payload, perform, type Task, type Tasks } from './task.ts'
