-- A trading system as it was written when names had to be short: several schemas in capitals, keys that people or their
-- customers gave, dates without a time, flags of one letter, and an archive.
create schema "MASTER";
create schema "SALES";
create schema "STOCK";
create schema "HR";
create table "MASTER"."CTRY"("CTRY_CD" varchar(2) primary key, "CTRY_NM" varchar(60) not null, "EU_FLG" varchar(1) not null default 'N');
insert into "MASTER"."CTRY" select x.c, x.n, x.e from (values('DE', 'Germany', 'Y'), ('FR', 'France', 'Y'), ('US', 'United States', 'N'), ('NO',
  'Norway', 'N'), ('IT', 'Italy', 'Y'), ('ES', 'Spain', 'Y')) x(c, n, e);
create table "MASTER"."CUR"("CUR_CD" varchar(3) primary key, "CUR_NM" varchar(40) not null, "DEC_PL" smallint not null default 2);
insert into "MASTER"."CUR" values('EUR', 'Euro', 2), ('USD', 'Dollar', 2), ('NOK', 'Krone', 2), ('JPY', 'Yen', 0);
create table "MASTER"."CUST"("CUST_NO" integer primary key, "CUST_NM" varchar(80) not null, "CTRY_CD" varchar(2) not null references "MASTER"."CTRY",
  "VAT_NO" varchar(20), "EMAIL_ADDR" varchar(120), "TEL_NO" varchar(30), "PARENT_CUST_NO" integer references "MASTER"."CUST", "CR_LIM" numeric(12,
  2), "STAT" varchar(1) not null default 'A', "CRT_DT" timestamptz not null default now(), "CHG_DT" timestamptz);
create index on "MASTER"."CUST"("CTRY_CD");
create index on "MASTER"."CUST"("PARENT_CUST_NO");
insert into "MASTER"."CUST" select 10000+i*3, 'Cust '||i, (array['DE', 'FR', 'US', 'NO', 'IT', 'ES'])[1+i%6], case when i%3=0 then
  'DE'||(100000000+i) end, case when i%4>0 then 'ap'||i||'@cust'||i||'.com' end, case when i%5=0 then '+49 89 '||(70000+i) end, case when i%12=0 then
  10000+(i-1)*3 end, case when i%2=0 then i*1000 end, (array['A', 'A', 'A', 'I'])[1+i%4], timestamptz '2015-01-01'+i*interval '1 day', null from
  generate_series(1, 600) i;
create table "MASTER"."ITM"("ITM_CD" varchar(12) primary key, "ITM_DESC" varchar(200) not null, "UOM" varchar(3) not null default 'EA', "ITM_GRP"
  varchar(4) not null, "STD_CST" numeric(12, 4) not null, "LST_PRC" numeric(12, 2), "ACT_FLG" varchar(1) not null default 'Y', "CRT_DT" timestamptz
  not null default now());
insert into "MASTER"."ITM" select 'IT'||lpad(i::text, 6, '0'), 'Item '||i, (array['EA', 'KG', 'BX'])[1+i%3], 'G'||lpad((i%9)::text, 3, '0'), i*1.25,
  i*2, case when i%10=0 then 'N' else 'Y' end, timestamptz '2014-01-01'+i*interval '1 day' from generate_series(1, 500) i;
create table "MASTER"."ITM_GRP"("ITM_GRP" varchar(4) primary key, "GRP_DESC" varchar(60) not null);
insert into "MASTER"."ITM_GRP" select 'G'||lpad(i::text, 3, '0'), 'Group '||i from generate_series(0, 8) i;
alter table "MASTER"."ITM" add foreign key("ITM_GRP") references "MASTER"."ITM_GRP";
create index on "MASTER"."ITM"("ITM_GRP");
create table "HR"."EMP"("EMP_NO" integer primary key, "LST_NM" varchar(40) not null, "FST_NM" varchar(40) not null, "HIRE_DT" date not null,
  "TERM_DT" date, "MGR_EMP_NO" integer references "HR"."EMP", "DEPT_CD" varchar(4) not null, "SAL" numeric(10, 2), "EMAIL" varchar(80));
