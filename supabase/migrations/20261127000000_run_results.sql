-- What became of each item of a work list. A run writes down only what is not as it was previewed: rows that it skipped or
-- put off. An item that it has passed without a word was changed, so that most of them are never written a second time.
create view plumbline.run_results as
select
  i.plan_id,
  i.position,
  i.key,
  i.outcome,
  i.reason,
  i.choice,
  coalesce(i.result, case when i.outcome = 'change' and i.position <= r.position then 'changed' end) as result,
  i.result_reason
from plumbline.run_items as i
left join plumbline.runs as r on r.plan_id = i.plan_id;

-- With most items never updated, room in their pages is wasted.
alter table plumbline.run_items set (fillfactor = 100);
