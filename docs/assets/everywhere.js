/* What every page has: the theme's controls by keyboard, and the panel beside the text. */
import { aside } from "./everywhere/aside.js";
import { controls } from "./everywhere/controls.js";
import { finding } from "./everywhere/finding.js";

controls();
finding();
aside();
