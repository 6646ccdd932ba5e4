import * as webkit from "./webkit.js";
import { inEngine } from "./journey.js";

inEngine(webkit);
