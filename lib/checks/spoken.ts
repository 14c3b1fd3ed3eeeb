import { wordsOf } from "@/lib/catalog/infer/words";

// As older systems shorten them, where a word could mean nothing else.
const inFull: Record<string, string> = {
  addr: "address",
  beg: "begin",
  cnt: "count",
  cust: "customer",
  dept: "department",
  desc: "description",
  descr: "description",
  dlv: "delivered",
  dt: "date",
  dte: "date",
  eff: "effective",
  emp: "employee",
  exp: "expiry",
  flg: "flag",
  frm: "from",
  itm: "item",
  mvt: "movement",
  mvmt: "movement",
  mov: "movement",
  nbr: "number",
  nm: "name",
  ord: "order",
  prc: "price",
  prty: "priority",
  qty: "quantity",
  shp: "shipped",
  stat: "status",
  strt: "start",
  supp: "supplier",
  trx: "transaction",
  ts: "timestamp",
  txn: "transaction",
  typ: "type",
  vld: "valid",
};

/** An identifier as somebody would say it: `VLD_FRM_DT` is "valid from date". */
export function spoken(identifier: string): string {
  return wordsOf(identifier)
    .map((word) => (Object.hasOwn(inFull, word) ? inFull[word] : word))
    .join(" ");
}
