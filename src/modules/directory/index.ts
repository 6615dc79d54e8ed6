export { actorOf, forgetActor } from './actor.ts'
export { type Directory, directoryFrom, directoryOn, forgetDirectory } from './directory.ts'
export {
  type DatedName,
  type Holder,
  holdsOn,
  type Level,
  nameOn,
  type Post,
  type Role,
  type System,
  shortUnitName,
  type Unit,
  unitName,
} from './unit.ts'
