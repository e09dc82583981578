// Keeps the dashboard's sections as the gateway has them, and closes the day when a person says so.
const live = document.querySelector(".live");
const day = document.body.dataset.day;

function say(on, text) {
  live.classList.toggle("on", on);
  live.querySelector(".says").textContent = text;
}

function listen() {
  const source = new EventSource("/events" + (day ? "?day=" + encodeURIComponent(day) : ""));
  source.onopen = () => say(true, "live");
  source.onerror = () => say(false, "gateway not reached, trying again");
  for (const id of ["head", "figures", "alerts", "tills", "chart", "goods", "closing", "earlier"]) {
    source.addEventListener(id, (event) => show(document.getElementById(id), event.data));
  }
}

function show(section, html) {
  const open = [...section.querySelectorAll("details[open] > summary")].map((summary) => summary.textContent);
  section.innerHTML = html;
  for (const details of section.querySelectorAll("details"))
    details.open = open.includes(details.querySelector("summary").textContent);
}

const ask = document.getElementById("ask");
let wish = null;

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-close]");
  if (!button) return;
  const without = button.dataset.without ? button.dataset.without.split(",") : [];
  wish = { commandId: crypto.randomUUID(), day: button.dataset.close, without };
  const made = button.dataset.supplement ? "A supplement to the store Z of " : "The store Z of ";
  ask.querySelector(".what").textContent =
    without.length === 0
      ? made + wish.day + " is made and signed. It cannot be undone."
      : made + wish.day + " is made without " + without.join(", ") + ", and says so and who allowed it.";
  const approval = ask.querySelector(".approval");
  approval.hidden = approval.disabled = without.length === 0;
  approval.querySelectorAll("input").forEach((field) => (field.value = ""));
  ask.querySelector(".wrong").textContent = "";
  ask.returnValue = "";
  ask.showModal();
});

ask.querySelector("form").addEventListener("submit", async (event) => {
  if (event.submitter.value !== "yes") return;
  event.preventDefault();
  const field = (name) => ask.querySelector("[name=" + name + "]").value;
  const operator = field("operator").trim();
  const approval = field("supervisor").trim()
    ? { supervisor: field("supervisor").trim(), pin: field("pin"), reason: field("reason").trim() }
    : null;
  if (!operator) return;
  const wrong = ask.querySelector(".wrong");
  try {
    const answer = await fetch("/api/v1/days/" + wish.day + "/close-down", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        commandId: wish.commandId,
        operator,
        without: wish.without,
        approval: wish.without.length === 0 ? null : approval,
      }),
    });
    if (answer.ok) ask.close("yes");
    else wrong.textContent = (await answer.json()).detail;
  } catch {
    wrong.textContent = "The gateway did not answer. Try again: the same wish is never carried out twice.";
  }
});

listen();
