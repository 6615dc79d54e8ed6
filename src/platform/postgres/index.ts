export { type Connection, connectionFromUrl } from './connection.ts'
export { type Holder, PostgresStartError, type StartProblem } from './problem.ts'
export { type RunningPostgres, runningPostgres, type StartOptions, startPostgres } from './start.ts'
