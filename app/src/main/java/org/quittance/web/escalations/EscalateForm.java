package org.quittance.web.escalations;

import org.jspecify.annotations.Nullable;
import org.quittance.collections.escalation.EscalationDraft.Addressee;
import org.quittance.core.collections.EscalationPath;
import org.quittance.web.page.Typed;

/**
 * The form for an escalation as it was sent, or empty.
 *
 * @param colleague the login of whoever is to answer, or the {@link RespondentChoice} of a respondent; empty for somebody outside
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

    /** The name and address of a respondent are those of the directory. */
    Addressee addressee(RespondentChoice respondents) {
        return respondents.addressee(Typed.text(colleague), Typed.text(name), Typed.text(email));
    }
}
