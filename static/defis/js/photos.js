/** Photos made lighter before they leave: a phone's weigh five times what a screen can show. */
const LONGEST_SIDE = 2000;
const LIGHT = 400_000;

/** Returns a smaller JPEG of `file`, or `file` itself when it is light or cannot be drawn. */
export async function lighter(file) {
  if (file.size <= LIGHT || !["image/jpeg", "image/webp"].includes(file.type)) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const drawn = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.84));
    return drawn && drawn.size < file.size ? new File([drawn], "photo.jpg", { type: drawn.type }) : file;
  } catch {
    return file;
  }
}
