/** It was sent: this device keeps nothing of it any more. */
import { dropSent } from "./device.js";

dropSent(document.querySelector("[data-sent]").dataset.sent);
