export { currentOperator, requireOperator } from "./request-operator";
export { handleRoute } from "./request-route";
export { requestSignIn, requestSignOut } from "./request-session";
