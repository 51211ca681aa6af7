// Makes or shows a passkey and sends it with its form. JSON as WebAuthn level 3 has it, by hand: the browsers we build for lack it.

const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const withBytes = list => list?.map(one => ({ ...one, id: bytes(one.id) }));

function toCreate(asked) {
  return { ...asked, challenge: bytes(asked.challenge), user: { ...asked.user, id: bytes(asked.user.id) }, excludeCredentials: withBytes(asked.excludeCredentials) };
}

function toGet(asked) {
  return { ...asked, challenge: bytes(asked.challenge), allowCredentials: withBytes(asked.allowCredentials) };
}

function toJson(credential) {
  const { response } = credential;
  const shown = { clientDataJSON: text(response.clientDataJSON) };
  if (response.attestationObject) {
    shown.attestationObject = text(response.attestationObject);
    shown.transports = response.getTransports?.() ?? [];
  } else {
    shown.authenticatorData = text(response.authenticatorData);
    shown.signature = text(response.signature);
    shown.userHandle = response.userHandle ? text(response.userHandle) : null;
  }
  return JSON.stringify({
    id: credential.id, rawId: text(credential.rawId), type: credential.type, response: shown,
    authenticatorAttachment: credential.authenticatorAttachment, clientExtensionResults: credential.getClientExtensionResults(),
  });
}

function start(form) {
  const said = form.querySelector('[data-passkey-said]');
  const say = words => { said.textContent = words; said.hidden = !words; };
  if (!window.PublicKeyCredential) {
    if (form.dataset.missing) say(form.dataset.missing);
    return;
  }
  const go = async () => {
    say('');
    try {
      const answer = await fetch(form.dataset.ask, { method: 'POST', body: new FormData(form) });
      if (!answer.ok) {
        say((await answer.json().catch(() => null))?.title ?? form.dataset.failed);
        return;
      }
      const { options, state } = await answer.json();
      const asked = JSON.parse(options);
      const credential = form.dataset.passkey === 'create'
        ? await navigator.credentials.create({ publicKey: toCreate(asked) })
        : await navigator.credentials.get({ publicKey: toGet(asked) });
      form.elements['Form.Credential'].value = toJson(credential);
      form.elements['Form.State'].value = state;
      form.submit();
    } catch {
      say(form.dataset.failed);
    }
  };

  form.addEventListener('submit', event => { event.preventDefault(); go(); });
  form.querySelector('[data-passkey-go]')?.addEventListener('click', go);
}

if (window.PublicKeyCredential) document.querySelectorAll('[data-passkey-offer]').forEach(offer => offer.replaceWith(offer.content.cloneNode(true)));
document.querySelectorAll('[data-passkey]').forEach(start);
