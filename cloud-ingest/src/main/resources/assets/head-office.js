// Keeps the page current: the server says when something was filed, and the page fetches itself again.
const main = document.querySelector("main");
const live = document.querySelector(".live");
let shown = null;

async function refresh() {
  if (document.activeElement?.closest("form")) return; // someone is writing
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error(`head office answered ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  main.replaceChildren(...page.querySelector("main").childNodes);
}

function state(connected) {
  live.classList.toggle("on", connected);
  live.querySelector("span:last-child").textContent = connected ? "live" : "not connected, trying again";
}

const events = new EventSource("/events");
events.onopen = () => state(true);
events.onerror = () => state(false);
events.addEventListener("changed", (event) => {
  const first = shown === null;
  if (event.data === shown) return;
  shown = event.data;
  // What is waited for may have come between this page and the first event: then nothing else would tell.
  if (!first || document.querySelector("[data-waiting]")) refresh().catch(() => state(false));
});

// A person decides about a fork. The same decision again is answered alike.
document.addEventListener("submit", async (event) => {
  const section = event.target.closest("[data-fork]");
  if (!section) return;
  event.preventDefault();
  const form = event.target;
  const wrong = form.querySelector(".wrong");
  try {
    const answer = await fetch("/api/v1/forks/" + section.dataset.fork + "/approve", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ approver: form.approver.value.trim(), reason: form.reason.value.trim() }),
    });
    const told = await answer.json();
    if (!answer.ok) wrong.textContent = told.detail;
    else section.innerHTML = "<h2>Decided</h2><p>Epoch " + Number(told.epoch) + " is granted. The store's gateway fetches it within seconds.</p>";
  } catch {
    wrong.textContent = "Head office did not answer. Try again: it is never decided twice.";
  }
});
