// Names that mean something else in each table, or the key of whatever the table is about.
const general = new Set(
  `id uid uuid guid name type value status state data description kind level code key label title content body text note
  notes comment comments position rank order sort sort_order version size weight length width height depth count number
  no num year month day date time duration score rating priority amount total subtotal price cost rate quantity qty
  balance settings options config payload result results details attributes properties params parameters meta extra reason
  message subject source target color format unit role category categories tag tags start end from to begin min max
  index offset limit scope parent group owner author user response request input output
  parent_id owner_id external_id remote_id foreign_id legacy_id ref_id reference_id object_id entity_id record_id
  resource_id subject_id target_id source_id item_id type_id status_id category_id group_id client_id node_id model_id
  related_id root_id original_id request_id trace_id correlation_id transaction_id job_id event_id batch_id run_id
  public_id device_id token_id`.split(/\s+/),
);

/** The name in one spelling: `customerId` and `CUSTOMER_ID` are `customer_id`. */
export function plainName(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[\s-]+/g, "_")
    .toLowerCase();
}

/** A key, a moment or a contact: two tables that use the name mean the same by it. */
export function isSpecific(name: string): boolean {
  const plain = plainName(name);
  return (
    !general.has(plain) &&
    /_(id|uuid|guid|at|on|email|phone|code|token|slug|sku)$|^(is|has)_|^(email|phone)$/.test(plain)
  );
}

/** It may mean the same, when most tables agree on its type. */
export function isGeneral(name: string): boolean {
  return general.has(plainName(name));
}

// What may be written in digits or in letters, as each table likes.
const written =
  /(^|_)(no|num|number|nr|code|ref|reference|label|level|value|version|type|kind|status|state|role|category|priority|floor|grade|unit|zip|postcode|phone|ext|extension|name|key)$/;

/** By its name and its type elsewhere it holds amounts or moments, which text only blurs. */
export function isMeasureOrMoment(name: string, type: string): boolean {
  const plain = plainName(name);
  if (general.has(plain)) return false;
  if (/^(date|timestamp)/.test(type)) return true;
  if (type === "uuid") return !written.test(plain);
  return /^(smallint|integer|bigint|numeric|real|double)/.test(type) && plain.includes("_") && !written.test(plain);
}
