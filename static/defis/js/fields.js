/** The fields of the form: read as pairs, put back, and the rows that one may add. */
const NOT_TYPED = ["mark", "fields", "action", "photos", "documents"];

/** What is typed, as [name, value] pairs; files are not words. */
export function read(form) {
  return [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !NOT_TYPED.includes(name));
}

/** Puts back what `read` gave, adding the rows that it needs. */
export function restore(form, pairs) {
  for (const box of form.querySelectorAll("[type=checkbox]")) box.checked = false;
  for (const [name, value] of pairs) {
    const row = /^(step|obstacle)-(\d+)-/.exec(name);
    for (let tries = 0; row && !form.elements[name] && tries < 12; tries += 1) addRow(form, row[1]);
    const found = form.elements[name];
    if (!found) continue;
    if (found instanceof RadioNodeList) found.value = value;
    else if (found.type === "checkbox") found.checked = true;
    else found.value = value;
    found.closest?.("details:not([open])")?.setAttribute("open", "");
  }
}

/** Adds an empty row after the last one of its kind; returns its first field. */
export function addRow(form, kind) {
  const rows = form.querySelector(`[data-rows="${kind}"]`);
  const last = rows.lastElementChild;
  const row = last.cloneNode(true);
  const number = Number(/-(\d+)-/.exec(last.querySelector("[name]").name)[1]) + 1;
  for (const each of row.querySelectorAll("[name], [id], [for]")) {
    for (const attribute of ["name", "id", "for"]) {
      const value = each.getAttribute(attribute);
      if (value) each.setAttribute(attribute, value.replace(/-\d+-/, `-${number}-`));
    }
    if (each.type === "checkbox") each.checked = false;
    else if ("value" in each && each.name) each.value = "";
  }
  rows.append(row);
  return row.querySelector("[name]");
}
