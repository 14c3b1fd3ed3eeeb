import { type Corpus, planting } from "../corpus";

export const legacy: Corpus = {
  name: "legacy",
  known: [],
  plantings: [
    planting(
      `alter table "SALES"."ORD_DTL" drop constraint "ORD_DTL_ITM_CD_fkey";
       update "SALES"."ORD_DTL" set "ITM_CD" = 'IT9' || "LN_NO" where "ORD_NO" <= 500007 and "LN_NO" = 10`,
      "missing_foreign_key SALES.ORD_DTL (ITM_CD) → MASTER.ITM (ITM_CD)",
      "orphan_rows SALES.ORD_DTL (ITM_CD) → MASTER.ITM (ITM_CD): 7",
    ),
    planting(
      `update "HR"."ABSN" set "END_DT" = "STRT_DT" - 5 where "EMP_NO" in (11, 12) and "STRT_DT" < '2024-02-01';
       update "HR"."EMP" set "TERM_DT" = "HIRE_DT" - 100 where "EMP_NO" = 18;
       update "SALES"."PRC_LST" set "VLD_TO" = '2021-01-01' where "ITM_CD" = 'IT000003' and "CUR_CD" = 'EUR' and "VLD_FRM" = '2022-01-01'`,
      "end_before_start HR.ABSN (STRT_DT, END_DT): 2",
      "end_before_start HR.EMP (HIRE_DT, TERM_DT): 1",
      "end_before_start SALES.PRC_LST (VLD_FRM, VLD_TO): 1",
    ),
    planting(
      `update "MASTER"."CUST" set "CUST_NM" = '' where "CUST_NO" in (10300, 10303)`,
      "empty_required_text MASTER.CUST (CUST_NM): 2",
    ),
    planting(
      `update "MASTER"."CUST" set "EMAIL_ADDR" = 'AP1@cust1.com' where "CUST_NO" = 10006`,
      "duplicate_contacts MASTER.CUST (EMAIL_ADDR, TEL_NO): 2",
    ),
    planting(
      `update "SALES"."INV_HDR" set "INV_NO" = 'r0000010' where "INV_NO" = 'R0000010'`,
      "non_canonical_text SALES.INV_HDR (INV_NO): 1",
    ),
    planting(
      `update "SALES"."ORD_HDR" set "PRTY" = 99, "STAT" = 'cl' where "ORD_NO" = 500220;
       update "SALES"."ORD_DTL" set "QTY" = -1, "DISC_PCT" = 250 where "ORD_NO" in (500200, 500201) and "LN_NO" = 10`,
      "values_out_of_range SALES.ORD_HDR (PRTY): 1",
      "values_out_of_range SALES.ORD_HDR (STAT): 1",
      "values_out_of_range SALES.ORD_DTL (QTY): 2",
      "values_out_of_range SALES.ORD_DTL (DISC_PCT): 2",
    ),
  ],
};
