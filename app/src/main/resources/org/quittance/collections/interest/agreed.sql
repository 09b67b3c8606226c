-- Which of the items are part of a repayment plan or a settlement that stands at the end of the day. A settlement that was kept goes on standing until
-- what is left is written off, which closes the item.
-- Binds: the items, the day.
select i.item_id
from collections.plan_item i
join collections.plan_approval a on a.plan_id = i.plan_id and a.approved_on <= {1}
left join collections.plan_end e on e.plan_id = i.plan_id and e.ended_on <= {1}
where i.item_id = any({0})
  and e.plan_id is null
union
select i.item_id
from collections.settlement_item i
join collections.settlement s on s.id = i.settlement_id
left join collections.settlement_decision d on d.settlement_id = i.settlement_id and d.decision = 'APPROVED' and d.decided_on <= {1}
left join collections.settlement_end e on e.settlement_id = i.settlement_id and e.ended_on <= {1}
where i.item_id = any({0})
  and (d.settlement_id is not null or (s.is_alone and s.offered_on <= {1}))
  and (e.settlement_id is null or e.outcome = 'KEPT')
