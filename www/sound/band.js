// Notes played by Web Audio: on the reader's loudspeakers, or into a buffer to be tested.

/** How loud a tone is, a soft one, and a tick; from 0 to 1. */
const loud = { tone: 0.22, soft: 0.1, tick: 0.12 };

/** Seconds in which a tone comes and goes, so that it does not crack. */
const edge = 0.012;

/**
 * Has a context play notes.
 * @param {BaseAudioContext} context
 * @param {import("./score.js").Note[]} notes
 * @param {number} start in the context's time
 * @returns {AudioNode} what to disconnect to be silent at once
 */
export function perform(context, notes, start) {
  const out = context.createGain();
  out.connect(context.destination);
  for (const note of notes) {
    const pan = context.createStereoPanner();
    pan.pan.value = note.pan;
    pan.connect(out);
    if (note.kind === "tick") tick(context, pan, start + note.at);
    else tone(context, pan, note, start + note.at);
  }
  return out;
}

/**
 * @param {BaseAudioContext} context
 * @param {AudioNode} out
 * @param {import("./score.js").Note} note
 * @param {number} at
 */
function tone(context, out, { frequency, length, course, soft, wavering }, at) {
  const voice = context.createOscillator();
  const gain = context.createGain();
  const end = at + length * 0.9;
  voice.type = soft ? "sine" : "triangle";
  voice.frequency.setValueAtTime(frequency, at);
  if (course !== "steady")
    voice.frequency.exponentialRampToValueAtTime(frequency * (course === "rising" ? 1.5 : 1 / 1.5), end);
  if (wavering) {
    const wave = context.createOscillator();
    const depth = context.createGain();
    wave.frequency.value = 9;
    depth.gain.value = frequency * 0.03;
    wave.connect(depth).connect(voice.frequency);
    wave.start(at);
    wave.stop(end);
  }
  const level = soft ? loud.soft : loud.tone;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(level, at + Math.min(edge, length / 4));
  gain.gain.setValueAtTime(level, Math.max(at + length / 4, end - edge));
  gain.gain.linearRampToValueAtTime(0, end);
  voice.connect(gain).connect(out);
  voice.start(at);
  voice.stop(end);
}

/**
 * A short dry sound that has no pitch to be mistaken for a value.
 * @param {BaseAudioContext} context
 * @param {AudioNode} out
 * @param {number} at
 */
function tick(context, out, at) {
  const length = Math.ceil(context.sampleRate * 0.012);
  const buffer = context.createBuffer(1, length, context.sampleRate);
  const samples = buffer.getChannelData(0);
  for (let index = 0; index < length; index += 1)
    samples[index] = (index % 2 ? -1 : 1) * loud.tick * (1 - index / length);
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.connect(out);
  source.start(at);
}
