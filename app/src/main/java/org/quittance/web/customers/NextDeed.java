package org.quittance.web.customers;

import java.util.Optional;
import org.quittance.core.collections.Action;
import org.quittance.core.collections.EscalationPath;
import org.quittance.web.page.Query;

/** The address at which an action about an account is done. */
final class NextDeed {

    private NextDeed() {}

    /** Empty for what is done elsewhere: cash is applied at the cash desk, and whether to contact at all is thought about. */
    static Optional<String> at(Action action, long customer, long account) {
        String page = "/customers/" + customer;
        return switch (action) {
            case REMINDER_BEFORE_DUE, NOTICE_1, NOTICE_2, NOTICE_3, TEXT_MESSAGE -> Optional.of(page + "/reminder");
            case CALL -> Optional.of("#result");
            case INTEREST_NOTICE -> Optional.of(page + "/accounts/%d/interest".formatted(account));
            case VISIT ->
                Optional.of(
                        Query.of(page + "/visits/new").with("account", account).url());
            case PORTAL_NOTICE ->
                Optional.of(Query.of(page + "/portal-notices/new")
                        .with("account", account)
                        .url());
            case ESCALATE, RECOMMEND_SUSPENSION, RECOMMEND_HOLD, RECOMMEND_AGENCY, RECOMMEND_LEGAL ->
                Optional.of(Query.of(page + "/escalations")
                        .with("account", account)
                        .with("path", action.path().map(EscalationPath::name).orElse(""))
                        .url());
            case READ_ANSWER -> Optional.of("#unread");
            case CLEAR_CASH, REVIEW -> Optional.empty();
        };
    }
}
