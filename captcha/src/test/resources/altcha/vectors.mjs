// Made vectors.json: npm install altcha-lib@2.8.0 altcha@3.2.2, then node vectors.mjs > vectors.json
// Argon2id as altcha's own worker derives it, by hash-wasm.
import {createChallenge, solveChallenge, verifySolution} from 'altcha-lib';
import {deriveKey as pbkdf2} from 'altcha-lib/algorithms/pbkdf2';
import {argon2id} from 'hash-wasm';

const hmacSignatureSecret = '5'.repeat(64);
const argon2 = async ({cost, keyLength, memoryCost, parallelism}, salt, password) => ({
  derivedKey: await argon2id({password, salt, parallelism, iterations: cost, memorySize: memoryCost,
    hashLength: keyLength, outputType: 'binary'}),
});

const made = [];
for (const [algorithm, deriveKey, cost, keyPrefix, more] of [
  ['PBKDF2/SHA-256', pbkdf2, 1000, '3b', {}],
  ['PBKDF2/SHA-256', pbkdf2, 8000, '0f', {}],
  ['PBKDF2/SHA-256', pbkdf2, 1000, 'a7c', {}],
  ['ARGON2ID', argon2, 1, 'd', {memoryCost: 16384, parallelism: 1}],
  ['ARGON2ID', argon2, 2, '4', {memoryCost: 16384, parallelism: 1}],
]) {
  const data = {action: 'sign-up', host: 'example.org', kind: 'pow', site: '0123456789abcdef0123456789abcdef'};
  const challenge = await createChallenge(
    {algorithm, cost, deriveKey, keyPrefix, data, expiresAt: 4102444800, hmacSignatureSecret, ...more});
  const solution = await solveChallenge({challenge, deriveKey});
  const {verified} = await verifySolution({challenge, solution, deriveKey, hmacSignatureSecret});
  if (!verified) throw new Error('the library refuses its own solution');
  made.push({challenge, solution: {...solution, time: 1}});
}
console.log(JSON.stringify(made, null, 1));
