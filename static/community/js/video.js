/**
 * Videos behind a click: the panel gives way to the provider's frame when somebody asks for it,
 * and the chapters lead to their moment. The choice is kept nowhere.
 */

/** The provider's frame, named for those who do not see it. */
function frameOf(title, address) {
  const frame = document.createElement("iframe");
  frame.src = address;
  frame.title = title;
  frame.className = "video__player";
  frame.allow = "fullscreen; picture-in-picture; encrypted-media";
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  frame.tabIndex = -1;
  return frame;
}

/** Begins at a moment of what is playing; false when nothing plays here. */
function seek(video, link) {
  const own = video.querySelector("video");
  const frame = video.querySelector("iframe");
  if (own) {
    const jump = () => {
      own.currentTime = Number(link.dataset.seek);
    };
    // Nothing was loaded before the first click: until then there is nothing to jump in.
    if (own.readyState) jump();
    else own.addEventListener("loadedmetadata", jump, { once: true });
    own.play().catch(() => {});
    own.focus();
  } else if (frame) {
    // A new one: some players read the moment only as they start.
    const again = frameOf(frame.title, link.dataset.embedAt);
    frame.replaceWith(again);
    again.focus();
  }
  return Boolean(own ?? frame);
}

for (const video of document.querySelectorAll("[data-video]")) {
  const button = video.querySelector("[data-video-play]");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const panel = button.closest("[data-embed]");
      const frame = frameOf(panel.dataset.title, panel.dataset.embed);
      panel.replaceWith(frame);
      frame.focus();
    });
  }
  video.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-seek]");
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (link && plain && seek(video, link)) event.preventDefault();
  });
}
