// Sends the forms without leaving the page. Without this script they work as plain forms.
"use strict";

const LONGEST_WAIT = 30_000; // milliseconds

function part(html) {
  return new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
}

async function send(form, submitter) {
  const response = await fetch(form.action, {
    method: "POST",
    body: new FormData(form, submitter),
    headers: { "X-Part": "1" },
    redirect: "error",
    signal: AbortSignal.timeout(LONGEST_WAIT),
  });
  const element = part(await response.text());
  // Something between us and the service may answer in its place; that is no part of the page.
  const known = element?.matches(".turn, .problem, .thanks");
  if (!known) throw new Error("not a part of the page");
  return { well: response.ok, element };
}

function unreachable() {
  const element = document.createElement("p");
  element.className = "problem";
  element.setAttribute("role", "alert");
  element.textContent = main.dataset.unreachable;
  return element;
}

async function once(form, submitter, show) {
  if (form.hasAttribute("aria-busy")) return;
  form.setAttribute("aria-busy", "true");
  try {
    show(await send(form, submitter));
  } catch {
    show({ well: false, element: unreachable() });
  } finally {
    form.removeAttribute("aria-busy");
  }
}

const asking = document.querySelector("[data-asking]");
const main = document.getElementById("fragan");

function ask(form, submitter) {
  const line = main.querySelector("[data-status-line]");
  const field = document.getElementById("fraga");
  const place = main.querySelector("[data-problem]");
  place.replaceChildren();
  field.removeAttribute("aria-invalid");
  line.textContent = main.dataset.working;
  once(form, submitter, ({ well, element }) => {
    line.textContent = well ? main.dataset.done : "";
    if (!well) {
      element.id = "fel";
      place.append(element);
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", "tips fel");
      field.focus();
      return;
    }
    document.getElementById("trad").append(element);
    asking.dataset.begun = "";
    if (form === main) form.reset();
    const heading = element.querySelector(".asked");
    heading.focus({ preventScroll: true });
    element.scrollIntoView();
  });
}

function judge(form, submitter) {
  const section = form.closest("[data-feedback]");
  once(form, submitter, ({ well, element }) => {
    section.querySelector(".problem")?.remove();
    if (well) {
      element.tabIndex = -1;
      section.replaceChildren(element);
      element.focus();
    } else {
      section.prepend(element);
    }
  });
}

if (asking && main) {
  asking.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.hasAttribute("data-ask")) {
      event.preventDefault();
      ask(form, event.submitter);
    } else if (form.closest("[data-feedback]")) {
      event.preventDefault();
      judge(form, event.submitter);
    }
  });
  document.getElementById("fraga").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      main.requestSubmit();
    }
  });
}
