export { type BackedUp, type BackupOf, backup } from './backup.ts'
export { BackupProblem } from './problem.ts'
export { type Restored, type RestoreTo, restore } from './restore.ts'
