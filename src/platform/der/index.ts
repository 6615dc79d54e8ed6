export {
  type Algorithm,
  algorithmIdentifier,
  isSignedBy,
  isWeak,
  publicKey,
  type Scheme,
  schemeFor,
  signLater,
  signNow,
  writeEcdsaValue,
} from './algorithms.ts'
export { type Bytes, concat, digest, equal, hex, sha256 } from './bytes.ts'
export {
  type Certificate,
  type CertificateRequest,
  certificatesIn,
  isIssuedBy,
  readCertificate,
  toPem,
  wasSignedBy,
  writeCertificate,
} from './certificate.ts'
export { namesSigner, readSignedData, type SignedData, type SignerInfo, signedAttributes, single, writeSignedData } from './cms.ts'
export { isListOf, type RevocationList, readRevocationList, writeRevocationList } from './crl.ts'
export {
  authority,
  authorityKey,
  crlAddress,
  crlAddressesOf,
  keyUsage,
  mayBeUsedFor,
  notAnAuthority,
  ocspAddress,
  ocspAddressesOf,
  ocspNoCheck,
  purposes,
  purposesOf,
  subjectKey,
} from './extensions.ts'
export type { NameParts } from './name.ts'
export {
  certificateId,
  isAbout,
  isAnswerOf,
  type OcspAnswer,
  readOcspAnswer,
  readOcspRequest,
  type Status,
  writeOcspAnswer,
  writeOcspRefusal,
  writeOcspRequest,
} from './ocsp.ts'
export { oids } from './oids.ts'
export { isValidAt, type Path, pathTo } from './path.ts'
export { asOctets, asOid, DerError, type Element, parts, read, readFirst } from './read.ts'
export {
  readTimeStamp,
  readTimeStampRequest,
  type Stamper,
  stamps,
  type TimeStamp,
  type TimeStampRequest,
  tokenOf,
  writeTimeStampAnswer,
  writeTimeStampRefusal,
  writeTimeStampRequest,
} from './time-stamp.ts'
