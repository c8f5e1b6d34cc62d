// A relying party of the ordinary kind. It prints one line of JSON a step; where a browser is needed it prints
// {"open": address} and reads from its input the address that the browser was sent back to.
import { createInterface } from 'node:readline'
import * as client from 'openid-client'

const [issuer, clientId, secret, redirect, afterSignOut, offered] = process.argv.slice(2)
const answers = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const say = (step) => console.log(JSON.stringify(step))
const browse = async (open) => {
  say({ open: open.href })
  return new URL((await answers.next()).value)
}
const refused = async (promise) => {
  try {
    await promise
    return 'nothing'
  } catch (problem) {
    return problem.error ?? problem.cause?.error ?? problem.code ?? problem.message
  }
}

const config = await client.discovery(new URL(issuer), clientId, secret, client.ClientSecretBasic(secret), {
  execute: [client.allowInsecureRequests],
})

async function signIn(pushed, extra = {}, DPoP, as = config, key = undefined) {
  const verifier = client.randomPKCECodeVerifier()
  const state = client.randomState()
  const nonce = client.randomNonce()
  const parameters = {
    redirect_uri: redirect,
    scope: 'openid profile email offline_access',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...extra,
  }
  const start = pushed
    ? await client.buildAuthorizationUrlWithPAR(as, parameters, DPoP && { DPoP })
    : key
      ? await client.buildAuthorizationUrlWithJAR(as, parameters, key)
      : client.buildAuthorizationUrl(as, parameters)
  const back = await browse(start)
  const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true }
  const tokens = await client.authorizationCodeGrant(as, back, checks, undefined, DPoP && { DPoP })
  return { tokens, back, start, checks }
}

const first = await signIn(false)
const claims = first.tokens.claims()
const seen = await client.fetchUserInfo(config, first.tokens.access_token, claims.sub)
say({ step: 'signed-in', iss: first.back.searchParams.get('iss'), claims, userinfo: seen })
say({ step: 'code-again', error: await refused(client.authorizationCodeGrant(config, first.back, first.checks)) })

const second = await signIn(true)
say({ step: 'pushed', request: second.start.searchParams.get('request_uri') !== null, sub: second.tokens.claims().sub })

const fresh = await client.refreshTokenGrant(config, second.tokens.refresh_token)
const again = await client.fetchUserInfo(config, fresh.access_token, claims.sub)
say({ step: 'refreshed', rotated: fresh.refresh_token !== second.tokens.refresh_token, userinfo: again })
say({ step: 'refresh-reused', error: await refused(client.refreshTokenGrant(config, second.tokens.refresh_token)) })
say({ step: 'family-ended', error: await refused(client.refreshTokenGrant(config, fresh.refresh_token)) })

const third = await signIn(false)
const before = await client.tokenIntrospection(config, third.tokens.refresh_token)
await client.tokenRevocation(config, third.tokens.refresh_token)
const after = await client.tokenIntrospection(config, third.tokens.refresh_token)
say({ step: 'revoked', before: before.active, after: after.active,
  error: await refused(client.refreshTokenGrant(config, third.tokens.refresh_token)) })

// Tokens that are good in one hand alone (RFC 9449), and a lesser one in exchange (RFC 8693).
const DPoP = client.getDPoPHandle(config, await client.randomDPoPKeyPair())
const fourth = await signIn(true, {}, DPoP)
const bound = await client.refreshTokenGrant(config, fourth.tokens.refresh_token, undefined, { DPoP })
say({ step: 'bound', type: bound.token_type,
  userinfo: await client.fetchUserInfo(config, bound.access_token, claims.sub, { DPoP }),
  stolen: (await client.fetchProtectedResource(config, bound.access_token,
    new URL(config.serverMetadata().userinfo_endpoint), 'GET').catch((problem) => problem)).status })
const lesser = await client.genericGrantRequest(
  config,
  'urn:ietf:params:oauth:grant-type:token-exchange',
  {
    subject_token: bound.access_token,
    subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    resource: new URL('/api', redirect).href,
    scope: 'profile',
  },
  { DPoP },
)
say({ step: 'exchanged', type: lesser.issued_token_type,
  claims: JSON.parse(Buffer.from(lesser.access_token.split('.')[1], 'base64url')) })

// A device without a browser (RFC 8628).
const device = await client.initiateDeviceAuthorization(config, { scope: 'openid profile' })
await browse(new URL(device.verification_uri_complete))
const onDevice = await client.pollDeviceAuthorizationGrant(config, device)
say({ step: 'on-a-device', code: device.user_code, claims: onDevice.claims() })

// An application that registers itself and a key (RFC 7591), signs its request (RFC 9101), is entered, and looks after itself
// (RFC 7592).
const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
const jwk = { ...(await crypto.subtle.exportKey('jwk', keys.publicKey)), kid: 'own', use: 'sig' }
delete jwk.key_ops
delete jwk.ext
const self = { client_name: 'Wandering Owl', redirect_uris: [redirect], token_endpoint_auth_method: 'client_secret_post',
  grant_types: ['authorization_code', 'refresh_token'], request_object_signing_alg: 'ES256', jwks: { keys: [jwk] } }
const own = await client.dynamicClientRegistration(new URL(issuer), self, undefined, {
  initialAccessToken: offered,
  execute: [client.allowInsecureRequests],
})
const told = own.clientMetadata()
const entered = await signIn(false, {}, undefined, own, { key: keys.privateKey, kid: 'own' })
const look = (method, body) => fetch(told.registration_client_uri, { method, body: body && JSON.stringify(body),
  headers: { authorization: `Bearer ${told.registration_access_token}`, 'content-type': 'application/json' } })
const changed = await look('PUT', { ...self, client_id: told.client_id, client_name: 'Settled Owl' })
say({ step: 'registered', name: told.client_name, signed: [...entered.start.searchParams.keys()].sort(), claims: entered.tokens.claims(),
  changed: (await changed.json()).client_name, removed: (await look('DELETE')).status,
  after: (await client.refreshTokenGrant(own, entered.tokens.refresh_token).catch((problem) => problem)).status })

const left = await browse(
  client.buildEndSessionUrl(config, {
    id_token_hint: third.tokens.id_token,
    post_logout_redirect_uri: afterSignOut,
    state: 'gone',
  }),
)
say({ step: 'signed-out', back: left.href })
process.exit(0)
