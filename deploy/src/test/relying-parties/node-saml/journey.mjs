// A service provider of the ordinary kind. Called with "metadata" it prints its own; else it prints one line of JSON a
// step, and where a browser is needed {"open": address}: it reads from its input {"address", "fields"}, where the browser
// ended and what a form there would post.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { SAML } from '@node-saml/node-saml'

const [mode, keys, home, issuer, idpCertificate] = process.argv.slice(2)
const key = readFileSync(`${keys}/sp.key`, 'utf8')
const certificate = readFileSync(`${keys}/sp.crt`, 'utf8')
const provider = (idpCert, validateInResponseTo = 'always') => new SAML({
  issuer: `${home}/metadata`,
  callbackUrl: `${home}/acs`,
  entryPoint: `${issuer}/saml/sso`,
  logoutUrl: `${issuer}/saml/slo`,
  logoutCallbackUrl: `${home}/slo`,
  idpIssuer: `${issuer}/saml/metadata`,
  audience: `${home}/metadata`,
  idpCert,
  privateKey: key,
  publicCert: certificate,
  decryptionPvk: key,
  signatureAlgorithm: 'sha256',
  digestAlgorithm: 'sha256',
  identifierFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
  wantAssertionsSigned: true,
  wantAuthnResponseSigned: true,
  validateInResponseTo,
})

if (mode === 'metadata') {
  console.log(provider(certificate).generateServiceProviderMetadata(certificate, certificate))
  process.exit(0)
}

const saml = provider(idpCertificate)
// It forgets a request that was answered, and finds none in an answer to a logout request: here it is to look elsewhere.
const lenient = provider(idpCertificate, 'never')
const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const say = (step) => console.log(JSON.stringify(step))
const browse = async (open) => {
  say({ open })
  return JSON.parse((await answers.next()).value)
}
const refused = async (promise) => {
  try {
    await promise
    return 'nothing'
  } catch (problem) {
    return problem.message
  }
}

const landed = await browse(await saml.getAuthorizeUrlAsync('state', undefined, {}))
const { profile } = await saml.validatePostResponseAsync(landed.fields)
say({ step: 'signed-in', profile, state: landed.fields.RelayState })
say({ step: 'answer-again', error: await refused(saml.validatePostResponseAsync(landed.fields)) })
const changed = { ...landed.fields, SAMLResponse: Buffer.from(
  Buffer.from(landed.fields.SAMLResponse, 'base64').toString().replace('Success', 'Requester')).toString('base64') }
say({ step: 'answer-changed', error: await refused(lenient.validatePostResponseAsync(changed)) })

// Its metadata asks for logout messages in forms.
const left = await browse(await saml.getLogoutUrlAsync(profile, 'gone', {}))
const back = await lenient.validatePostResponseAsync(left.fields)
say({ step: 'signed-out', loggedOut: back.loggedOut, state: left.fields.RelayState })
process.exit(0)
