export { folderShelf } from './folder.ts'
export { type Chunks, DamagedFile, decrypted, encrypted } from './frames.ts'
export { type Lying, NoSuchFile, type Shelf, StorageProblem } from './shelf.ts'
export { FileStore, type Stored } from './store.ts'
