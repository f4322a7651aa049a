// Passkeys: asks the device for a new one, or for its answer, and sends that with the form.
// Without JavaScript these forms say so, and every other way in is still there.

const decode = (text) => {
  const raw = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(raw, (sign) => sign.charCodeAt(0)).buffer;
};

const encode = (buffer) => {
  const raw = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(raw).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
};

const known = (list) => (list ?? []).map((each) => ({ ...each, id: decode(each.id) }));

// What the device answers, as the server reads it: base64url wherever there are bytes.
function asJson(credential) {
  const response = {};
  const parts = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];
  for (const part of parts) {
    if (credential.response[part]) response[part] = encode(credential.response[part]);
  }
  if (credential.response.getTransports) response.transports = credential.response.getTransports();
  return JSON.stringify({
    id: credential.id,
    rawId: encode(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
    response,
  });
}

function answer({ publicKey }) {
  const options = {
    ...publicKey,
    challenge: decode(publicKey.challenge),
    allowCredentials: known(publicKey.allowCredentials),
  };
  return navigator.credentials.get({ publicKey: options });
}

function create({ publicKey }, alone) {
  const asked = { ...publicKey.authenticatorSelection };
  asked.residentKey = alone ? 'required' : 'discouraged';
  asked.requireResidentKey = alone;
  if (alone) asked.userVerification = 'required';
  const options = {
    ...publicKey,
    challenge: decode(publicKey.challenge),
    user: { ...publicKey.user, id: decode(publicKey.user.id) },
    excludeCredentials: known(publicKey.excludeCredentials),
    authenticatorSelection: asked,
  };
  return navigator.credentials.create({ publicKey: options });
}

const given = () => JSON.parse(document.getElementById('passkey-options').textContent);

async function ask(form) {
  if (form.dataset.passkey === 'add') {
    return create(given().creation_options, form.elements.passwordless?.checked ?? false);
  }
  if (form.dataset.passkey === 'use') return answer(given().request_options);
  const reply = await fetch(form.action, { headers: { Accept: 'application/json' } });
  if (!reply.ok) throw new Error(`The server answered ${reply.status}`);
  return answer((await reply.json()).request_options);
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  const failed = form.querySelector('[data-passkey-failed]');
  const button = form.querySelector('button[type="submit"]');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    failed.hidden = true;
    button.disabled = true;
    try {
      form.elements.credential.value = asJson(await ask(form));
      form.submit();
    } catch {
      // Refused by the person, or by the device: both are told in the same words.
      failed.hidden = false;
      button.disabled = false;
    }
  });
}

if (window.PublicKeyCredential) {
  for (const offer of document.querySelectorAll('[data-passkey-login]')) offer.hidden = false;
}
