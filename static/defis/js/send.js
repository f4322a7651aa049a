/** Sends what was read over; without network it waits, and leaves as soon as there is one. */
const form = document.querySelector("[data-send]");
const status = form.querySelector("[data-status]");
const AGAIN = 5_000;
let wanted = false;
let busy = false;

function say(text, urgent) {
  status.textContent = text;
  status.classList.toggle("is-waiting", urgent);
}

async function send() {
  if (!wanted || busy) return;
  busy = true;
  say(form.dataset.sending, false);
  try {
    const response = await fetch(form.getAttribute("action"), {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams({ mark: form.elements.mark.value, action: "send" }),
    });
    if (response.status >= 500) throw new Error(response.status);
    const answer = await response.json();
    wanted = false;
    if (answer.next || answer.signed_out) location.assign(answer.next ?? answer.signed_out);
    else say(form.dataset.closed, true);
  } catch {
    say(form.dataset.waiting, true);
    setTimeout(send, AGAIN);
  }
  busy = false;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  wanted = true;
  send();
});
addEventListener("online", send);
