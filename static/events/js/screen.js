/** The questions on the screen of a room, brought up to date by themselves. */
import { Poll, replaceList } from "./poll.js";

const news = document.querySelector("[data-news]");

new Poll({
  url: news.dataset.news,
  etag: news.dataset.etag,
  every: Number(news.dataset.every),
  fresh: (html) => replaceList(news, html),
});
