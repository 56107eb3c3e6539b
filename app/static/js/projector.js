// The number of ballots on the projector, asked for again and again. Most answers are an empty 304.
const EVERY = 2000;
const page = document.querySelector("[data-count]");
const shown = page.querySelector("[data-held]");
let seen = "";

async function look() {
  if (document.hidden) return;
  const answer = await fetch(page.dataset.count, { cache: "no-store", headers: seen ? { "If-None-Match": seen } : {} });
  if (answer.redirected || ![200, 304].includes(answer.status)) return location.reload();
  if (answer.status === 304) return;
  seen = answer.headers.get("ETag") ?? "";
  const { held, closed } = await answer.json();
  if (closed) return location.reload();
  if (shown.textContent !== String(held)) shown.textContent = held;
}

// A network that is gone for a moment is tried again; the number that stands is the last one known.
const again = () => look().catch(() => {}).then(() => setTimeout(again, EVERY));
setTimeout(again, EVERY);
