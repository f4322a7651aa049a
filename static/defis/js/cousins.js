/**
 * While a question is typed in a field with `data-cousins` (the address that answers), shows below it
 * the défis that are near. What is told comes from the server, in its language; without this module,
 * or without network, the field is an ordinary field.
 */
const PAUSE = 500;
const SHORTEST = 4;

function lineOf({ title, url, told }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = url;
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = title;
  const said = document.createElement("p");
  said.textContent = told;
  item.append(link, said);
  return item;
}

function watch(input) {
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  const list = document.createElement("ul");
  const box = document.createElement("div");
  box.className = "cousins";
  box.append(status, list);
  input.after(box);
  let pending = null;
  let timer = 0;
  let asked = "";

  async function ask() {
    const question = input.value.trim();
    if (question === asked) return;
    asked = question;
    pending?.abort();
    let found = { cousins: [], said: "" };
    if (question.length >= SHORTEST) {
      const request = (pending = new AbortController());
      const url = new URL(input.dataset.cousins, location.href);
      url.searchParams.set("q", question);
      try {
        const response = await fetch(url, { signal: request.signal, headers: { Accept: "application/json" } });
        if (response.ok) found = await response.json();
      } catch (error) {
        if (error.name === "AbortError") return;
      }
    }
    status.textContent = found.said;
    list.replaceChildren(...found.cousins.map(lineOf));
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
}

document.querySelectorAll("[data-cousins]").forEach(watch);
