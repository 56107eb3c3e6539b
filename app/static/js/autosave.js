// What is typed in a form marked data-autosave stays in this browser until it is saved. Private forms keep it only as
// long as the tab is open. Passwords, hidden fields and files are never kept. Keys carry the person's id, so that the
// next person at the same machine is not offered somebody else's words.

const PREFIX = "pejling:";
const person = document.body.dataset.person ?? "";
const keyOf = (form) => `${PREFIX}${person}:${form.dataset.autosave}`;
const storeOf = (form) => ("autosavePrivate" in form.dataset ? sessionStorage : localStorage);

export function forgetAll() {
  for (const store of [localStorage, sessionStorage]) {
    for (const key of Object.keys(store)) if (key.startsWith(PREFIX)) store.removeItem(key);
  }
}

const kept = (field) => field.name && !["hidden", "password", "file", "submit", "button"].includes(field.type);

function read(form) {
  const values = {};
  for (const field of [...form.elements].filter(kept)) {
    if (field.type === "checkbox" || field.type === "radio") (values[field.name] ??= []).push(...(field.checked ? [field.value] : []));
    else (values[field.name] ??= []).push(field.value);
  }
  return values;
}

function write(form, values) {
  const left = structuredClone(values);
  for (const field of [...form.elements].filter(kept)) {
    if (!(field.name in left)) continue;
    if (field.type === "checkbox" || field.type === "radio") field.checked = values[field.name].includes(field.value);
    else field.value = left[field.name].shift() ?? field.value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function offer(form, values, atFirst) {
  const box = document.createElement("div");
  box.className = "alert info restore";
  box.setAttribute("role", "status");
  const words = document.createElement("p");
  words.textContent = form.dataset.restoreText;
  const button = (text, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "button quiet";
    made.textContent = text;
    made.addEventListener("click", () => { act(); box.remove(); form.querySelector("input:not([type=hidden]), textarea")?.focus(); });
    return made;
  };
  box.append(
    words,
    button(form.dataset.restoreButton, () => write(form, values)),
    button(form.dataset.discardButton, () => { storeOf(form).removeItem(keyOf(form)); write(form, atFirst); }),
  );
  form.prepend(box);
}

function keep(form) {
  const store = storeOf(form);
  const key = keyOf(form);
  const atFirst = read(form);
  let saved = null;
  try { saved = JSON.parse(store.getItem(key)); } catch { store.removeItem(key); }
  const unsent = document.querySelector(".error-summary") !== null;
  if (saved && !unsent && JSON.stringify(saved) !== JSON.stringify(atFirst)) offer(form, saved, atFirst);
  let sending = false;
  form.addEventListener("input", () => {
    try { store.setItem(key, JSON.stringify(read(form))); } catch { /* a full store: the form itself still works */ }
  });
  form.addEventListener("submit", () => { sending = true; store.setItem(`${key}:sent`, "1"); });
  window.addEventListener("beforeunload", (event) => {
    if (!sending && JSON.stringify(read(form)) !== JSON.stringify(atFirst)) event.preventDefault();
  });
}

// A form that was sent and is not on the page any more has been saved: its text can go.
function forgetSent() {
  const here = new Set([...document.querySelectorAll("form[data-autosave]")].map(keyOf));
  const failed = document.querySelector(".error-summary") !== null || document.querySelector("[data-sign-in]") !== null;
  for (const store of [localStorage, sessionStorage]) {
    for (const mark of Object.keys(store).filter((k) => k.startsWith(PREFIX) && k.endsWith(":sent"))) {
      const key = mark.slice(0, -":sent".length);
      if (failed) continue;
      if (!here.has(key) || document.querySelector(".toast.good") !== null) store.removeItem(key);
      store.removeItem(mark);
    }
  }
}

export function keepForms() {
  forgetSent();
  for (const form of document.querySelectorAll("form[data-autosave]")) keep(form);
}
