// Asks the browser for a passkey: at the door, to come in, and in the app, to make one.
//
// The door's page holds a part with the id "passkey", hidden until this script has seen that the browser knows passkeys
// and that the page stands under the name that they are made for. Its words and addresses are in data-… attributes.
// The app calls window.preauPasskey.
(() => {
  'use strict';

  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), sign => sign.charCodeAt(0));
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

  const isUsable = host => Boolean(window.PublicKeyCredential) && location.hostname === host;

  // Written out by hand: PublicKeyCredential.toJSON is too young for the phones that we meet.
  function written(key, response) {
    return JSON.stringify({
      id: key.id, rawId: text(key.rawId), type: key.type, authenticatorAttachment: key.authenticatorAttachment ?? undefined,
      clientExtensionResults: {}, response
    });
  }

  async function make(options) {
    const publicKey = JSON.parse(options);
    publicKey.challenge = bytes(publicKey.challenge);
    publicKey.user.id = bytes(publicKey.user.id);
    publicKey.excludeCredentials = publicKey.excludeCredentials.map(known => ({...known, id: bytes(known.id)}));
    const key = await navigator.credentials.create({publicKey});
    return written(key, {
      clientDataJSON: text(key.response.clientDataJSON), attestationObject: text(key.response.attestationObject),
      transports: key.response.getTransports?.() ?? []
    });
  }

  async function sign(options) {
    const publicKey = JSON.parse(options);
    publicKey.challenge = bytes(publicKey.challenge);
    const key = await navigator.credentials.get({publicKey});
    return written(key, {
      clientDataJSON: text(key.response.clientDataJSON), authenticatorData: text(key.response.authenticatorData),
      signature: text(key.response.signature), userHandle: key.response.userHandle ? text(key.response.userHandle) : undefined
    });
  }

  window.preauPasskey = {isUsable, make};

  const door = document.getElementById('passkey');
  if (!door || !isUsable(door.dataset.host)) return;

  const button = door.querySelector('button');
  const said = door.querySelector('[role=alert]');
  const form = document.querySelector('main form');

  async function post(address, fields) {
    const answer = await fetch(address, {method: 'POST', body: new URLSearchParams(fields), credentials: 'same-origin'});
    return answer.json();
  }

  async function enter() {
    const fields = {vers: form.elements.vers.value};
    if (form.elements.partage.checked) fields.partage = 'oui';
    const asked = await post(door.dataset.ask, fields);
    if (asked.refusal) return asked.refusal;
    let answer;
    try {
      answer = await sign(asked.options);
    } catch {
      return door.dataset.stopped;
    }
    const end = await post(door.dataset.ask + '/' + asked.step, {reponse: answer});
    if (end.refusal) return end.refusal;
    location.assign(end.to);
    return '';
  }

  button.addEventListener('click', async () => {
    button.disabled = true;
    said.textContent = '';
    try {
      said.textContent = await enter();
    } catch {
      said.textContent = door.dataset.failed;
    }
    button.disabled = false;
  });
  door.hidden = false;
})();
