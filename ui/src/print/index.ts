// What other nouns may use of printing: a paper shown over the screen, fetched when it is wanted.
import { fetched } from "../kit";

export const PaperDialog = fetched(() => import("./PaperDialog").then(({ PaperDialog }) => PaperDialog));
