/** One short, soft note: no file to load. */
export function beep() {
  const Context = window.AudioContext ?? window.webkitAudioContext;
  if (!Context) return;
  const context = new Context();
  const note = context.createOscillator();
  const volume = context.createGain();
  volume.gain.setValueAtTime(0.2, context.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + 0.8);
  note.frequency.value = 660;
  note.connect(volume).connect(context.destination);
  note.onended = () => context.close();
  note.start();
  note.stop(context.currentTime + 0.8);
}
