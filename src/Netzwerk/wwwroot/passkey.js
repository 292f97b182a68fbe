// Asks the browser for a passkey and sends it with the form around the button. Without this script, or where a browser knows no passkeys,
// the form stays hidden and the other ways remain.
const known = 'PublicKeyCredential' in window && 'parseCreationOptionsFromJSON' in PublicKeyCredential;

for (const box of known ? document.querySelectorAll('[data-passkey]') : []) {
  const form = box.querySelector('form');
  const options = JSON.parse(box.dataset.options);
  const ask = {
    create: () => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
    get: () => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  }[box.dataset.passkey];
  box.hidden = false;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const trouble = form.querySelector('[role=alert]');
    trouble.textContent = '';
    try {
      form.elements['Form.Credential'].value = JSON.stringify((await ask()).toJSON());
    } catch {
      trouble.textContent = form.querySelector('template').content.textContent;
      return;
    }
    form.submit();
  });
}