create index on "HR"."EMP"("MGR_EMP_NO");
create index on "HR"."EMP"("DEPT_CD");
insert into "HR"."EMP" select i, 'Last'||i%70, 'First'||i%50, date '2010-01-01'+i*9, case when i%9=0 then date '2010-01-01'+i*9+700 end, case when
  i>5 then 1+i%5 end, 'D'||lpad((i%6)::text, 2, '0'), 40000+i*10, 'e'||i||'@corp.com' from generate_series(1, 250) i;
create table "HR"."DEPT"("DEPT_CD" varchar(4) primary key, "DEPT_NM" varchar(50) not null, "CST_CTR" integer);
insert into "HR"."DEPT" select 'D'||lpad(i::text, 2, '0'), 'Dept '||i, 4000+i from generate_series(0, 5) i;
alter table "HR"."EMP" add foreign key("DEPT_CD") references "HR"."DEPT";
create table "HR"."ABSN"("EMP_NO" integer not null references "HR"."EMP", "STRT_DT" date not null, "END_DT" date, "RSN_CD" varchar(3) not null,
  primary key("EMP_NO", "STRT_DT"));
insert into "HR"."ABSN" select 1+i%250, date '2024-01-01'+i, case when i%20>0 then date '2024-01-01'+i+i%14 end, (array['VAC', 'SIC', 'PAR'])[1+i%3]
  from generate_series(1, 700) i;
create table "SALES"."ORD_HDR"("ORD_NO" integer primary key, "CUST_NO" integer not null references "MASTER"."CUST", "ORD_DT" date not null, "REQ_DT"
  date, "SHP_DT" date, "SLS_EMP_NO" integer references "HR"."EMP", "CUR_CD" varchar(3) not null references "MASTER"."CUR", "STAT" varchar(2) not
  null, "LN_CNT" integer not null default 0, "TOT_AMT" numeric(14, 2) not null default 0, "CUST_PO" varchar(30), "PRTY" smallint not null default 3,
  "CRT_TS" timestamptz not null default now());
create index on "SALES"."ORD_HDR"("CUST_NO");
create index on "SALES"."ORD_HDR"("SLS_EMP_NO");
create index on "SALES"."ORD_HDR"("CUR_CD");
insert into "SALES"."ORD_HDR" select 500000+i, 10000+(1+(i*7)%600)*3, d, d+10, case when i%4>1 then d+5+i%9 end, case when i%6>0 then 1+i%250 end,
  (array['EUR', 'USD', 'NOK', 'JPY'])[1+i%4], (array['OP', 'PK', 'SH', 'CL'])[1+i%4], 0, 0, case when i%3=0 then 'PO-'||i end, 1+i%5, d from (select
  i, date '2020-01-01'+i d from generate_series(1, 1500) i)x;
create table "SALES"."ORD_DTL"("ORD_NO" integer not null references "SALES"."ORD_HDR" on delete cascade, "LN_NO" smallint not null, "ITM_CD"
  varchar(12) not null references "MASTER"."ITM", "QTY" numeric(10, 2) not null, "UNT_PRC" numeric(12, 2) not null, "DISC_PCT" numeric(5, 2) not null
  default 0, "WHS_CD" varchar(4), primary key("ORD_NO", "LN_NO"));
create index on "SALES"."ORD_DTL"("ITM_CD");
create index on "SALES"."ORD_DTL"("WHS_CD");
insert into "SALES"."ORD_DTL" select "ORD_NO", k*10, 'IT'||lpad((1+("ORD_NO"*3+k*17)%500)::text, 6, '0'), 1+k%5, 10+k, (array[0, 0, 5, 10])[1+k%4],
  'W'||lpad((1+"ORD_NO"%4)::text, 2, '0') from "SALES"."ORD_HDR", generate_series(1, 4) k where k<=1+"ORD_NO"%4;
create table "STOCK"."WHS"("WHS_CD" varchar(4) primary key, "WHS_NM" varchar(40) not null, "CTRY_CD" varchar(2) references "MASTER"."CTRY",
  "MGR_EMP_NO" integer references "HR"."EMP");
create index on "STOCK"."WHS"("CTRY_CD");
create index on "STOCK"."WHS"("MGR_EMP_NO");
insert into "STOCK"."WHS" select 'W'||lpad(i::text, 2, '0'), 'Whs '||i, (array['DE', 'FR'])[1+i%2], i*3 from generate_series(1, 6) i;
alter table "SALES"."ORD_DTL" add foreign key("WHS_CD") references "STOCK"."WHS";
update "SALES"."ORD_HDR" h set "LN_CNT"=x.n, "TOT_AMT"=x.t from(select "ORD_NO", count(*) n, sum("QTY"*"UNT_PRC") t from "SALES"."ORD_DTL" group by
  1)x where x."ORD_NO"=h."ORD_NO";
