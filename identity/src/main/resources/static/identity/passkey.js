// Base64url (RFC 4648, section 5) by hand: browsers and password managers differ in what they do of it by themselves.
const text = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));

async function options(form) {
  const answer = await fetch(form.dataset.options, { method: "POST" });
  if (!answer.ok) throw new Error(answer.status);
  const publicKey = await answer.json();
  publicKey.challenge = bytes(publicKey.challenge);
  if (publicKey.user) publicKey.user.id = bytes(publicKey.user.id);
  for (const one of publicKey.allowCredentials ?? publicKey.excludeCredentials) one.id = bytes(one.id);
  return { publicKey };
}

async function present(form) {
  const { rawId, response } = await navigator.credentials[form.dataset.passkey](await options(form));
  const parts = {
    credential: rawId,
    client: response.clientDataJSON,
    attestation: response.attestationObject,
    authenticator: response.authenticatorData,
    signature: response.signature,
    user: response.userHandle,
  };
  for (const field of form.querySelectorAll("[data-part]")) field.value = text(parts[field.name] ?? []);
  form.submit();
}

function why(form, error) {
  const note = form.querySelector("[role=alert]");
  note.textContent = error.name === "InvalidStateError" && note.dataset.known ? note.dataset.known : note.dataset.failed;
  note.hidden = false;
}

for (const form of window.PublicKeyCredential ? document.querySelectorAll("form[data-passkey]") : []) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    button.disabled = true;
    present(form)
      .catch((error) => why(form, error))
      .finally(() => (button.disabled = false));
  });
  form.hidden = false;
  for (const without of document.querySelectorAll("[data-without]")) without.hidden = true;
}
