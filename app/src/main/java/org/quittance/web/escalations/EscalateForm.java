package org.quittance.web.escalations;

import org.jspecify.annotations.Nullable;
import org.quittance.collections.escalation.EscalationDraft.Addressee;
import org.quittance.core.collections.EscalationPath;
import org.quittance.web.page.Typed;

/**
 * The form for an escalation as it was sent, or empty.
 *
 * @param colleague the login of whoever is to answer; empty for somebody outside
 * @param name of somebody outside
 */
public record EscalateForm(
        @Nullable Long account,
        @Nullable EscalationPath path,
        @Nullable String reason,
        @Nullable String colleague,
        @Nullable String name,
        @Nullable String email) {

    static EscalateForm of(@Nullable Long account, @Nullable EscalationPath path) {
        return new EscalateForm(account, path, null, null, null, null);
    }

    Addressee addressee() {
        String login = Typed.text(colleague);
        return login.isEmpty() ? Addressee.outside(Typed.text(name), Typed.text(email)) : Addressee.colleague(login);
    }
}