create table "SALES"."INV_HDR"("INV_NO" varchar(10) primary key, "ORD_NO" integer references "SALES"."ORD_HDR", "CUST_NO" integer not null references
  "MASTER"."CUST", "INV_DT" date not null, "DUE_DT" date not null, "PD_DT" date, "AMT" numeric(14, 2) not null, "PD_FLG" varchar(1) not null default
  'N');
create index on "SALES"."INV_HDR"("ORD_NO");
create index on "SALES"."INV_HDR"("CUST_NO");
insert into "SALES"."INV_HDR" select 'R'||lpad(row_number() over(order by "ORD_NO")::text, 7, '0'), "ORD_NO", "CUST_NO", "SHP_DT", "SHP_DT"+30, case
  when "ORD_NO"%3=0 then "SHP_DT"+20 end, "TOT_AMT", case when "ORD_NO"%3=0 then 'Y' else 'N' end from "SALES"."ORD_HDR" where "SHP_DT" is not null;
create table "SALES"."PRC_LST"("ITM_CD" varchar(12) not null references "MASTER"."ITM", "CUR_CD" varchar(3) not null references "MASTER"."CUR",
  "VLD_FRM" date not null, "VLD_TO" date, "PRC" numeric(12, 2) not null, primary key("ITM_CD", "CUR_CD", "VLD_FRM"));
create index on "SALES"."PRC_LST"("CUR_CD");
insert into "SALES"."PRC_LST" select 'IT'||lpad((1+i%500)::text, 6, '0'), (array['EUR', 'USD'])[1+(i/500)%2], date '2022-01-01'+(i/1000)*365, case
  when i<1000 then date '2022-12-31' end, 10+i%90 from generate_series(0, 1999) i;
create table "STOCK"."STK_BAL"("WHS_CD" varchar(4) not null references "STOCK"."WHS", "ITM_CD" varchar(12) not null references "MASTER"."ITM",
  "QTY_OH" numeric(12, 2) not null default 0, "QTY_RSV" numeric(12, 2) not null default 0, "MIN_QTY" numeric(12, 2), primary key("WHS_CD", "ITM_CD"));
create index on "STOCK"."STK_BAL"("ITM_CD");
insert into "STOCK"."STK_BAL" select distinct on(1, 2) 'W'||lpad((1+i%6)::text, 2, '0'), 'IT'||lpad((1+(i*7)%500)::text, 6, '0'), (i%50), 0,
  null::numeric from generate_series(1, 1500) i;
create table "STOCK"."STK_MVT"("MVT_ID" bigint generated always as identity primary key, "WHS_CD" varchar(4) not null, "ITM_CD" varchar(12) not null,
  "MVT_TYP" varchar(3) not null, "QTY" numeric(12, 2) not null, "REF_NO" varchar(20), "MVT_TS" timestamptz not null default now(), "USR" varchar(20),
  foreign key("WHS_CD", "ITM_CD") references "STOCK"."STK_BAL");
create index on "STOCK"."STK_MVT"("WHS_CD", "ITM_CD");
insert into "STOCK"."STK_MVT"("WHS_CD", "ITM_CD", "MVT_TYP", "QTY", "REF_NO", "MVT_TS", "USR") select "WHS_CD", "ITM_CD", (array['GRN', 'ISS',
  'ADJ'])[k], case k when 2 then -5 when 3 then -1 else 20 end, case when k=2 then '5'||lpad(k::text, 5, '0') else 'X'||k end, now()-k*interval
  '1 day', 'JSMITH' from "STOCK"."STK_BAL", generate_series(1, 3) k;
create table "SALES"."ORD_HDR_HIST"("ORD_NO" integer not null, "CUST_NO" integer not null, "ORD_DT" date, "STAT" varchar(2), "ARCH_TS" timestamptz
  not null, primary key("ORD_NO", "ARCH_TS"));
insert into "SALES"."ORD_HDR_HIST" select 300000+i, 5000+i, date '2009-01-01'+i, 'CL', now()-interval '900 days' from generate_series(1, 500) i;
