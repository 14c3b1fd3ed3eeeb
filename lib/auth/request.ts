export { type ActionResult, handleAction } from "./request-action";
export { currentOperator, requestContext, requireOperator } from "./request-operator";
export { handleRoute } from "./request-route";
export { requestSignIn, requestSignOut } from "./request-session";
