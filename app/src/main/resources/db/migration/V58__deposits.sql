-- Several advices of one file that come to one line of the bank together: a lockbox deposit, a bulk credit.
alter table cash.advice_join
    drop constraint advice_join_reason_check,
    add constraint advice_join_reason_check
        check (reason in ('REFERENCE', 'PAYER_ACCOUNT', 'DOCUMENT', 'PAYER_NAME', 'DEPOSIT', 'BY_HAND'));
