// Applications that were written for hCaptcha, reCAPTCHA and Turnstile: what each is told is another address, nothing else.
// Prints one line of JSON a client: what it made of a pass, of the same pass again, and of nonsense.
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { captcha } from 'better-auth/plugins/captcha'
import Recaptcha2 from 'recaptcha2'

const [hiboo, siteKey, secret, page] = process.argv.slice(2)
const siteverify = `${hiboo}/captcha/siteverify`

const solved = async (action) => {
  const challenge = await (await fetch(`${hiboo}/captcha/challenge?sitekey=${siteKey}&action=${action}`, { headers: { origin: page } })).json()
  const solution = await solveChallenge({ challenge, deriveKey })
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
}
const pass = async (action) => {
  const answer = await fetch(`${hiboo}/captcha/solve`, { method: 'POST', body: new URLSearchParams({ payload: await solved(action) }) })
  return (await answer.json()).pass
}

const betterAuth = (provider, options) => {
  const plugin = captcha({ provider, secretKey: secret, siteVerifyURLOverride: siteverify, ...options })
  return async (response) => {
    const request = new Request('http://application.test/api/auth/sign-up/email', { method: 'POST', headers: { 'x-captcha-response': response } })
    const refusal = await plugin.onRequest(request, { options: {}, logger: { warn() {}, error: console.error } })
    return refusal ? (await refusal.response.json()).code : 'good'
  }
}
const recaptcha2 = async (response) => {
  const client = new Recaptcha2({ siteKey, secretKey: secret })
  client.apiEndpoint = siteverify
  try {
    await client.validate(response)
    return 'good'
  } catch (codes) {
    return codes.join()
  }
}

const host = new URL(page).hostname
const clients = {
  hcaptcha: betterAuth('hcaptcha', { siteKey }),
  recaptcha: betterAuth('google-recaptcha', { expectedAction: 'sign-up', allowedHostnames: [host] }),
  turnstile: betterAuth('cloudflare-turnstile', { expectedAction: 'sign-up', allowedHostnames: [host] }),
  recaptcha2,
}
for (const [step, verify] of Object.entries(clients)) {
  const response = await pass('sign-up')
  console.log(JSON.stringify({ step, once: await verify(response), again: await verify(response), nonsense: await verify('nonsense') }))
}
const response = await solved('')
console.log(JSON.stringify({ step: 'solution', once: await recaptcha2(response), again: await recaptcha2(response), length: response.length }))
