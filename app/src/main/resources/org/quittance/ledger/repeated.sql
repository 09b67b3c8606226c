-- Lines of the batch that say again what an earlier one has said.
select r.line, r.first_line, r.document
from (
    select
        s.line, s.document,
        min(s.line) over (
            partition by s.entity_id, s.account_number, s.document, s.kind, s.document_line, s.source) as first_line
    from staged_item s
) r
where r.line <> r.first_line
order by r.line
