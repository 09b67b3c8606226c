package org.quittance.web.escalations;

import java.util.List;
import java.util.Optional;
import org.quittance.collections.escalation.EscalationDraft.Addressee;
import org.quittance.respondents.Respondent;
import org.quittance.respondents.RespondentDirectory;
import org.springframework.stereotype.Component;

/** Respondents in the choice that a form offers beside people who sign in: their value is no login, since it has a colon. */
@Component
public class RespondentChoice {

    private static final String MARK = "respondent:";

    private final RespondentDirectory directory;

    RespondentChoice(RespondentDirectory directory) {
        this.directory = directory;
    }

    public static String value(Respondent respondent) {
        return MARK + respondent.id();
    }

    public List<Respondent> all() {
        return directory.all();
    }

    /** Whether a form's value is a respondent, known or not. */
    public static boolean isOne(String value) {
        return value.startsWith(MARK);
    }

    public Optional<Respondent> of(String value) {
        String number = value.startsWith(MARK) ? value.substring(MARK.length()) : "";
        return number.matches("\\d{1,18}") ? directory.one(Long.parseLong(number)) : Optional.empty();
    }

    /** Nobody at all where a respondent is chosen who is none any more: the rules ask for an owner then. */
    Addressee addressee(String colleague, String name, String email) {
        if (isOne(colleague)) {
            return of(colleague)
                    .map(found ->
                            Addressee.outside(found.name(), found.address().address()))
                    .orElseGet(() -> Addressee.outside("", ""));
        }
        return colleague.isEmpty() ? Addressee.outside(name, email) : Addressee.colleague(colleague);
    }
}
