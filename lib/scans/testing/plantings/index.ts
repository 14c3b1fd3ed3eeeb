import type { Corpus } from "../corpus";
import { chinook } from "./chinook";
import { clinic } from "./clinic";
import { legacy } from "./legacy";
import { northwind } from "./northwind";
import { odoo } from "./odoo";
import { pagila } from "./pagila";
import { tenants } from "./tenants";
import { wordpress } from "./wordpress";

export const corpora: Corpus[] = [pagila, chinook, northwind, wordpress, odoo, clinic, tenants, legacy];
