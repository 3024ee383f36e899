export { type Adoption, adopt, readFound } from "./adopt";
