// What is recorded in a meeting is sent at once. While the network is away it is kept in this browser and sent later, in
// order; each carries a key, so that what arrives twice is kept once. Signing out forgets it (see autosave.js).
const AGAIN = 5000;
const status = document.querySelector("[data-outbox-status]");
const NAME = `pejling:${document.body.dataset.person ?? ""}:outbox:${location.pathname}`;

const waiting = () => JSON.parse(localStorage.getItem(NAME) ?? "[]");
const keep = (list) => (list.length ? localStorage.setItem(NAME, JSON.stringify(list)) : localStorage.removeItem(NAME));
const say = (words) => { if (status && status.textContent !== words) status.textContent = words; };
let busy = false;

async function send(letter) {
  const body = new URLSearchParams(letter.fields);
  const answer = await fetch(letter.to, { method: "POST", body, headers: { "X-Outbox": "1" }, redirect: "manual" });
  if (answer.type === "opaqueredirect" || answer.status === 401) return "signed-out";
  if (answer.status === 422) return { errors: (await answer.json()).errors };
  if (answer.status >= 500 || answer.status === 408 || answer.status === 429) throw new Error("later");
  return answer.ok ? "ok" : { errors: {} };
}

// Everything that waits, the oldest first. True when all of it has arrived.
async function flush() {
  if (busy) return false;
  busy = true;
  try {
    for (let list = waiting(); list.length; list = waiting()) {
      const result = await send(list[0]);
      if (result === "signed-out") { say(status.dataset.signedOut); return false; }
      keep(list.slice(1));
      if (result !== "ok") { refuse(list[0], result.errors); return false; }
    }
    return true;
  } catch {
    say(status.dataset.waits.replace("%(count)s", waiting().length));
    return false;
  } finally {
    busy = false;
  }
}

// What is wrong stands at its field; what was typed is put back into the form.
function refuse(letter, errors) {
  say(status.dataset.failed);
  const form = [...document.querySelectorAll("form[data-outbox]")].find((one) => new URL(one.action).pathname === letter.to);
  if (!form) return;
  form.closest("details")?.setAttribute("open", "");
  for (const old of form.querySelectorAll(".error")) old.remove();
  for (const [name, value] of letter.fields) {
    const field = form.elements[name];
    if (field && !(field instanceof RadioNodeList) && field.type !== "checkbox" && field.type !== "hidden") field.value = value;
  }
  for (const [name, messages] of Object.entries(errors)) {
    const field = form.elements[name] instanceof RadioNodeList ? form.elements[name][0] : form.elements[name];
    const words = document.createElement("p");
    words.className = "error";
    words.textContent = messages.join(" ");
    (field?.closest(".field") ?? form).append(words);
    field?.setAttribute("aria-invalid", "true");
    field?.focus();
  }
}

function fields(form) {
  return [...new FormData(form)].filter(([, value]) => typeof value === "string");
}

for (const form of document.querySelectorAll("form[data-outbox]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    keep([...waiting(), { to: new URL(form.action).pathname, fields: fields(form) }]);
    for (const key of form.querySelectorAll("input[name=key]")) key.value = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
    form.reset();
    for (const error of form.querySelectorAll(".error")) error.remove();
    if (await flush()) location.reload();
  });
}

const again = async () => {
  if (waiting().length && (await flush())) location.reload();
  setTimeout(again, AGAIN);
};
window.addEventListener("online", () => again());
window.addEventListener("beforeunload", (event) => { if (waiting().length && navigator.onLine === false) event.preventDefault(); });
if (status && waiting().length) say(status.dataset.waits.replace("%(count)s", waiting().length));
setTimeout(again, AGAIN);
