// Warns two minutes before a session that nobody touches is over, and goes to the door when it is.
// AppPagePolicy writes this script into the app's page, with its words and times in data-… attributes.
//
// The server counts from the last act that reached it. So this page counts from there too: it tells the server at most
// once a minute that somebody is moving, and never believes that a gesture which the server has not heard of counts.
// Tabs of the same browser share one session: the last moment heard lies in localStorage, where all of them look.
(() => {
  'use strict';

  const here = document.getElementById('session-watch');
  const REST = Number(here.dataset.rest) * 1000;
  const WARNING = 120_000;
  const SOON = 60_000;
  const BETWEEN_PINGS = 60_000;
  const BETWEEN_TRIES = 15_000;
  const KEY = 'preau.heard';

  let heard = Date.now();     // the server knows that somebody was here at this moment
  let tried = heard;          // the last time that we tried to say so
  let moved = false;          // whether somebody has moved since
  let leaving = false;
  let cutOff = false;         // whether the last try did not reach the server
  let dialog = null;

  // Some browsers refuse storage; then each tab counts for itself.
  function share() {
    try { localStorage.setItem(KEY, String(heard)); } catch { /* alone */ }
  }

  function shared() {
    try { return Number(localStorage.getItem(KEY)) || 0; } catch { return 0; }
  }

  async function sayThatSomebodyIsHere() {
    const now = Date.now();
    tried = now;
    try {
      const answer = await fetch(here.dataset.presence, {method: 'POST', headers: {'X-Presence': '1'}, credentials: 'same-origin'});
      if (answer.status === 401) {
        leave();
      } else if (answer.ok) {
        heard = now;
        moved = false;
        cutOff = false;
        share();
        hide();
      }
    } catch {
      cutOff = true; // the next look at the clock tries again, or says so where somebody has pressed
    }
  }

  // Back to the same screen after signing in again.
  function leave() {
    if (!leaving) {
      leaving = true;
      location.assign(here.dataset.door + '&vers=' + encodeURIComponent(location.pathname + location.search));
    }
  }

  function show(left) {
    if (dialog) return say(left);
    const title = Object.assign(document.createElement('h2'), {id: 'session-watch-title', textContent: here.dataset.title});
    const text = Object.assign(document.createElement('p'), {id: 'session-watch-text', role: 'status'});
    const stay = Object.assign(document.createElement('button'), {type: 'button', className: 'btn go', textContent: here.dataset.stay});
    stay.addEventListener('click', sayThatSomebodyIsHere);
    dialog = Object.assign(document.createElement('dialog'), {className: 'watch'});
    dialog.setAttribute('aria-labelledby', title.id);
    dialog.setAttribute('aria-describedby', text.id);
    dialog.append(title, text, stay);
    // Escape is somebody too.
    dialog.addEventListener('cancel', event => { event.preventDefault(); sayThatSomebodyIsHere(); });
    document.body.append(dialog);
    dialog.showModal();
    say(left);
  }

  // A tab that slept may ask with less than two minutes left.
  function say(left) {
    const words = cutOff ? here.dataset.cut : left <= SOON ? here.dataset.soon : here.dataset.text;
    const text = dialog.querySelector('p');
    if (text.textContent !== words) text.textContent = words;
  }

  function hide() {
    dialog?.close();
    dialog?.remove();
    dialog = null;
  }

  function look() {
    const other = shared();
    if (other > heard) {
      heard = other;
      hide();
    }
    const now = Date.now();
    const left = heard + REST - now;
    if (left <= 0) {
      leave();
    } else if (moved && !dialog && now - heard >= BETWEEN_PINGS && now - tried >= BETWEEN_TRIES) {
      sayThatSomebodyIsHere();
    } else if (left <= WARNING) {
      show(left);
    }
  }

  // While the question stands, only its answer counts.
  for (const act of ['pointerdown', 'pointermove', 'keydown', 'touchstart', 'wheel']) {
    addEventListener(act, () => { moved ||= !dialog; }, {capture: true, passive: true});
  }
  addEventListener('storage', event => { if (event.key === KEY) look(); });
  document.addEventListener('visibilitychange', look);
  setInterval(look, 1_000);
  share();
})();
