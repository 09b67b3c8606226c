-- Which payments are proposed for an open item: whoever is about to ask for it wants to know. Asked from the items of one customer.
create index proposal_line_by_item on cash.proposal_line (item_id);
