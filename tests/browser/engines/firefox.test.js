import * as firefox from "./firefox.js";
import { inEngine } from "./journey.js";

inEngine(firefox);
